import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stockContract } from "../wire-types.ts";
import { CLIENT_MESSAGES, decodeClientMessage } from "./index.ts";

/** Decodes a message written as `49|1|`. */
const decoded = (version: number, text: string) => decodeClientMessage(version, text.slice(0, -1).split("|"));

const AAPL = { ...stockContract({ conId: 265_598, symbol: "AAPL" }), localSymbol: "", tradingClass: "" };
const CONTRACT = "265598|AAPL|STK|||||SMART||USD|||";
const BAG = { ...AAPL, conId: 0, secType: "BAG" };
const BAG_FIELDS = "0|AAPL|BAG|||||SMART||USD|||";
const LEGS = [
  { conId: 1, ratio: 1, action: "BUY", exchange: "SMART" },
  { conId: 2, ratio: 2, action: "SELL", exchange: "SMART" },
];

describe.each([157, 178, 193])("requests at %i", (version) => {
  test.each([
    ["71|2|5||", { type: "startApi", clientId: 5, optionalCapabilities: "" }],
    ["5|1|", { type: "reqOpenOrders" }],
    ["16|1|", { type: "reqAllOpenOrders" }],
    ["15|1|1|", { type: "reqAutoOpenOrders", autoBind: true }],
    ["99|1|", { type: "reqCompletedOrders", apiOnly: true }],
    ["99||", { type: "reqCompletedOrders", apiOnly: false }],
    ["8|1|1|", { type: "reqIds" }],
    ["17|1|", { type: "reqManagedAccts" }],
    ["49|1|", { type: "reqCurrentTime" }],
    ["14|1|5|", { type: "setServerLogLevel", logLevel: 5 }],
    ["59|1|3|", { type: "reqMarketDataType", marketDataType: 3 }],
    ["6|2|1|DU1|", { type: "reqAccountUpdates", subscribe: true, accountId: "DU1" }],
    ["6|2|0||", { type: "reqAccountUpdates", subscribe: false, accountId: "" }],
    ["61|1|", { type: "reqPositions" }],
    ["64|1|", { type: "cancelPositions" }],
    ["74|1|9|DU1|M|", { type: "reqPositionsMulti", reqId: 9, accountId: "DU1", modelCode: "M" }],
    [
      "76|1|9|DU1||0|",
      { type: "reqAccountUpdatesMulti", reqId: 9, accountId: "DU1", modelCode: "", ledgerAndNlv: false },
    ],
    ["2|1|4|", { type: "cancelMktData", reqId: 4 }],
    ["2|2|4|", { type: "cancelMktData", reqId: 4 }],
    ["51|1|4|", { type: "cancelRealTimeBars", reqId: 4 }],
    ["25|1|4|", { type: "cancelHistoricalData", reqId: 4 }],
    ["63|1|4|", { type: "cancelAccountSummary", reqId: 4 }],
    ["75|1|4|", { type: "cancelPositionsMulti", reqId: 4 }],
    ["77|1|4|", { type: "cancelAccountUpdatesMulti", reqId: 4 }],
  ])("%s", (text, message) => {
    expect(decoded(version, text)).toEqual({ ok: true, value: message });
  });

  test("account summary takes its tags apart", () => {
    expect(decoded(version, "62|1|6|All|NetLiquidation, BuyingPower,|")).toEqual({
      ok: true,
      value: { type: "reqAccountSummary", reqId: 6, group: "All", tags: ["NetLiquidation", "BuyingPower"] },
    });
  });

  test("executions, with and without a filter", () => {
    expect(decoded(version, "7|3|9|5|DU1|20240102-14:30:00|AAPL|STK|SMART|BUY|")).toEqual({
      ok: true,
      value: {
        type: "reqExecutions",
        reqId: 9,
        clientId: 5,
        accountId: "DU1",
        time: "20240102-14:30:00",
        symbol: "AAPL",
        secType: "STK",
        exchange: "SMART",
        side: "BUY",
      },
    });
    expect(decoded(version, "7|3|9||||||||")).toMatchObject({
      ok: true,
      value: { clientId: 0, accountId: "", side: "" },
    });
  });

  test("contract details, the issuer from 176 on", () => {
    const value = {
      type: "reqContractDetails",
      reqId: 2,
      contract: AAPL,
      includeExpired: true,
      secIdType: "ISIN",
      secId: "US0378331005",
      ...(version >= 176 ? { issuerId: "e1234" } : {}),
    };
    const issuer = version >= 176 ? "e1234|" : "";
    expect(decoded(version, `9|8|2|${CONTRACT}1|ISIN|US0378331005|${issuer}`)).toEqual({ ok: true, value });
  });

  test("market data, also of a combination and beside a delta-neutral contract", () => {
    const value = {
      type: "reqMktData",
      reqId: 3,
      contract: AAPL,
      genericTicks: "233,236",
      snapshot: false,
      regulatorySnapshot: false,
    };
    expect(decoded(version, `1|11|3|${CONTRACT}0|233,236|0|0||`)).toEqual({ ok: true, value });
    expect(decoded(version, `1|11|3|${CONTRACT}1|77|0.5|10|233,236|0|||`)).toEqual({
      ok: true,
      value: { ...value, deltaNeutralContract: { conId: 77, delta: "0.5", price: "10" } },
    });
    expect(decoded(version, `1|11|3|${BAG_FIELDS}2|1|1|BUY|SMART|2|2|SELL|SMART||233,236|1|1||`)).toEqual({
      ok: true,
      value: { ...value, contract: BAG, comboLegs: LEGS, snapshot: true, regulatorySnapshot: true },
    });
  });

  test("real-time bars", () => {
    expect(decoded(version, `50|3|4|${CONTRACT}5|TRADES|1||`)).toEqual({
      ok: true,
      value: {
        type: "reqRealTimeBars",
        reqId: 4,
        contract: AAPL,
        barSizeSeconds: 5,
        whatToShow: "TRADES",
        useRth: true,
      },
    });
  });

  test("historical data, also of a combination", () => {
    const value = {
      type: "reqHistoricalData",
      reqId: 4,
      contract: AAPL,
      includeExpired: false,
      endDateTime: "20240102 16:00:00 US/Eastern",
      barSize: "1 min",
      duration: "1 D",
      useRth: true,
      whatToShow: "TRADES",
      formatDate: 2,
      keepUpToDate: false,
    };
    const range = "0|20240102 16:00:00 US/Eastern|1 min|1 D|1|TRADES|2|";
    expect(decoded(version, `20|4|${CONTRACT}${range}0||`)).toEqual({ ok: true, value });
    expect(decoded(version, `20|4|${BAG_FIELDS}${range}2|1|1|BUY|SMART|2|2|SELL|SMART|1||`)).toEqual({
      ok: true,
      value: { ...value, contract: BAG, comboLegs: LEGS, keepUpToDate: true },
    });
  });
});

test("what a client computed, and is no order, is read to the nearest micro", () => {
  expect(decoded(193, `55|2|2|${CONTRACT}0.30000000000000004|1e2||`)).toMatchObject({
    ok: true,
    value: { type: "calculateOptionPrice", volatility: 300_000, underlyingPx: 100_000_000 },
  });
  expect(decoded(193, "22|9|-1|STK|STK.US|TOP|1.7976931348623157e+308|||||||||||||0|||ALL|||")).toMatchObject({
    ok: true,
    value: { type: "reqScannerSubscription", rows: -1, stockTypeFilter: "ALL" },
  });
});

describe("cancellations", () => {
  const canceled = (more: object = {}) => ({ ok: true, value: { type: "cancelOrder", orderId: 21, ...more } });

  test("cancelOrder lost its version and gained fields", () => {
    expect(decoded(157, "4|1|21|")).toEqual(canceled());
    expect(decoded(178, "4|1|21|20240102 09:30:00|")).toEqual(canceled({ manualCancelTime: "20240102 09:30:00" }));
    expect(decoded(187, "4|1|21||||2147483647|")).toEqual(canceled());
    expect(decoded(190, "4|1|21||")).toEqual(canceled());
    expect(decoded(193, "4|21||ext|2147483647|")).toEqual(canceled({ extOperator: "ext" }));
  });

  test("globalCancel likewise", () => {
    for (const [version, text] of [
      [157, "58|1|"],
      [178, "58|1|"],
      [193, "58||2147483647|"],
    ] as const) {
      expect(decoded(version, text)).toEqual({ ok: true, value: { type: "globalCancel" } });
    }
  });

  test("one from another version is refused, with the order id where it was read", () => {
    expect(decoded(193, "4|1|21||")).toMatchObject({
      ok: false,
      error: { type: "MALFORMED", reason: "MISSING", requestId: 1 },
    });
    expect(decoded(178, "4|21||ext|2147483647|")).toMatchObject({ ok: false, error: { reason: "TRAILING_FIELDS" } });
    expect(decoded(193, "58|1|")).toMatchObject({ ok: false, error: { messageName: "globalCancel" } });
  });
});

describe("what cannot be read", () => {
  test("an id without a decoder is unknown, and keeps its fields", () => {
    expect(decoded(193, "999|1|DU1||")).toEqual({
      ok: true,
      value: { type: "unknown", messageId: "999", fields: ["999", "1", "DU1", ""] },
    });
    expect(decodeClientMessage(193, [])).toEqual({ ok: true, value: { type: "unknown", messageId: "", fields: [] } });
    expect(decoded(193, "toString|")).toMatchObject({ ok: true, value: { type: "unknown" } });
  });

  test("a request that is cut short names the field, the message and the request", () => {
    expect(decoded(193, "50|3|4|265598|AAPL|")).toEqual({
      ok: false,
      error: {
        type: "MALFORMED",
        messageId: "50",
        messageName: "reqRealTimeBars",
        field: "secType",
        reason: "MISSING",
        value: undefined,
        requestId: 4,
      },
    });
  });

  test("a request with more fields than are known is read", () => {
    expect(decoded(193, "49|1|more|")).toEqual({ ok: true, value: { type: "reqCurrentTime" } });
  });

  test("anything at all is a message, unknown or malformed, and never a throw", () => {
    const id = fc.constantFrom(...Object.values(CLIENT_MESSAGES).map(({ id }) => String(id)), "3", "999", "", "x");
    const field = fc.oneof(
      fc.constantFrom("", "0", "1", "-1", "2", "99999", "187.25", "2147483647", "BAG", "PEG BENCH", "PEG BEST", "None"),
      fc.string(),
    );
    const version = fc.integer({ min: 157, max: 193 });
    fc.assert(
      fc.property(version, id, fc.array(field, { maxLength: 140 }), (serverVersion, messageId, fields) => {
        const result = decodeClientMessage(serverVersion, [messageId, ...fields]);
        expect(result.ok ? typeof result.value.type : result.error.type).toMatch(/^(string|MALFORMED)$/);
      }),
      { numRuns: 3000 },
    );
  });
});
