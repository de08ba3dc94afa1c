import { appendFileSync, writeFileSync } from "node:fs";
import type { WireFrame } from "@bowline/tws-wire";

/** Market data is not logged: it is most of what passes, and every run's is the same. */
const NOT_LOGGED: ReadonlySet<string> = new Set([
  "tickPrice",
  "tickSize",
  "tickGeneric",
  "tickString",
  "realtimeBar",
  "historicalData",
]);

/** Fields of a placeOrder by the place where they stand, see the protocol's list. */
const PLACE_ORDER_FIELDS = {
  orderId: 1,
  symbol: 3,
  action: 16,
  orderQty: 17,
  ordType: 18,
  lmtPx: 19,
  stopPx: 20,
  orderRef: 26,
  transmit: 27,
  parentId: 28,
};

/**
 * One JSON line per message: wall and monotonic milliseconds, direction (in = from the client), client, name and the main fields. Written
 * at once, so that a kill loses none.
 */
export function makeWireLog(file: string): (frame: WireFrame) => void {
  writeFileSync(file, "", { flag: "a" });
  return ({ monotonicMs, direction, clientId, name, fields }) => {
    if (NOT_LOGGED.has(name)) return;
    const wallMs = performance.timeOrigin + performance.now();
    appendFileSync(
      file,
      `${JSON.stringify({ wallMs, monotonicMs, direction, clientId, name, ...mainFields(name, fields) })}\n`,
    );
  };
}

function mainFields(name: string, fields: readonly string[]): object {
  if (name !== "placeOrder") return { fields: fields.slice(1, 25) };
  return Object.fromEntries(Object.entries(PLACE_ORDER_FIELDS).map(([key, index]) => [key, fields[index] ?? ""]));
}
