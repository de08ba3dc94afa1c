import type { EventByKind } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import { dollarsPx } from "./test-view.ts";

/** An entry of 100 AAPL at 100, as it goes to the broker. */
export const aSubmitted = (changes: Partial<EventByKind<"order.submitted">> = {}): EventByKind<"order.submitted"> => ({
  kind: "order.submitted",
  clOrdId: "ENTRY",
  group: "tech",
  symbol: "AAPL",
  accountId: "DU1234567",
  strategy: "demo",
  rule: "entry",
  leg: "ENTRY",
  side: "BUY",
  orderQty: shares(100),
  ordType: "LMT",
  lmtPx: dollarsPx("100"),
  timeInForce: "DAY",
  ...changes,
});
