import type { Event, Order } from "@bowline/contracts";
import { aBar, aQuote, aSignal, at, dollars } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import { aDesk, aMachine, aPastBar, anOpenPosition, fillOf, minute, ready, says } from "./testing/scenario.ts";

const ENTER =
  "do: { enter: { direction: LONG, order: market, bracket: { stopAtr: 2, targetAtr: 3 }, size: { riskPerTrade: { equityPercent: 0.1, maxNotionalPercent: 50, maxNotional: 100000 } } } }";
const EXIT = "do: { exit: {} }";

const fileOf = (...rules: readonly string[]): string =>
  `strategy: demo\ndescription: For tests.\ngroups: [tech]\nrules:\n${rules.map((rule) => `  - { ${rule} }\n`).join("")}`;

const bar = (number: number): Event => aBar({ ...aPastBar(number), timeframe: "1m", status: "TRADED" });
const bid = (text: string, second: number): Event =>
  aQuote({ bidPx: dollars(text), askPx: dollars("200"), quoteUs: at(second) });

/** Tells one bar after the other, denies each intent, and counts them. */
function intentsOver(desk: ReturnType<typeof aDesk>, from: number, to: number): number {
  let count = 0;
  for (let number = from; number <= to; number++) {
    const { intents } = desk.tell(minute(number), bar(number));
    count += intents.length;
    for (const order of intents) desk.tell(says.denied(order));
  }
  return count;
}

describe("a signal that holds for fifty bars", () => {
  const over50 = (more: string): number => {
    const desk = aDesk(aMachine(fileOf(`id: enter, on: bar, when: market.bid > 50, ${more}${ENTER}`)));
    desk.tell(...ready());
    return intentsOver(desk, 2, 51);
  };
  test("fires once on its edge, and each time on its level", () => {
    expect(over50("mode: edge, ")).toBe(1);
    expect(over50("")).toBe(50);
  });
  test("fires no more often in a session than it may, nor within its cooldown", () => {
    expect(over50("maxFires: { perSession: 3 }, ")).toBe(3);
    expect(over50("cooldownMinutes: 10, ")).toBe(5);
  });
});

test("an edge rule is armed again by what it names, and not by what is unknown", () => {
  const rearm = "rearm: market.bid < 60, ";
  const desk = aDesk(aMachine(fileOf(`id: enter, on: bar, when: market.bid > 70, mode: edge, ${rearm}${ENTER}`)));
  desk.tell(...ready());
  const after = (number: number, quote: Event): number => {
    desk.tell(quote);
    return intentsOver(desk, number, number);
  };
  const none = aQuote({ bidPx: undefined, askPx: undefined, quoteUs: at(240) });
  expect(after(2, bid("71", 120))).toBe(1);
  expect(after(3, bid("65", 180))).toBe(0);
  expect(after(4, none)).toBe(0);
  expect(after(5, bid("71", 300))).toBe(0);
  expect(after(6, bid("59", 360))).toBe(0);
  expect(after(7, bid("71", 420))).toBe(1);
});

test("fires within a position are counted until the symbol is flat", () => {
  const leave =
    "id: leave, on: clock, when: session.minutes_since_open >= 3, maxFires: { perPosition: 1 }, do: { exit: {} }";
  const desk = aDesk(aMachine(fileOf(`id: enter, on: prediction, ${ENTER}`, leave)));
  const order = anOpenPosition(desk);
  const fired = (): readonly string[] =>
    desk
      .tell(minute(3), minute(4))
      .decisions.filter(({ symbol }) => symbol === "AAPL")
      .map(({ rule, outcome, firstBlocker }) => `${rule} ${outcome} ${firstBlocker}`);
  expect(fired()).toEqual(["leave FIRED ", "leave BLOCKED maxFires.perPosition"]);
  expect(order.side).toBe("BUY");
});

test("a rule whose scope is the group fires for one of its symbols only", () => {
  const both = (scope: string): number => {
    const desk = aDesk(aMachine(fileOf(`id: enter, on: clock, cooldownMinutes: 30, scope: ${scope}, ${ENTER}`)));
    const ofBoth = ready().flatMap((event) =>
      "symbol" in event ? [event, { ...event, symbol: "MSFT" } as Event] : [event],
    );
    return desk.tell(...ofBoth).intents.length;
  };
  expect([both("symbol"), both("group")]).toEqual([2, 1]);
});

describe("a rule is asked", () => {
  const REST = "cooldownMinutes: 1, ";
  const keysOf = (
    on: string,
    tell: (desk: ReturnType<typeof aDesk>) => readonly { rule: string; symbol: string; triggerKey: string }[],
  ) => {
    const asked = `id: asked, on: ${on}, when: "false", ${REST}${EXIT}`;
    const desk = aDesk(aMachine(fileOf(`id: enter, on: prediction, ${ENTER}`, asked)));
    return tell(desk)
      .filter(({ rule, symbol }) => rule === "asked" && symbol === "AAPL")
      .map(({ triggerKey }) => triggerKey);
  };
  const entry = (desk: ReturnType<typeof aDesk>): Order => desk.tell(...ready(), aSignal()).intents[0] as Order;

  test("when an order of the strategy ends, and of no other", () => {
    const asked = keysOf("{ order: [denied] }", (desk) => {
      const order = entry(desk);
      return [...desk.tell(says.canceled("somebody else's")).decisions, ...desk.tell(says.denied(order)).decisions];
    });
    expect(asked).toEqual([expect.stringMatching(/^order\.denied:.{20}$/)]);
  });

  test("when an order is filled", () => {
    const asked = keysOf("fill", (desk) => {
      const order = entry(desk);
      return desk.tell(says.approved(order), fillOf(order, order.orderQty)).decisions;
    });
    expect(asked).toEqual([expect.stringMatching(/^fill:e\d+$/)]);
  });

  test.each([
    ["{ bar: 5m }", ["bar:", 5]],
    ["bar", ["bar:", 1]],
  ] as const)("on %s", (on, [prefix, number]) => {
    const asked = keysOf(on, (desk) => {
      desk.tell(...ready());
      return [1, 2, 3, 4, 5].flatMap((each) => desk.tell(bar(each)).decisions);
    });
    expect(asked).toEqual([`${prefix}${at(number * 60)}`]);
  });

  test.each([
    ['{ clock: "09:33" }', 3],
    ["{ every: 4 }", 4],
    ["{ session: open }", 1],
    ["clock", 1],
  ])("on %s", (on, number) => {
    const asked = keysOf(on, (desk) => [
      ...desk.tell(...ready()).decisions,
      ...[2, 3, 4, 5].flatMap((each) => desk.tell(minute(each)).decisions),
    ]);
    expect(asked).toEqual([`clock:2013-10-04:${number}`]);
  });
});

test("of two rules that would enter, one acts, and the record of the other says why it did not", () => {
  const rule = (id: string, priority: number) => `id: ${id}, priority: ${priority}, on: clock, ${ENTER}`;
  const { intents, decisions } = aDesk(aMachine(fileOf(rule("a", 1), rule("b", 2)))).tell(...ready());
  expect(intents.map(({ rule: id }) => id)).toEqual(["b"]);
  expect(decisions.map(({ rule: id, outcome, firstBlocker }) => [id, outcome, firstBlocker]).slice(0, 2)).toEqual([
    ["b", "FIRED", ""],
    ["a", "BLOCKED", "conflict"],
  ]);
  expect(decisions[1]?.leaves.at(-1)).toEqual({
    name: "conflict",
    value: "b acts",
    threshold: "no rule before it acts on the same",
    result: "FALSE",
  });
});
