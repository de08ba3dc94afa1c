import { expect } from "vitest";
import { type Call, refused } from "./calls.ts";
import { stockOf } from "./market.ts";

const EXCHANGES = "SMART,AMEX,NYSE,CBOE,PHLX,CHX,ARCA,NASDAQ,DRCTEDGE,BEX,BATS,EDGEA,BYX,IEX,PEARL,MEMX,LTSE,PSX".split(
  ",",
);

/** Five days of a week without a holiday, and Saturday. */
const hours = (from: string, to: string): string =>
  [4, 5, 6, 7, 8]
    .map((day) => `2024030${day}:${from}-2024030${day}:${to}`)
    .concat("20240309:CLOSED")
    .join(";");

/** At the newest version; older ones say less. The client keeps no multiplier of sizes, which the oldest have. */
export const details = (conId: number, version = 193): object => ({
  contract: {
    ...(version < 182 ? {} : { lastTradeDate: "" }),
    ...{ conId, symbol: "AAPL", secType: "STK", strike: 0, multiplier: 0, exchange: "SMART" },
    ...{ currency: "USD", localSymbol: "AAPL", tradingClass: "NMS", primaryExch: "NASDAQ" },
  },
  marketName: "NMS",
  minTick: 0.01,
  // What this TWS works; the list grows with it.
  orderTypes: expect.stringMatching(/^[A-Z]+(,[A-Z]+)*$/),
  validExchanges: EXCHANGES.join(","),
  priceMagnifier: 1,
  underConId: 0,
  longName: expect.stringMatching(/^Apple Inc/i),
  contractMonth: "",
  ...{ industry: "Technology", category: "Computers", subcategory: "Computers" },
  timeZoneId: "US/Eastern",
  tradingHours: hours("0400", "2000"),
  liquidHours: hours("0930", "1600"),
  ...{ evRule: "", evMultiplier: 0, aggGroup: 1, underSymbol: "", underSecType: "" },
  secIdList: [{ tag: "ISIN", value: expect.stringMatching(/^[A-Z]{2}[0-9A-Z]{9}\d$/) }],
  marketRuleIds: EXCHANGES.map(() => "26").join(","),
  realExpirationDate: "",
  stockType: "COMMON",
  ...(version < 164 ? {} : { minSize: 1, sizeIncrement: 1, suggestedSizeIncrement: 100 }),
  ...(version < 186 ? {} : { ineligibilityReasonList: [] }),
});

const sample = (conId: unknown, primaryExch: string, currency: string, version: number): object => ({
  contract: {
    ...{ conId, symbol: "AAPL", secType: "STK", primaryExch, currency },
    ...(version < 176 ? {} : { description: expect.stringMatching(/^Apple Inc/i), issuerId: "" }),
  },
  derivativeSecTypes: [],
});

/** Shares of Apple: in New York, and in Mexico. */
export const samples = (conId: number, version = 193): readonly object[] => [
  sample(conId, "NASDAQ", "USD", version),
  sample(expect.any(Number), "MEXI", "MXN", version),
];

/** What can be traded, and how finely. */
export const REFERENCE_CALLS: readonly Call[] = [
  {
    name: "reqContractDetails by symbol",
    call: (api) => void api.reqContractDetails(2, stockOf("AAPL")),
    told: ({ aapl }) => [
      ["contractDetails", 2, details(aapl.conId)],
      ["contractDetailsEnd", 2],
    ],
  },
  {
    name: "reqContractDetails of what is not there",
    call: (api) => void api.reqContractDetails(3, { ...stockOf("AAPL"), exchange: "NOWHERE" }),
    told: refused(3, 200, "No security definition has been found for the request"),
  },
  {
    name: "reqMatchingSymbols",
    call: (api) => void api.reqMatchingSymbols(4, "AAPL"),
    told: ({ aapl }) => [["symbolSamples", 4, samples(aapl.conId)]],
  },
  {
    name: "reqMarketRule",
    call: (api) => void api.reqMarketRule(26),
    told: () => [["marketRule", 26, [{ lowEdge: 0, increment: 0.01 }]]],
  },
  {
    name: "reqSmartComponents",
    call: (api) => void api.reqSmartComponents(5, "9c0001"),
    told: () => [
      [
        "smartComponents",
        5,
        new Map(EXCHANGES.slice(1).map((name, bit) => [bit, [name, String.fromCharCode("A".charCodeAt(0) + bit)]])),
      ],
    ],
  },
  {
    name: "reqSecDefOptParams",
    call: (api) => void api.reqSecDefOptParams(6, "AAPL", "", "STK", 265_598),
    told: () => [["securityDefinitionOptionParameterEnd", 6]],
  },
];
