/** A small file that is right; each bad one changes it in one place. */
export const GOOD = `# line 1
strategy: good
description: For tests.
groups: [tech]
parameters: { confidence: { value: 0.6, min: 0.5, max: 0.9, step: 0.1 }, stop: 2 }
rules:
  - id: enter
    on: prediction
    when:
      - spread: { maxBps: 10 }
      - prediction: { direction: [LONG, SHORT], minConfidence: $confidence }
      - time: { after: "09:45", minutesToClose: { min: 20 } }
    do:
      enter: { order: market, bracket: { stopAtr: $stop, targetAtr: 3 }, size: { riskPerTrade: { equityPercent: 0.1, maxNotionalPercent: 10, maxNotional: 5000 } } }
    cooldownMinutes: 5
  - id: leave
    on: bar
    when: [{ position: { is: open, minAgeMinutes: 30 } }]
    do: { exit: {} }
`;

export type BadFile = {
  readonly what: string;
  readonly change: (good: string) => string;
  readonly expected: readonly string[];
};

/** One change of the good file, and every finding that it must lead to. */
export const replaced = (what: string, from: string, to: string, ...expected: readonly string[]): BadFile => ({
  what,
  change: (good) => good.replace(from, () => to),
  expected,
});

export const namesIn = (plugIns: readonly { readonly name: string }[]): string =>
  plugIns.map(({ name }) => name).join(", ");
