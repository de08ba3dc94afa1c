import { type BrokerBar } from "@bowline/broker-ib";
import { us } from "@bowline/kernel";
import { type ContractDetails, EventName, MarketDataType, SecType, WhatToShow } from "@stoqey/ib";
import { expect } from "vitest";
import type { Scenario } from "../scenario.ts";
import type { Tws } from "../tws.ts";

const describesInstrument: Scenario = async ({ session: { session }, instrument: { details }, target }) => {
  const { contract, minTick, liquidHours, timeZoneId, marketRuleIds, validExchanges } = details;
  expect(contract.conId).toBeGreaterThan(0);
  expect(minTick).toBeGreaterThan(0);
  expect(liquidHours).toMatch(/^\d{8}:/);
  expect(timeZoneId).not.toBe("");
  expect(marketRuleIds?.split(",")).toHaveLength(validExchanges?.split(",").length ?? 0);
  const described = await session.instrument(target.symbol);
  expect(described).toMatchObject({
    ok: true,
    value: { symbol: target.symbol, conId: contract.conId, currency: "USD" },
  });
};

const tellsIncrements: Scenario = async ({ desk, instrument: { details } }) => {
  const [id = ""] = details.marketRuleIds?.split(",") ?? [];
  const [ruleId, increments] = await desk.next("the market rule", EventName.marketRule, () => {
    desk.api.reqMarketRule(Number(id));
  });
  expect(ruleId).toBe(Number(id));
  const steps = increments as readonly { readonly lowEdge: number; readonly increment: number }[];
  expect(steps[0]?.lowEdge).toBe(0);
  for (const { increment } of steps) expect(increment).toBeGreaterThan(0);
};

const UNKNOWN_SYMBOL = "ZZQXJ";

const refusesUnknown: Scenario = async ({ session: { session } }) => {
  expect(await session.instrument(UNKNOWN_SYMBOL)).toMatchObject({ ok: false, error: { type: "refused", code: 200 } });
};

const listsVague: Scenario = async ({ desk, instrument: { contract } }, note) => {
  const { symbol = "" } = contract;
  const told = await desk.ask("what a vague contract may mean", EventName.contractDetailsEnd, (reqId) =>
    desk.api.reqContractDetails(reqId, { symbol, secType: SecType.STK, currency: "USD" }),
  );
  const found = told.flatMap(({ event, args }) =>
    event === EventName.contractDetails ? [(args[1] as ContractDetails).contract] : [],
  );
  expect(found.length).toBeGreaterThan(0);
  for (const one of found) expect(one.symbol).toBe(symbol);
  note(`${found.length} contracts`);
};

/** Last, bid, ask, close: live, and delayed. */
const PRICES = new Set([1, 2, 4, 9, 66, 67, 68, 75]);
const isPrice = (args: readonly unknown[]): boolean => PRICES.has(Number(args[1])) && Number(args[2]) > 0;

const streams: Scenario = async ({ desk, instrument: { contract } }, note) => {
  const reqId = desk.newRequestId();
  desk.api.reqMarketDataType(MarketDataType.DELAYED);
  desk.api.reqMktData(reqId, contract, "", false, false);
  const toldOf = (event: EventName) => desk.log.filter((told) => told.event === event && told.args[0] === reqId);
  await desk.until("a price", () => toldOf(EventName.tickPrice).find(({ args }) => isPrice(args)));
  desk.api.cancelMktData(reqId);
  note(
    `market data type ${toldOf(EventName.marketDataType)
      .map(({ args }) => String(args[1]))
      .join(", ")}`,
  );
};

/** TWS collects for eleven seconds. */
const givesSnapshot: Scenario = async ({ desk, instrument: { contract } }) => {
  desk.api.reqMarketDataType(MarketDataType.DELAYED);
  const told = await desk.ask("a snapshot", EventName.tickSnapshotEnd, (reqId) =>
    desk.api.reqMktData(reqId, contract, "", true, false),
  );
  expect(told.some(({ event, args }) => event === EventName.tickPrice && isPrice(args))).toBe(true);
};

function expectWithinBounds({ openPx, highPx, lowPx, closePx, volume }: BrokerBar): void {
  expect(Number(lowPx)).toBeGreaterThan(0);
  for (const price of [openPx, closePx]) {
    expect(Number(price)).toBeGreaterThanOrEqual(Number(lowPx));
    expect(Number(price)).toBeLessThanOrEqual(Number(highPx));
  }
  expect(Number(volume)).toBeGreaterThanOrEqual(0);
}

const FIVE_SECONDS_US = 5_000_000;

const buildsBars: Scenario = async ({ session: { session, bars, until }, target }) => {
  session.subscribe(target.symbol);
  const bar = await until("a five-second bar", () => bars.at(-1));
  expectWithinBounds(bar);
  expect(bar.closeUs % FIVE_SECONDS_US).toBe(0);
};

const BARS = 30;

const givesPast: Scenario = async ({ session: { session }, desk, target }: Tws) => {
  const endUs = us((await desk.time()) * 1_000_000);
  const answer = await session.history({ symbol: target.symbol, timeframe: "1m", endUs, bars: BARS });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  expect(answer.value).toHaveLength(BARS);
  for (const [index, bar] of answer.value.entries()) {
    expectWithinBounds(bar);
    expect(bar.closeUs).toBeGreaterThan(answer.value[index - 1]?.closeUs ?? 0);
  }
};

const EPOCH_SECONDS = 2;

const tellsHead: Scenario = async ({ desk, instrument: { contract } }) => {
  const [told] = await desk.ask("the head timestamp", EventName.headTimestamp, (reqId) =>
    desk.api.reqHeadTimestamp(reqId, contract, WhatToShow.TRADES, true, EPOCH_SECONDS),
  );
  const seconds = Number(told?.args[1]);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThan(await desk.time());
};

export const DATA = {
  "describes the instrument": describesInstrument,
  "tells the price increments": tellsIncrements,
  "refuses an unknown symbol": refusesUnknown,
  "lists what a vague contract may mean": listsVague,
  "streams quotes": streams,
  "gives a snapshot": givesSnapshot,
  "builds five-second bars": buildsBars,
  "gives bars of the past": givesPast,
  "tells since when there is data": tellsHead,
};
