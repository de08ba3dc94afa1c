import type { Event, Order } from "@bowline/contracts";
import { makePrng, type Prng } from "@bowline/kernel";
import { type CompiledStrategy, checkRules } from "@bowline/rules";
import { aBar, aQuote, aSignal, at, dollars } from "@bowline/testkit";
import { expect, test } from "vitest";
import { makeStrategyMachine } from "./machine.ts";
import { ACCOUNT, aDesk, aPastBar, bracketOf, fillOf, minute, ready, says } from "./testing/scenario.ts";

const BRACKET = "bracket: { stopAtr: 2, targetAtr: 3 }";
const size = (shares: number) => `size: { quantity: { shares: ${shares} } }`;
const enter = (shares: number, more = "") => `{ enter: { ${more}order: market, ${BRACKET}, ${size(shares)} } }`;

/** More than one of them wants the same at most entries, of all kinds of actions; priorities are drawn, and many are equal. */
const RULES: readonly (readonly [id: string, rest: string])[] = [
  ["enter", `on: prediction, when: prediction.confidence >= 0.6, do: ${enter(222)}, cooldownMinutes: 2`],
  ["enter-large", `on: prediction, when: prediction.confidence >= 0.8, do: ${enter(400)}`],
  ["enter-bar", `on: bar, when: vars.seen >= 2, do: ${enter(50, "direction: LONG, ")}, maxFires: { perSession: 3 }`],
  ["leave", "on: prediction, when: [{ prediction: { direction: opposite } }], do: { exit: {} }"],
  [
    "turn",
    `on: prediction, when: [{ prediction: { direction: opposite } }, prediction.confidence >= 0.9], do: { reverse: { order: market, ${BRACKET}, ${size(100)} } }`,
  ],
  [
    "half",
    "on: clock, when: position.open && position.age_minutes >= 3, do: { reduce: { percent: 50 } }, maxFires: { perPosition: 1 }",
  ],
  [
    "more",
    `on: { every: 2 }, when: position.open, do: { scaleIn: { order: market, ${BRACKET}, ${size(60)}, maxCount: 2, maxShares: 600 } }`,
  ],
  ["tighten", "on: clock, when: position.open, do: { setStop: { price: 99.8 } }"],
  ["even", "on: bar, when: position.open && market.last > 100.05, do: { moveStopToBreakEven: {} }"],
  ["aim", "on: clock, when: position.open && session.minutes_since_open >= 4, do: { setTarget: { price: 100.3 } }"],
  ["count", "on: prediction, when: vars.seen < 9, do: { setVariable: { name: seen, to: vars.seen + 1 } }"],
  ["late", "on: clock, when: position.open && session.minutes_since_open >= 9, do: { exit: {} }"],
];

/** The rules of one file in one of their orders. */
type RuleFile = readonly { readonly id: string; readonly rest: string; readonly priority: number }[];

function aFile(prng: Prng): RuleFile {
  return RULES.map(([id, rest]) => ({ id, rest, priority: prng.uint32() % 3 }));
}

const textOf = (rules: RuleFile): string => `strategy: demo
description: For tests.
groups: [tech]
vars:
  seen: { type: number, initial: 0 }
rules:
${rules.map(({ id, priority, rest }) => `  - { id: ${id}, priority: ${priority}, ${rest} }`).join("\n")}
`;

function shuffled<T>(prng: Prng, items: readonly T[]): readonly T[] {
  const left = [...items];
  return items.map(() => left.splice(prng.uint32() % left.length, 1)[0] as T);
}

/** Each is used once: nothing is kept of it. */
function compile(text: string): CompiledStrategy {
  const checked = checkRules(text, "test.yaml");
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return checked.value;
}

const STEPS = 12;

/** Entries of so many minutes: the market and predictions as the seed has them; the gate and the broker answer what they are asked. */
function play(text: string, seed: string): readonly Event[] {
  const prng = makePrng(seed);
  const pick = <T>(...from: readonly T[]): T => from[prng.uint32() % from.length] as T;
  const desk = aDesk(
    makeStrategyMachine({ group: "tech", symbols: ["AAPL"], strategy: compile(text), accountId: ACCOUNT }),
  );
  const wanted: Event[] = [];
  const tell = (...events: readonly Event[]): void => {
    for (const event of events) {
      const { emitted } = desk.tell(event);
      for (const output of emitted) {
        if (output.kind.startsWith("decision")) continue;
        wanted.push(output);
        if (output.kind === "order.intent") tell(...answersTo(output.order));
        if (output.kind === "order.replace-intent") tell(pick(says.replaced(output), says.replaceDenied(output)));
        if (output.kind === "order.cancel-intent") tell(says.canceled(output.clOrdId));
      }
    }
  };
  const answersTo = (order: Order): readonly Event[] => {
    if (pick(0, 1, 2, 3) === 0) return [says.denied(order)];
    const legs = order.bracket === undefined ? [] : [bracketOf(order).stopClOrdId, bracketOf(order).targetClOrdId];
    const sent = [order.clOrdId, ...legs].flatMap((id) => [says.submitted(id), says.accepted(id)]);
    return [says.approved(order), ...sent, fillOf(order, order.orderQty)];
  };
  tell(...ready());
  for (let step = 2; step < STEPS; step++) {
    const last = dollars(pick("99.95", "100.05", "100.1"));
    const open = { timeframe: "1m", status: "TRADED", closePx: last, closeUs: at(step * 60) } as const;
    tell(minute(step), aQuote({ lastPx: last, quoteUs: at(step * 60) }), aBar({ ...aPastBar(step), ...open }));
    const about = { direction: pick("LONG", "SHORT"), confidence: pick(500_000, 700_000, 850_000, 950_000) } as const;
    tell(aSignal({ ...about, predictionId: `p${step}`, validUntilUs: at(3600) } as never));
  }
  return wanted;
}

/** So many files with a stream each, in so many orders of their rules; returns how often the rarest kind of output came about. */
function rarestOver(files: number, ordersOfEach: number): number {
  const prng = makePrng("rule order");
  const kinds = { "order.intent": 0, "order.cancel-intent": 0, "order.replace-intent": 0 };
  for (let file = 0; file < files; file++) {
    const rules = aFile(prng);
    const expected = play(textOf(rules), `stream ${file}`);
    for (const { kind } of expected) if (kind in kinds) kinds[kind as keyof typeof kinds] += 1;
    for (let order = 0; order < ordersOfEach; order++)
      expect(play(textOf(shuffled(prng, rules)), `stream ${file}`)).toEqual(expected);
  }
  return Math.min(...Object.values(kinds));
}

test("100 orders of the rules in a file give the same intents, entry for entry", () => {
  expect(rarestOver(5, 20)).toBeGreaterThan(10);
});
test("nor do 1,000 give others", { tags: ["all"], timeout: 300_000 }, () => {
  expect(rarestOver(20, 50)).toBeGreaterThan(40);
});
