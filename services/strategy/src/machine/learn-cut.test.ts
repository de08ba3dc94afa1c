import type { Order } from "@bowline/contracts";
import { type Qty, shares } from "@bowline/kernel";
import { anOrder, dollars } from "@bowline/testkit";
import { expect, it } from "vitest";
import { learnCut } from "./learn-cut.ts";
import type { SymbolState } from "./state.ts";

const order = {
  ...anOrder({ clOrdId: "E", orderQty: shares(49) }),
  bracket: {
    stopClOrdId: "S",
    targetClOrdId: "T",
    more: { units: [{ entryClOrdId: "E2", stopClOrdId: "S2", targetClOrdId: "T2", orderQty: shares(16) }] },
  },
} as unknown as Order;
const learned = (wantedQty?: Qty): readonly number[] => {
  const orders = ["E", "S", "T", "E2", "S2", "T2", "OTHER"].map((clOrdId) => ({ clOrdId, orderQty: shares(100) }));
  learnCut({ orders } as unknown as SymbolState, {
    kind: "order.approved",
    order,
    refPx: dollars("100"),
    ...(wantedQty === undefined ? {} : { wantedQty }),
  });
  return orders.map(({ orderQty }) => Number(orderQty) / 1e6);
};

it("makes each part of a cut order, its stop and its target as large as the gate left them", () => {
  expect(learned(shares(100))).toEqual([33, 33, 33, 16, 16, 16, 100]);
});

it("changes nothing where the gate cut nothing", () => {
  expect(learned()).toEqual([100, 100, 100, 100, 100, 100, 100]);
});
