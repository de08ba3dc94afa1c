import type { PlacedFact } from "./placed.ts";

/** A placeOrder in the simulator's log. A price that the order type does not have is absent. */
type PlaceLine = {
  readonly wallMs: number;
  readonly direction: "in" | "out";
  readonly name: string;
  readonly message: {
    readonly orderId: number;
    readonly order: {
      readonly orderRef: string;
      readonly totalQty: number;
      readonly lmtPx?: number;
      readonly auxPx?: number;
    };
  };
};

/** Every placeOrder of a log that the simulator writes, one JSON object a line, in its order. A last line that is cut off is left out. */
export const placedIn = (log: string): readonly PlacedFact[] =>
  log
    .slice(0, log.lastIndexOf("\n") + 1)
    .split("\n")
    .filter((line) => line.includes('"placeOrder"'))
    .map((line) => JSON.parse(line) as PlaceLine)
    .filter(({ direction, name }) => direction === "in" && name === "placeOrder")
    .map(({ wallMs, message: { orderId, order } }) => ({
      clOrdId: order.orderRef,
      wallMs,
      ibOrderId: orderId,
      orderQty: order.totalQty,
      lmtPx: order.lmtPx,
      stopPx: order.auxPx,
    }));
