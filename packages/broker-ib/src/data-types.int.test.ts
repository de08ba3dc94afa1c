import { encode } from "@bowline/tws-wire";
import { afterEach, expect, it } from "vitest";
import { endSessions, fresh, session, theTws } from "./test-session.ts";

afterEach(endSessions);

async function subscribed() {
  await fresh();
  const { ib, heard, wire } = await session();
  ib.subscribe("AAPL");
  const asked = await theTws().next("reqMktData");
  const { reqId } = asked;
  const v = wire.serverVersion;
  const told = async () => {
    await ib.fence();
    return heard.ticks.map(({ field, value }) => [field, value]);
  };
  return {
    asked,
    told,
    dataType: (marketDataType: number) => wire.send(encode.marketDataType(v, { reqId, marketDataType })),
    price: (tickType: number, px: number) => wire.send(encode.tickPrice(v, { reqId, tickType, px })),
    number: (tickType: number, valueMicros: number) =>
      wire.send(encode.tickGeneric(v, { reqId, tickType, valueMicros })),
    size: (tickType: number, qty: number) => wire.send(encode.tickSize(v, { reqId, tickType, qty })),
  };
}

it("tells each type of data before the ticks of it", async () => {
  const { dataType, price, told } = await subscribed();
  dataType(1);
  price(1, 99_000_000);
  dataType(2);
  price(1, 98_000_000);
  dataType(9);
  expect(await told()).toEqual([
    ["DATA_TYPE", 1],
    ["BID", 99_000_000],
    ["DATA_TYPE", 2],
    ["BID", 98_000_000],
  ]);
});

it("takes ticks with the numbers of delayed data for delayed, though TWS said that they are live", async () => {
  const { dataType, price, number, told } = await subscribed();
  dataType(1);
  price(67, 99_000_000);
  price(66, 98_000_000);
  number(90, 1_000_000);
  expect(await told()).toEqual([
    ["DATA_TYPE", 1],
    ["DATA_TYPE", 3],
    ["ASK", 99_000_000],
    ["BID", 98_000_000],
    ["HALTED", 1],
  ]);
});

it("leaves delayed and frozen what was told to be both", async () => {
  const { dataType, price, told } = await subscribed();
  dataType(4);
  price(67, 99_000_000);
  expect(await told()).toEqual([
    ["DATA_TYPE", 4],
    ["ASK", 99_000_000],
  ]);
});

it.each([
  ["FROZEN", 2],
  ["DELAYED", 3],
  ["DELAYED_FROZEN", 4],
] as const)("asks for %s data before its first subscription where it is told to", async (dataType, marketDataType) => {
  await fresh();
  const { ib } = await session({ dataType });
  ib.subscribe("AAPL");
  await theTws().next("reqMktData");
  const asked = theTws().heard.filter(({ type }) => /^reqM(arketDataType|ktData)$/.test(type));
  expect(asked).toMatchObject([{ type: "reqMarketDataType", marketDataType }, { type: "reqMktData" }]);
});

it("leaves live data, which every connection begins with, as it is", async () => {
  await subscribed();
  expect(theTws().heard.filter(({ type }) => type === "reqMarketDataType")).toEqual([]);
});

it("asks whether shares can be borrowed, and tells it", async () => {
  const { asked, number, size, told } = await subscribed();
  expect(asked).toMatchObject({ genericTicks: "236" });
  number(46, 3_000_000);
  size(89, 4_500_000_000);
  expect(await told()).toEqual([
    ["SHORTABLE", 3_000_000],
    ["SHORTABLE_QTY", 4_500_000_000],
  ]);
});
