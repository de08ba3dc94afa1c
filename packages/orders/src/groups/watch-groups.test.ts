import type { Event } from "@bowline/contracts";
import { formatMicros, qty, shares } from "@bowline/kernel";
import { aClock, aFill, anOrder, at } from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BRACKET, dollarsPx } from "../test-support.ts";
import { allowedQty, exposureOf, leaves, nakedQty, stopPxOf } from "./group.ts";
import { reductionId } from "./reduction.ts";
import { closeGroups, type GroupNeed, type Groups, watchGroups } from "./watch-groups.ts";

const [ENTRY, STOP, TARGET] = ["ORDER000000000000001", BRACKET.stopClOrdId, BRACKET.targetClOrdId];
const about = (clOrdId: string) => ({ clOrdId, group: "tech", symbol: "AAPL" });
const approved = (order = anOrder({ bracket: BRACKET })): Event => ({
  kind: "order.approved",
  order,
  refPx: dollarsPx("100"),
});
const accepted = (id: string): Event => ({ kind: "order.accepted", ...about(id), orderId: id });
const submitted = (id: string): Event => ({ ...about(id), kind: "order.submitted" }) as Event;
const filled = (id: string, cum: number, total = 100): Event =>
  aFill({ ...about(id), cumQty: shares(cum), leavesQty: shares(total - cum), execId: `${id}${cum}` });
const canceled = (id: string, cum = 0): Event => ({
  kind: "order.canceled",
  ...about(id),
  cumQty: shares(cum),
  reason: "",
});
const clock = aClock({ nowUs: at(1) });
const START = [approved(), ...[ENTRY, STOP, TARGET].flatMap((id) => [submitted(id), accepted(id)])];

/** What was needed, in order, as `RESIZE STOP 40`. */
function run(events: readonly Event[]): readonly string[] {
  const groups: Groups = new Map();
  return events.flatMap((event) => watchGroups(groups, event).map(textOf));
}
const textOf = (need: GroupNeed): string => {
  if (need.type === "ALARM") return `ALARM ${formatMicros(need.nakedQty)}`;
  const name = need.clOrdId.replace(/0+\d$/, "");
  return need.type === "RESIZE" ? `RESIZE ${name} ${formatMicros(need.orderQty)}` : `CANCEL ${name}`;
};

describe("[pitfall 11] a bracket, by what its entry and its legs filled", () => {
  const ENTRIES = {
    "nothing, canceled": [canceled(ENTRY)],
    "a part, canceled": [filled(ENTRY, 40), canceled(ENTRY, 40)],
    "all of it": [filled(ENTRY, 100)],
  };
  const LEGS = {
    "no leg": [],
    "the stop": (held: number) => [filled(STOP, held, held)],
    "half the target, and the stop is gone": (held: number) => [filled(TARGET, held / 2, 100), canceled(STOP)],
    "the target": (held: number) => [filled(TARGET, held, held)],
  };
  const held = { "nothing, canceled": 0, "a part, canceled": 40, "all of it": 100 };
  const EXPECTED: Readonly<Record<string, readonly string[]>> = {
    "nothing, canceled / no leg": ["CANCEL STOP", "CANCEL TARGET"],
    "nothing, canceled / the stop": ["CANCEL TARGET"],
    "nothing, canceled / half the target, and the stop is gone": ["CANCEL TARGET"],
    "nothing, canceled / the target": ["CANCEL STOP"],
    "a part, canceled / no leg": ["RESIZE STOP 40", "RESIZE TARGET 40"],
    "a part, canceled / the stop": ["CANCEL TARGET"],
    "a part, canceled / half the target, and the stop is gone": ["ALARM 20", "RESIZE TARGET 40"],
    "a part, canceled / the target": ["CANCEL STOP"],
    "all of it / no leg": [],
    "all of it / the stop": ["CANCEL TARGET"],
    "all of it / half the target, and the stop is gone": ["ALARM 50"],
    "all of it / the target": ["CANCEL STOP"],
  };
  const cases = Object.entries(ENTRIES).flatMap(([entry, events]) =>
    Object.entries(LEGS).map(([legs, of]) => {
      const quantity = held[entry as keyof typeof held];
      const legEvents = typeof of === "function" ? of(quantity) : of;
      return { name: `${entry} / ${legs}`, events: [...START, ...events, ...legEvents, clock, clock, clock] };
    }),
  );
  it("in twelve cases", () => expect(cases.map(({ name }) => name)).toEqual(Object.keys(EXPECTED)));
  it.each(cases)("$name", ({ name, events }) => expect(run(events)).toEqual(EXPECTED[name]));
});

describe("a group", () => {
  it("says nothing where the broker tells the end of the stop before the fill of the target", () =>
    expect(run([...START, filled(ENTRY, 100), canceled(STOP), filled(TARGET, 100), clock])).toEqual([]));
  it("says nothing while an exit is to follow, and tells where that one fails", () => {
    const closing: Event[] = [
      { kind: "order.cancel-intent", ...about(STOP), strategy: "demo", rule: "r", reason: "" },
      canceled(STOP),
      canceled(TARGET),
      clock,
    ];
    const denied: Event = {
      kind: "order.denied",
      ...about("EXIT"),
      strategy: "demo",
      rule: "r",
      side: "SELL",
      orderQty: shares(100),
      reasons: [],
    };
    expect(run([...START, filled(ENTRY, 100), ...closing])).toEqual([]);
    expect(run([...START, filled(ENTRY, 100), ...closing, denied])).toEqual(["ALARM 100"]);
  });
  it("of a pair beside a position tells where its stop is gone and its target works on", () => {
    const oco = { ocaGroup: "g1", ocaType: "REDUCE_WITH_BLOCK", side: "SELL", purpose: "EXIT" } as const;
    const stop = anOrder({ ...oco, clOrdId: STOP, ordType: "STP", lmtPx: undefined, stopPx: dollarsPx("99") });
    const target = anOrder({ ...oco, clOrdId: TARGET });
    const pair = [approved(stop), approved(target), submitted(STOP), submitted(TARGET)];
    expect(run([...pair, canceled(STOP), clock])).toEqual(["ALARM 100"]);
    expect(run([...pair, filled(STOP, 100), canceled(TARGET), clock])).toEqual([]);
  });
  it("asks again for a size that was refused, as a change of its own, and not for one that has no answer yet", () => {
    const groups: Groups = new Map();
    const feed = (events: readonly Event[]): readonly string[] =>
      events.flatMap((event) =>
        watchGroups(groups, event).map((need) =>
          need.type === "RESIZE" ? `${textOf(need)} ${need.ask}` : textOf(need),
        ),
      );
    const refused = (id: string): Event => ({
      kind: "order.replace-rejected",
      ...about(id),
      replaceId: "r",
      code: 0,
      reason: "not READY",
    });
    const clocks = (from: number, count: number): readonly Event[] =>
      Array.from({ length: count }, (_, n) => aClock({ nowUs: at(from + n) }));
    const cut = [filled(ENTRY, 40), canceled(ENTRY, 40), ...clocks(1, 2)];
    expect(feed([...START, ...cut])).toEqual(["RESIZE STOP 40 1", "RESIZE TARGET 40 1"]);
    expect(feed([refused(STOP), ...clocks(3, 5)])).toEqual([]);
    expect(feed(clocks(13, 2))).toEqual(["RESIZE STOP 40 2"]);
  });
  it("is forgotten with the position that outlived its orders", () => {
    const groups: Groups = new Map();
    for (const event of [...START, filled(ENTRY, 100), canceled(STOP), canceled(TARGET)]) watchGroups(groups, event);
    expect(groups.size).toBe(1);
    watchGroups(groups, { kind: "position.closed", symbol: "AAPL", strategy: "demo" } as Event);
    expect(groups.size).toBe(0);
  });
});

describe("a part of the position that is closed by an order of its own", () => {
  const change = (clOrdId: string, orderQty: number, replaceId = reductionId("1")): Event => ({
    kind: "order.replace-intent",
    ...about(clOrdId),
    replaceId,
    strategy: "demo",
    rule: "r",
    orderQty: shares(orderQty),
    expiresUs: at(1),
    reason: "",
  });
  const changed = (clOrdId: string, orderQty: number): Event => ({
    kind: "order.replaced",
    ...about(clOrdId),
    replaceId: reductionId("1"),
    orderId: "1",
    orderQty: shares(orderQty),
    cumQty: shares(0),
    leavesQty: shares(orderQty),
  });
  const smaller = [filled(ENTRY, 100), ...[STOP, TARGET].flatMap((id) => [change(id, 60), changed(id, 60)])];
  const refused: Event = {
    kind: "order.replace-denied",
    ...about(STOP),
    replaceId: "",
    strategy: "",
    rule: "",
    reasons: [],
  };

  it("needs no stop, before and after", () => {
    expect(run([...START, ...smaller, clock, filled("PART", 40, 40), clock, clock])).toEqual([]);
    expect(run([...START, ...smaller, filled("PART", 40, 40), canceled(STOP), clock])).toEqual(["ALARM 60"]);
  });
  it("is told of where its order ends without it", () => {
    expect(run([...START, ...smaller, canceled("PART"), clock])).toEqual(["ALARM 40"]);
    expect(run([...START, ...smaller, canceled("PART"), change(STOP, 100), changed(STOP, 100), clock])).toEqual([]);
  });
  it("is told of where its stop may not grow again", () =>
    expect(run([...START, ...smaller, change(STOP, 100), refused, clock])).toEqual(["ALARM 40"]));
  it("is told of where somebody else made the stop smaller", () =>
    expect(run([...START, filled(ENTRY, 100), change(STOP, 60, "by hand"), changed(STOP, 60), clock])).toEqual([
      "ALARM 40",
    ]));
});

describe("for any sequence of events, a group", () => {
  const id = fc.constantFrom(ENTRY, STOP, TARGET);
  const anEvent: fc.Arbitrary<Event> = fc.oneof(
    fc.constant(clock),
    fc.tuple(id, fc.integer({ min: 1, max: 100 })).map(([clOrdId, cum]) => filled(clOrdId, cum)),
    id.map((clOrdId) => canceled(clOrdId)),
    id.map(accepted),
    id.map((clOrdId): Event => ({ kind: "order.unknown", ...about(clOrdId), reason: "" })),
    id.map((clOrdId): Event => ({ kind: "order.rejected", ...about(clOrdId), code: 201, reason: "" })),
    fc.tuple(id, fc.integer({ min: 1, max: 100 })).map(([clOrdId, size]): Event => ({
      kind: "order.replaced",
      ...about(clOrdId),
      replaceId: "r",
      orderId: "1",
      orderQty: shares(size),
      cumQty: qty(0),
      leavesQty: shares(size),
    })),
  );
  it("with a filled part has a stop that works or is on its way, or an alarm by its next event or the clock", () =>
    fc.assert(
      fc.property(fc.array(anEvent, { maxLength: 40 }), (events) => {
        const groups: Groups = new Map();
        for (const event of START) watchGroups(groups, event);
        for (const event of [...events, clock]) {
          watchGroups(groups, event);
          if (event.kind !== "control.clock") continue;
          for (const group of groups.values()) expect(nakedQty(group)).toBeLessThanOrEqual(group.toldNaked);
        }
      }),
    ));
  it("never has exits at work beyond its position for longer than two clocks: each was made smaller or canceled", () =>
    fc.assert(
      fc.property(fc.array(anEvent, { maxLength: 40 }), (events) => {
        const groups: Groups = new Map();
        for (const event of START) watchGroups(groups, event);
        for (const event of events) watchGroups(groups, event);
        for (let count = 0; count < 2; count++) watchGroups(groups, clock);
        for (const group of groups.values())
          for (const order of group.orders) {
            const isAtBroker = order.role !== "ENTRY" && (order.status === "WORKING" || order.status === "IN_FLIGHT");
            if (!isAtBroker || leaves(order) <= allowedQty(group)) continue;
            expect(order.cancelAsked || order.askedQty === order.cumQty + allowedQty(group)).toBe(true);
          }
      }),
    ));
  it("has no less than nothing left", () =>
    fc.assert(
      fc.property(fc.array(anEvent, { maxLength: 40 }), (events) => {
        const groups: Groups = new Map();
        for (const event of [...START, ...events]) watchGroups(groups, event);
        for (const group of groups.values()) expect(exposureOf(group)).toBeGreaterThanOrEqual(0);
      }),
    ));
});

it("a position that is closed leaves nothing to protect, for as long as no entry brings more", () => {
  const groups: Groups = new Map();
  const see = (...events: readonly Event[]) => events.flatMap((event) => watchGroups(groups, event).map(textOf));
  const naked = () => [...groups.values()].map((group) => formatMicros(nakedQty(group)));
  expect(see(...START, filled(ENTRY, 40), canceled(STOP), clock)).toEqual(["ALARM 40"]);
  closeGroups(groups, "IBM");
  expect(naked()).toEqual(["40"]);
  closeGroups(groups, "AAPL");
  expect(naked()).toEqual(["0"]);
  expect(see(clock, clock)).not.toContain("ALARM 40");
  expect(see(filled(ENTRY, 100), clock)).toContain("ALARM 60");
  see(canceled(TARGET));
  closeGroups(groups, "AAPL");
  expect(groups.size).toBe(0);
});

describe("a stop that is placed again", () => {
  const AGAIN = "AGAIN000000000000001";
  const again = anOrder({ clOrdId: AGAIN, ordType: "STP", stopPx: dollarsPx("99"), side: "SELL", purpose: "EXIT" });
  const lost = [...START, filled(ENTRY, 100), canceled(TARGET), canceled(STOP), clock];
  const placed: Event = { ...approved(again), protects: ENTRY } as Event;

  it("protects as the first one did: what it loses is told again, and what it closes is closed", () => {
    expect(run([...lost, placed, submitted(AGAIN), accepted(AGAIN), clock])).toEqual(["ALARM 100"]);
    expect(run([...lost, placed, submitted(AGAIN), canceled(AGAIN), clock])).toEqual(["ALARM 100", "ALARM 100"]);
    expect(run([...lost, placed, submitted(AGAIN), filled(AGAIN, 100), clock])).toEqual(["ALARM 100"]);
  });

  it("knows where the one before stood when it was lost", () => {
    const groups: Groups = new Map();
    const moved: Event = {
      ...about(STOP),
      kind: "order.replaced",
      orderId: STOP,
      orderQty: shares(100),
      stopPx: dollarsPx("99.5"),
      cumQty: shares(0),
      leavesQty: shares(100),
      replaceId: "r1",
    } as Event;
    for (const event of [...START, filled(ENTRY, 100), moved, canceled(STOP)]) watchGroups(groups, event);
    expect([...groups.values()].map(stopPxOf)).toEqual([dollarsPx("99.5")]);
  });
});
