import type { EventByKind } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import { aBar, aQuote, at, dollars } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import { STRATEGY_YAML, aDesk, aMachine, anOpenPosition, fillOf, minute, says, stopOf } from "../testing/scenario.ts";
import type { State } from "./state.ts";

/** The stop of the entry stands at 99.61, and it was filled at 100 in the second minute. */
const CHANDELIER = `${STRATEGY_YAML}
  - id: follow
    on: bar
    do: { trail: { chandelier: 2.5 } }
`;

const bar = (number: number, high: string, low = "99.95"): EventByKind<"md.bar"> =>
  aBar({
    timeframe: "1m",
    closeUs: at(number * 60),
    openPx: dollars("100"),
    highPx: dollars(high),
    lowPx: dollars(low),
    closePx: dollars("100"),
  });

const opened = () => {
  const desk = aDesk(aMachine(CHANDELIER));
  const order = anOpenPosition(desk);
  return { desk, order };
};

type Change = EventByKind<"order.replace-intent">;

/** What the position has seen so far. */
const seen = ({ machine }: ReturnType<typeof opened>["desk"]) =>
  (machine.snapshot() as unknown as Pick<State, "symbols">).symbols.find(({ symbol }) => symbol === "AAPL")?.extremes;

describe("the best price since the entry", () => {
  test("begins with the fill, and leaves out the bar in which that fell", () => {
    const { desk, order } = opened();
    desk.tell(bar(2, "100.9"));
    expect(seen(desk)).toEqual({ highPx: dollars("100"), lowPx: dollars("100"), peakQty: order.orderQty });
    desk.tell(bar(3, "100.1"), bar(4, "100.05", "99.9"));
    expect(seen(desk)).toMatchObject({ highPx: dollars("100.1"), lowPx: dollars("99.9") });
  });

  test("knows how large it was, whatever was closed of it since", () => {
    const { desk, order } = opened();
    desk.tell(fillOf(stopOf(order), shares(22)));
    expect(seen(desk)?.peakQty).toBe(order.orderQty);
  });

  test("is forgotten with the position", () => {
    const { desk, order } = opened();
    desk.tell(bar(3, "100.3"), fillOf(stopOf(order), order.orderQty));
    expect(seen(desk)).toBeUndefined();
  });

  test("follows a bar that is put right to a better price", () => {
    const { desk } = opened();
    const right = { ...bar(3, "100.2"), kind: "md.bar-corrected", revision: 1, reason: "LATE" } as const;
    desk.tell(bar(3, "100.1"), { ...right, source: "FIVE_SECOND_BARS" });
    expect(seen(desk)?.highPx).toBe(dollars("100.2"));
  });
});

describe("a stop that follows the market", () => {
  const up = () => aQuote({ bidPx: dollars("100.79"), askPx: dollars("100.81"), quoteUs: at(170) });
  const follow = (desk: ReturnType<typeof opened>["desk"], number: number, high: string) =>
    desk.tell(bar(number, high)).changes as [Change];

  test("goes up with it step by step, and stays when it falls", () => {
    const { desk, order } = opened();
    desk.tell(up());
    const [first] = follow(desk, 3, "100.5");
    expect(first).toMatchObject({ rule: "follow", reason: "trail" });
    desk.tell(says.replaced(first, order));
    const [second] = follow(desk, 4, "100.8");
    expect(second.stopPx).toBeGreaterThan(first.stopPx ?? 0);
    desk.tell(says.replaced(second, order));
    expect(follow(desk, 5, "100.4")).toEqual([]);
  });

  test("is asked for anew with the next bar when it was refused; the old stop works on", () => {
    const { desk } = opened();
    desk.tell(up());
    const [refused] = follow(desk, 3, "100.5");
    desk.tell(says.replaceRejected(refused));
    const [again] = follow(desk, 4, "100.5");
    expect(again.clOrdId).toBe(refused.clOrdId);
    expect(again.replaceId).not.toBe(refused.replaceId);
  });

  test("waits for its answer, and does not ask beside it", () => {
    const { desk } = opened();
    desk.tell(up());
    expect(follow(desk, 3, "100.5")).toHaveLength(1);
    expect(desk.tell(bar(4, "100.8"), minute(4)).changes).toEqual([]);
  });

  test("the same bar told again moves nothing", () => {
    const { desk, order } = opened();
    desk.tell(up());
    const [first] = follow(desk, 3, "100.5");
    desk.tell(says.replaced(first, order));
    expect(desk.tell(bar(3, "100.5")).emitted).toEqual([]);
  });
});
