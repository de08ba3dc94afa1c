import { type BrokerOrder, makeBroker } from "@bowline/matching";
import { px, shares, us } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { wireOrderOf } from "./wire-order.ts";

/** An order as the broker has it right after it came in, while the market is closed. */
function placed(wish: Partial<BrokerOrder>): BrokerOrder {
  const broker = makeBroker({ symbols: ["IBM"] });
  const request = { clientId: 1, ibOrderId: 1, orderRef: "", symbol: "IBM", side: "SELL", transmit: true } as const;
  broker.place(
    { ...request, orderQty: shares(1), ordType: "MKT", timeInForce: "GTC", ...wish },
    us(1_709_533_800_000_000),
  );
  return broker.openOrders()[0]!;
}

describe("the second stop price of an order", () => {
  it.each<[string, Partial<BrokerOrder>, number | undefined]>([
    ["a market order has none", {}, undefined],
    ["a limit's is a dollar above it, of a sale too", { ordType: "LMT", lmtPx: px(100_000_000) }, 101_000_000],
    ["a stop's is its trigger", { ordType: "STP", stopPx: px(90_000_000) }, 90_000_000],
    ["a touch's is its trigger", { ordType: "MIT", stopPx: px(110_500_000) }, 110_500_000],
    [
      "a trailing stop's is its stop",
      { ordType: "TRAIL", trailStopPx: px(95_000_000), trailingAmount: px(1_000_000) },
      95_000_000,
    ],
  ])("%s", (_name, wish, told) => {
    expect(wireOrderOf(placed(wish), "DU1").rare?.adjustedTrailStopPx).toBe(told);
  });
});
