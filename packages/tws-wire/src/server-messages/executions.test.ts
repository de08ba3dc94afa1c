import { encode } from "./index.ts";
import { expect, test } from "vitest";
import { encodeFrame } from "../framing.ts";
import { goldenFrame, OPEN_US } from "../test-support.ts";
import { wireTime } from "../wire-time.ts";
import { stockContract } from "../wire-types.ts";

const execution = (version: number) => ({
  reqId: -1,
  orderId: 21,
  contract: stockContract({ conId: 265_598, symbol: "AAPL", exchange: "ISLAND", primaryExch: "NASDAQ" }),
  execId: "00025b46.63f8f39c.01.01",
  time: wireTime(version, OPEN_US),
  accountId: "DU1234567",
  exchange: "ISLAND",
  side: "BOT" as const,
  lastQty: 40_000_000,
  lastPx: 187_250_000,
  permId: 900_001,
  clientId: 5,
  cumQty: 40_000_000,
  avgPx: 187_250_000,
  orderRef: "K4Z7",
  lastLiquidity: 2,
});

const CONTRACT = "265598|AAPL|STK||0|||ISLAND|USD|AAPL|AAPL|";

test("execution details at 157, 178 and 193", () => {
  const head = `11|-1|21|${CONTRACT}00025b46.63f8f39c.01.01|`;
  const middle = "DU1234567|ISLAND|BOT|40|187.25|900001|5|0|40|187.25|K4Z7|||";
  expect(encodeFrame(encode.execDetails(157, execution(157)))).toEqual(
    goldenFrame(`${head}20240102  09:30:00|${middle}|2|`),
  );
  for (const version of [178, 193]) {
    expect(encodeFrame(encode.execDetails(version, execution(version)))).toEqual(
      goldenFrame(`${head}20240102 09:30:00 US/Eastern|${middle}|2|0|`),
    );
  }
});

test("what is rare in an execution", () => {
  const fields = encode.execDetails(193, {
    ...execution(193),
    liquidation: true,
    modelCode: "M",
    pendingPriceRevision: true,
  });
  expect(fields.slice(23)).toEqual(["1", "40", "187.25", "K4Z7", "", "", "M", "2", "1"]);
  expect(encode.execDetails(193, { ...execution(193), lastLiquidity: undefined }).at(-2)).toBe("0");
});

test.each([157, 178, 193])("end and commission at %i", (version) => {
  expect(encodeFrame(encode.execDetailsEnd(version, { reqId: 9 }))).toEqual(goldenFrame("55|1|9|"));
  const opening = { execId: "00025b46.63f8f39c.01.01", commission: 1_000_000, currency: "USD" };
  const max = "1.7976931348623157E308";
  expect(encodeFrame(encode.commissionReport(version, opening))).toEqual(
    goldenFrame(`59|1|00025b46.63f8f39c.01.01|1|USD|${max}|${max}||`),
  );
  expect(encodeFrame(encode.commissionReport(version, { ...opening, realizedPnl: -12_345_000 }))).toEqual(
    goldenFrame(`59|1|00025b46.63f8f39c.01.01|1|USD|-12.345|${max}||`),
  );
});
