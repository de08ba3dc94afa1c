import type { BrokerInstrument } from "@bowline/broker-ib";
import { dollars } from "@bowline/testkit";
import { expect, it } from "vitest";
import { instrumentEntry } from "./market-entries.ts";

const aapl: BrokerInstrument = {
  symbol: "AAPL",
  conId: 1,
  minTick: dollars("0.01"),
  currency: "USD",
  primaryExchange: "NASDAQ",
  longName: "APPLE INC",
  industry: "Technology",
  category: "Computers",
  liquidHours: "",
  timeZoneId: "US/Eastern",
};
const instrument = { group: "tech", symbol: "AAPL" };

it("the sector is the broker's industry, unless groups.yaml says another", () => {
  expect(instrumentEntry({ instrument }, aapl)).toMatchObject({
    industry: "Technology",
    category: "Computers",
    sector: "Technology",
  });
  expect(instrumentEntry({ instrument, sector: "Gadgets" }, aapl)).toMatchObject({
    industry: "Technology",
    sector: "Gadgets",
  });
});
it("a fund that nobody classifies has none", () => {
  const { industry: _, category: __, ...fund } = aapl;
  expect(instrumentEntry({ instrument }, fund)).not.toHaveProperty("sector");
});
