import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runScenarios, scenariosBeside } from "./run-scenarios.ts";

const folder = mkdtempSync(join(tmpdir(), "bowline-scenarios-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const strategy = join(folder, "s.yaml");
writeFileSync(
  strategy,
  `strategy: small
description: For tests.
groups: all
rules:
  - id: enter
    on: prediction
    when:
      - prediction: { minConfidence: 0.6 }
      - spread: { maxBps: 10 }
    do:
      enter: { order: market, bracket: { stopPercent: 1, targetPercent: 2 }, size: { quantity: { shares: 10 } } }
  - id: tighten
    on: { clock: "09:44" }
    when: position.return > 0.004
    maxFires: { perPosition: 1 }
    do: { moveStopToBreakEven: {} }
  - id: leave
    priority: 1
    on: clock
    when: position.age_minutes >= 5
    do: { exit: {} }
`,
);

/** What differs in the scenarios of a file, as minute, expected and seen. */
function differences(scenarios: string): readonly (readonly string[])[] {
  const file = join(folder, "s.scenarios.yaml");
  writeFileSync(file, `scenarios:\n${scenarios}`);
  return runScenarios(strategy, file).map((one) =>
    one.differences.map(({ at, place, expected, seen }) => `${at} ${place.line}: ${expected} | ${seen}`),
  );
}

/** One scenario of these steps. */
const of = (...steps: readonly string[]): string =>
  `  - name: one\n    steps:\n${steps.map((step) => `      - { ${step} }\n`).join("")}`;

const ENTERS = 'at: "09:40", prediction: { direction: LONG, confidence: 0.7 }';
const FIRES = "{ fires: enter, order: { side: BUY, quantity: 10, type: MKT, stop: 99, target: 102.02 } }";

describe("scenarios", () => {
  it("hold a strategy to its entries, sizes, fills and exits, minute by minute", () => {
    expect(
      differences(
        of(
          `${ENTERS}, expect: [${FIRES}, { filled: ENTRY, quantity: 10, price: 100.01 }, { position: 10 }]`,
          'at: "09:44", expect: nothing',
          'at: "09:45", expect: [{ fires: leave, order: { side: SELL, quantity: 10 } }, { position: 0 }]',
        ),
      ),
    ).toEqual([[]]);
  });
  it("let the market reach a stop and a target on its way", () => {
    const stopped = of(
      `${ENTERS}, expect: [${FIRES}]`,
      'at: "09:43", price: 98, expect: [{ filled: STOP }, { position: 0 }]',
    );
    const won = of(
      `${ENTERS}, expect: [${FIRES}]`,
      'at: "09:43", price: 103, expect: [{ filled: TARGET, price: 102.02 }, { position: 0 }]',
    );
    expect(differences(stopped + won)).toEqual([[], []]);
  });
  it("see orders change", () => {
    const moved = (stop: number): string =>
      of(
        `${ENTERS}, expect: [${FIRES}]`,
        `at: "09:44", price: 100.6, expect: [{ fires: tighten }, { replaced: STOP, stop: ${stop} }]`,
      );
    expect(differences(moved(100.01) + moved(100))).toEqual([
      [],
      ["584 9: STOP is changed stop 100 | changed to stop 100.01 quantity 10"],
    ]);
  });
  it("name what blocks, and whether it is UNKNOWN", () => {
    const wide = of(`${ENTERS}, spread: 1, expect: [{ blocked: enter, by: spread, unknown: false }]`);
    const silent = of(
      'at: "09:39", silent: true',
      'at: "09:41", prediction: { direction: LONG }, expect: [{ blocked: enter, by: spread, unknown: true }]',
    );
    const halted = of(`${ENTERS}, halted: true, expect: [{ blocked: enter, by: enter.quote }]`);
    expect(differences(wide + silent + halted)).toEqual([[], [], []]);
  });
  it("tell what is missing, what differs and what nobody expected, each with its line", () => {
    const size = FIRES.replace("10", "11");
    expect(differences(of(`${ENTERS}, expect: [${size}]`, 'at: "09:50"'))).toEqual([
      [
        "580 4: enter fires: BUY 11 MKT stop 99 target 102.02 | enter fires: BUY 10 MKT stop 99 target 102.02",
        "590 5: nothing else | AAPL: leave fires: SELL 10 MKT",
      ],
    ]);
    expect(
      differences(of('at: "09:40", spread: 1, prediction: { direction: LONG }, expect: [{ fires: enter }]')),
    ).toEqual([["580 4: enter fires | enter is blocked by spread (100 bps, needs ≤ 10 bps: FALSE)"]]);
    expect(
      differences(of('at: "09:40", expect: [{ blocked: enter, by: spread }, { position: 5 }, { filled: STOP }]')),
    ).toEqual([
      [
        "580 4: enter is blocked by spread | enter was not asked",
        "580 4: a position of 5 | a position of 0",
        "580 4: STOP is filled | no such fill",
      ],
    ]);
  });
  it("hear the gate", () => {
    const rich = `${ENTERS}, expect: [{ fires: enter }, { denied: enter }]`;
    const [seen] = differences(
      `  - name: small account\n    given: { equity: 100 }\n    steps:\n      - { ${rich} }\n`,
    );
    expect(seen).toEqual([]);
    expect(differences(of(`${ENTERS}, expect: [{ fires: enter }, { denied: enter, code: X }]`))).toEqual([
      ["580 4: enter is denied for X | no denial"],
    ]);
  });
  it("give each its own market: symbols, prices, spread, the close before and the way there", () => {
    const given = "given: { symbols: { MSFT: 50, IBM: 20 }, spread: 0.1, previousClose: { MSFT: 49 } }";
    const step =
      'at: "09:40", prices: { IBM: 21 }, prediction: { symbol: IBM, direction: SHORT, confidence: 0.9 }, expect: [{ blocked: enter, symbol: IBM, by: spread }]';
    expect(differences(`  - name: two\n    ${given}\n    steps:\n      - { ${step} }\n`)).toEqual([[]]);
  });
  it("stand beside their strategy", () => {
    expect(scenariosBeside("a/follow.yaml")).toBe("a/follow.scenarios.yaml");
    expect(scenariosBeside("a/follow.yml")).toBe("a/follow.scenarios.yaml");
  });
  it("refuse a rule that the strategy has not", () => {
    expect(() => differences(of('at: "09:40", expect: [{ fires: entre }]'))).toThrow(
      /s\.scenarios\.yaml:4:\d+: the strategy has no rule `entre`; did you mean `enter`\?/,
    );
  });
});
