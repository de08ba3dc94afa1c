import { encode } from "./index.ts";
import { expect, test } from "vitest";
import { encodeFrame } from "../framing.ts";
import { goldenFrame } from "../test-support.ts";
import { stockContract } from "../wire-types.ts";
import type { ContractDetailsMessage } from "../index.ts";

const HOURS = "20240102:0400-20240102:2000;20240103:CLOSED";
const LIQUID = "20240102:0930-20240102:1600;20240103:CLOSED";

const details: ContractDetailsMessage = {
  reqId: 2,
  contract: stockContract({ conId: 265_598, symbol: "AAPL", primaryExch: "NASDAQ" }),
  marketName: "NMS",
  minTickPx: 10_000,
  orderTypes: "LMT,MKT,STP",
  validExchanges: "SMART,NASDAQ",
  marketRuleIds: "26,26",
  longName: "APPLE INC",
  industry: "Technology",
  timeZoneId: "US/Eastern",
  tradingHours: HOURS,
  liquidHours: LIQUID,
  secIds: [{ tag: "ISIN", value: "US0378331005" }],
  stockType: "COMMON",
};

/** symbol .. minTick with what stands before and between, then orderTypes .. stockType. */
const MIDDLE = "0||SMART|USD|AAPL|NMS|AAPL|265598|0.01|";
const REST =
  "|LMT,MKT,STP|SMART,NASDAQ|1|0|APPLE INC|NASDAQ||Technology|||US/Eastern|" +
  `${HOURS}|${LIQUID}|||1|ISIN|US0378331005|1|||26,26||COMMON|`;

test("contract details at 157, 163, 178 and 193", () => {
  expect(encodeFrame(encode.contractDetails(157, details))).toEqual(
    goldenFrame(`10|8|2|AAPL|STK||${MIDDLE}100|${REST}`),
  );
  expect(encodeFrame(encode.contractDetails(163, details))).toEqual(
    goldenFrame(`10|8|2|AAPL|STK||${MIDDLE}100|${REST}1|`),
  );
  expect(encodeFrame(encode.contractDetails(178, details))).toEqual(
    goldenFrame(`10|2|AAPL|STK||${MIDDLE}${REST}1|1|1|`),
  );
  expect(encodeFrame(encode.contractDetails(193, details))).toEqual(
    goldenFrame(`10|2|AAPL|STK|||${MIDDLE}${REST}1|1|1|0|`),
  );
});

test("sizes other than whole shares", () => {
  const sizes = { ...details, minQty: 100, qtyIncrement: 1000, suggestedQtyIncrement: 100_000_000 };
  expect(encode.contractDetails(193, sizes).slice(-4)).toEqual(["0.0001", "0.001", "100", "0"]);
});

test("nothing where nothing is said", () => {
  const { industry: _, secIds: __, stockType: ___, ...plain } = details;
  expect(encode.contractDetails(178, plain)).toHaveLength(encode.contractDetails(178, details).length - 2);
});

test("the end of contract details", () => {
  expect(encodeFrame(encode.contractDetailsEnd(193, { reqId: 2 }))).toEqual(goldenFrame("52|1|2|"));
});
