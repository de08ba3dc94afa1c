import { expect, it } from "vitest";
import { placedIn } from "./wire-log.ts";

const line = (over: object, order: object = {}): string =>
  JSON.stringify({
    wallMs: 5.5,
    direction: "in",
    name: "placeOrder",
    message: { orderId: 7, order: { orderRef: "A", totalQty: 100, ...order } },
    ...over,
  });

it("reads what came in to be placed, and leaves a line that is not whole", () => {
  const log = [
    line({}),
    line({ name: "cancelOrder", message: { orderId: 7 } }),
    line({ direction: "out", name: "error", message: { text: '"placeOrder" refused' } }),
    line({}, { lmtPx: 50, auxPx: 49 }),
    line({}).slice(0, 40),
  ].join("\n");
  const first = { clOrdId: "A", wallMs: 5.5, ibOrderId: 7, orderQty: 100 };
  expect(placedIn(log)).toEqual([first, { ...first, lmtPx: 50, stopPx: 49 }]);
  expect(placedIn("")).toEqual([]);
});
