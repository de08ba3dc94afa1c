import { shares } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import type { OcaType, OrderRequest } from "./index.ts";
import { anOpenBroker, anOrder, aStep, atStep, fillsOf, linesOf } from "./test-support.ts";

const T = atStep(1);
const [T2, T3] = [atStep(2), atStep(3)];
const both = aStep({ low: "98", high: "102" });

describe("an OCA group", () => {
  const group = (ocaType: OcaType | undefined): OrderRequest[] => [
    anOrder({ lmt: "99", shares: 600, ocaGroup: "g", ocaType }),
    anOrder({ ibOrderId: 2, lmt: "98", shares: 300, ocaGroup: "g", ocaType }),
  ];
  const placed = (ocaType: OcaType | undefined, options: Parameters<typeof anOpenBroker>[0] = {}) => {
    const broker = anOpenBroker(options);
    for (const request of group(ocaType)) broker.place(request, T);
    return broker;
  };
  const partial = { partialFills: true };

  it("type 1 cancels the others with the first fill, be it partial", () => {
    const broker = placed(1, partial);
    expect(fillsOf(broker.step([both], T2))).toEqual(["1 BUY 500 @ 99"]);
    expect(broker.openOrders()).toMatchObject([{ ibOrderId: 1, leavesQty: shares(100) }]);
  });

  it("type 2 leaves the others the part that the filled one has left", () => {
    const broker = placed(2, partial);
    const events = broker.step([aStep({ low: "99", size: 400 })], T2);
    expect(linesOf(events)).toContain("orderStatus 2 Submitted 0/100");
    expect(fillsOf(broker.step([aStep({ low: "98" })], T3))).toEqual(["1 BUY 200 @ 99"]);
    expect(broker.openOrders()).toEqual([]);
    expect(broker.completedOrders()[1]).toMatchObject({ ibOrderId: 2, status: "Cancelled" });
  });

  it("type 3 hears of it after everything else: one step can fill more than the group was for", () => {
    expect(fillsOf(placed(3).step([both], T2))).toEqual(["1 BUY 600 @ 99", "2 BUY 300 @ 98"]);
    const reduced = placed(3, partial);
    reduced.step([aStep({ low: "99", size: 400 })], T2);
    expect(reduced.openOrders()).toMatchObject([{ leavesQty: shares(200) }, { leavesQty: shares(100) }]);
  });

  it("is of the type that the switch says where its orders say none", () => {
    expect(
      placed(undefined)
        .step([both], T2)
        .filter(({ type }) => type === "execution"),
    ).toHaveLength(1);
    const overfilled = placed(undefined, { behaviour: { groupOcaType: 3 } });
    expect(fillsOf(overfilled.step([both], T2))).toHaveLength(2);
  });

  it("is one client's", () => {
    const broker = placed(1);
    broker.place(anOrder({ clientId: 2, lmt: "98", ocaGroup: "g" }), T);
    broker.step([aStep({ low: "99" })], T2);
    expect(broker.openOrders()).toMatchObject([{ clientId: 2 }]);
  });
});

describe("the children of one parent", () => {
  const bracket = [
    anOrder({ shares: 300, transmit: false }),
    anOrder({ ibOrderId: 2, side: "SELL", shares: 300, stop: "99", parentIbOrderId: 1, transmit: false }),
    anOrder({ ibOrderId: 3, side: "SELL", shares: 300, lmt: "101", parentIbOrderId: 1 }),
  ];

  it("are reduced by each other's partial fills where that is switched on", () => {
    const broker = anOpenBroker({ partialFills: true, behaviour: { childOcaType: 2 } });
    for (const request of bracket) broker.place(request, T);
    broker.step([aStep({ high: "101", size: 100 })], T2);
    expect(broker.openOrders().map(({ ibOrderId, leavesQty }) => [ibOrderId, leavesQty / 1e6])).toEqual([
      [2, 200],
      [3, 200],
    ]);
  });

  it("tell why they are held", () => {
    const broker = anOpenBroker();
    const limit = { ...bracket[0]!, ordType: "LMT" as const, lmtPx: 99_000_000 as never };
    for (const request of [limit, ...bracket.slice(1)]) broker.place(request, T);
    expect(broker.openOrders().map(({ whyHeld }) => whyHeld)).toEqual([undefined, "child,trigger", "child"]);
  });

  it.each([
    ["CANCEL_CHILDREN" as const, []],
    ["RELEASE_CHILDREN" as const, [2, 3]],
  ])("of a partly filled parent that is canceled: %s", (partlyFilledParentCanceled, open) => {
    const broker = anOpenBroker({ partialFills: true, behaviour: { partlyFilledParentCanceled } });
    const [parent, ...children] = bracket;
    for (const request of [{ ...parent!, orderQty: shares(700) }, ...children]) broker.place(request, T);
    broker.cancel(1, 1, T);
    expect(broker.openOrders().map(({ ibOrderId }) => ibOrderId)).toEqual(open);
    const fills = fillsOf(broker.step([aStep({ high: "101" })], T2));
    expect(fills).toEqual(open.length === 0 ? [] : ["3 SELL 300 @ 101"]);
  });
});
