import type { EventByKind, Order } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import { approvedOrderOf, legsOf } from "@bowline/orders";
import { anEntry, anOrder, dollars } from "@bowline/testkit";
import { afterEach, describe, expect, it } from "vitest";
import { ibOrder } from "./ib-order.ts";
import { endSessions, fresh, session, theTws } from "./test-session.ts";

afterEach(endSessions);

const BRACKET = {
  stopClOrdId: "STOP",
  stopPx: dollars("99"),
  targetClOrdId: "TARGET",
  targetLmtPx: dollars("102"),
};
const MORE = {
  units: [
    {
      entryClOrdId: "ENTRY2",
      stopClOrdId: "STOP2",
      targetClOrdId: "TARGET2",
      orderQty: shares(40),
      targetLmtPx: dollars("104"),
    },
  ],
};
const legsFor = (changes: Partial<Order>) => {
  const event: EventByKind<"order.approved"> = {
    kind: "order.approved",
    order: anOrder({ bracket: BRACKET, ...changes }),
    refPx: dollars("100"),
  };
  const order = approvedOrderOf(anEntry(event, { machine: "risk-gate" }));
  if (order === undefined) throw new Error("an approval");
  return legsOf(order);
};

/** What must reach TWS: id, parent, side, quantity, type, price, time in force, transmit, outside hours; in the order of the wire. */
const CASES: readonly (readonly [string, Partial<Order>, readonly string[]])[] = [
  [
    "a plain one: only the last leg transmits",
    {},
    ["7 0 BUY 100 LMT 100 DAY hold", "8 7 SELL 100 STP 99 GTC hold", "9 7 SELL 100 LMT 102 GTC send"],
  ],
  [
    "what works outside hours: the legs too",
    { outsideRth: true },
    [
      "7 0 BUY 100 LMT 100 DAY hold outside",
      "8 7 SELL 100 STP 99 GTC hold outside",
      "9 7 SELL 100 LMT 102 GTC send outside",
    ],
  ],
  [
    "a trailing stop",
    { bracket: { ...BRACKET, stopTrailAmt: dollars("1.5") } },
    ["7 0 BUY 100 LMT 100 DAY hold", "8 7 SELL 100 TRAIL 1.5 GTC hold", "9 7 SELL 100 LMT 102 GTC send"],
  ],
  [
    "an iceberg: its legs are none",
    { displayQty: shares(10), hidden: false },
    ["7 0 BUY 100 LMT 100 DAY hold", "8 7 SELL 100 STP 99 GTC hold", "9 7 SELL 100 LMT 102 GTC send"],
  ],
  [
    "two targets: two brackets, each with its own entry",
    { bracket: { ...BRACKET, more: MORE } },
    [
      "7 0 BUY 60 LMT 100 DAY hold",
      "8 7 SELL 60 STP 99 GTC hold",
      "9 7 SELL 60 LMT 102 GTC send",
      "10 0 BUY 40 LMT 100 DAY hold",
      "11 10 SELL 40 STP 99 GTC hold",
      "12 10 SELL 40 LMT 104 GTC send",
    ],
  ],
];

describe("[pitfall 11] a bracket on the wire", () => {
  it.each(CASES)("%s", async (_name, changes, expected) => {
    await fresh();
    const { ib } = await session();
    const legs = legsFor(changes);
    const idOf = new Map(legs.map(({ clOrdId }, index) => [clOrdId, 7 + index]));
    const written: string[] = [];
    for (const leg of legs) {
      const parentIbOrderId = leg.parentClOrdId === undefined ? undefined : idOf.get(leg.parentClOrdId);
      ib.placeOrder(leg, { ibOrderId: idOf.get(leg.clOrdId) ?? 0, ...(parentIbOrderId ? { parentIbOrderId } : {}) });
      const { orderId, order } = await theTws().next("placeOrder");
      const price = (order.lmtPx ?? order.auxPx ?? 0) / 1e6;
      const told = [
        orderId,
        order.parentId,
        order.action,
        (order.totalQty ?? 0) / 1e6,
        order.orderType,
        price,
        order.tif,
      ];
      written.push([...told, order.transmit ? "send" : "hold", ...(order.outsideRth ? ["outside"] : [])].join(" "));
    }
    expect(written).toEqual(expected);
  });

  it("a leg whose entry is gone names no parent: TWS would not find it", () => {
    const [, stop] = legsFor({});
    expect(stop === undefined ? undefined : ibOrder(stop, undefined).parentId).toBe(0);
  });
});
