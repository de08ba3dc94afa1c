import { encode } from "./index.ts";
import { expect, test } from "vitest";
import { encodeFrame } from "../framing.ts";
import { goldenFrame } from "../test-support.ts";
import { stockContract } from "../wire-types.ts";

const accountId = "DU1234567";

test.each([157, 178, 193])("account messages at %i", (version) => {
  expect(
    encodeFrame(
      encode.updateAccountValue(version, { key: "NetLiquidation", value: "25000.10", currency: "USD", accountId }),
    ),
  ).toEqual(goldenFrame("6|2|NetLiquidation|25000.10|USD|DU1234567|"));
  const portfolio = encode.updatePortfolio(version, {
    contract: stockContract({ conId: 265_598, symbol: "AAPL", primaryExch: "NASDAQ" }),
    positionQty: -100_000_000,
    marketPx: 187_250_000,
    marketValue: -18_725_000_000,
    avgCost: 187_000_000,
    unrealizedPnl: -25_000_000,
    realizedPnl: 0,
    accountId,
  });
  expect(portfolio).toHaveLength(20);
  expect(encodeFrame(portfolio)).toEqual(
    goldenFrame("7|8|265598|AAPL|STK||0|0||NASDAQ|USD|AAPL|AAPL|-100|187.25|-18725|187|-25|0|DU1234567|"),
  );
  expect(encodeFrame(encode.updateAccountTime(version, { time: "09:30" }))).toEqual(goldenFrame("8|1|09:30|"));
  expect(encodeFrame(encode.accountDownloadEnd(version, { accountId }))).toEqual(goldenFrame("54|1|DU1234567|"));
  expect(
    encodeFrame(
      encode.accountSummary(version, { reqId: 6, accountId, tag: "BuyingPower", value: "100000", currency: "USD" }),
    ),
  ).toEqual(goldenFrame("63|1|6|DU1234567|BuyingPower|100000|USD|"));
  expect(encodeFrame(encode.accountSummaryEnd(version, { reqId: 6 }))).toEqual(goldenFrame("64|1|6|"));
  expect(
    encodeFrame(
      encode.accountUpdateMulti(version, {
        reqId: 6,
        accountId,
        modelCode: "",
        key: "Cash",
        value: "1",
        currency: "USD",
      }),
    ),
  ).toEqual(goldenFrame("73|1|6|DU1234567||Cash|1|USD|"));
  expect(encodeFrame(encode.accountUpdateMultiEnd(version, { reqId: 6 }))).toEqual(goldenFrame("74|1|6|"));
});

test("a right of its own is kept in the portfolio", () => {
  const contract = { ...stockContract({ conId: 1, symbol: "AAPL" }), right: "C" };
  const fields = encode.updatePortfolio(193, {
    contract,
    positionQty: 0,
    marketPx: 0,
    marketValue: 0,
    avgCost: 0,
    unrealizedPnl: 0,
    realizedPnl: 0,
    accountId,
  });
  expect(fields[7]).toBe("C");
});
