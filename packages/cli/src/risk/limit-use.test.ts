import { makeGroups } from "@bowline/config";
import type { Event } from "@bowline/contracts";
import { micros, money, shares } from "@bowline/kernel";
import { type LimitBook, makeLimitBook, parseLimits, renderLimits } from "@bowline/risk";
import { makeRiskGate } from "@bowline/risk-gate/machine";
import { aClock, aFill, anEntry, anOrder, aQuote, at, dollars } from "@bowline/testkit";
import { expect, it } from "vitest";
import { limitUse, reservationRows } from "./limit-use.ts";
import { findingRows, verdictLine } from "./what-if.ts";

const parsed = parseLimits(renderLimits({ equity: money(micros("100000")), profile: "careful" }), "limits.yaml");
if (!parsed.ok) throw new Error("the suggested limits cannot be read");
const limits = parsed.value;
const groups = makeGroups([["tech", ["AAPL"]]]);
const of = (book: LimitBook) => ({ book, groups, accountId: "DU1234567" });
const gateAfter = (...events: Event[]) => {
  const gate = makeRiskGate({ limits, groups, accountId: "DU1234567" });
  for (const event of events) gate.apply(anEntry(event, { machine: "execution", seenUs: at(600) }), () => undefined);
  return gate;
};
const account: Event = {
  kind: "broker.account",
  accountId: "DU1234567",
  cash: money(micros("100000")),
  equity: money(micros("100000")),
  positions: [],
};
const working: Event = {
  kind: "order.submitted",
  clOrdId: "WORKS",
  group: "tech",
  symbol: "AAPL",
  accountId: "DU1234567",
  strategy: "demo",
  rule: "entry",
  leg: "ENTRY",
  side: "BUY",
  orderQty: shares(50),
  ordType: "LMT",
  timeInForce: "DAY",
};
const held = gateAfter(account, aQuote({ quoteUs: at(600) }), aClock({ nowUs: at(600) }), aFill(), working);

it("tells what of each limit is used, with all that is open filled", () => {
  const rows = limitUse(held, of(limits));
  const rowOf = (limit: string) => rows.find((row) => row["limit"] === limit);
  expect(rowOf("maxGrossExposure")).toEqual({
    limit: "maxGrossExposure",
    of: "account",
    used: "15001.50",
    allowed: "99999.00",
    part: "15",
  });
  expect(rowOf("maxStrategyExposure")).toMatchObject({ used: "15001.50", of: "demo" });
  expect(rowOf("maxConcentration")).toMatchObject({ of: "AAPL", used: "15001.50", allowed: "24999.75" });
  expect(rowOf("maxStressLoss")).toMatchObject({ used: "1500.15", allowed: "9999.90" });
  expect(rowOf("minExcessMargin")).toMatchObject({ used: "7500.75", allowed: "79999.20" });
  expect(rowOf("maxOpenNotional")).toMatchObject({ used: "5000.50" });
  expect(rowOf("maxPositionNotional")).toMatchObject({ of: "AAPL", used: "15001.50", allowed: "25000.00", part: "60" });
  expect(rowOf("maxClusterExposure")).toMatchObject({ of: "with AAPL", used: "15001.50", allowed: "waived" });
  expect(rowOf("maxValueAtRisk")).toMatchObject({ of: "account", used: "?", allowed: "waived" });
  expect(rowOf("maxDailyLoss")).toMatchObject({ of: "2013-10-04", used: "1.00", allowed: "1000.00" });
  expect(rowOf("breakerPnlGap")).toMatchObject({ of: "session", used: "?", allowed: "0.001" });
  expect(rowOf("maxOpenOrders")).toMatchObject({ used: "1", allowed: "60" });
});
it("measures a part against the tightest that is its own", () => {
  const tight = makeLimitBook({
    everywhere: limits.everywhere,
    narrower: {
      symbols: { AAPL: { maxPositionNotional: money(micros("16000")) } },
      groups: { tech: { maxGroupExposure: 200_000 } },
      accounts: { DU1234567: { maxOpenOrders: 7 } },
    },
  });
  const rows = limitUse(held, of(tight));
  const allowed = (limit: string) => rows.find((row) => row["limit"] === limit)?.["allowed"];
  expect([allowed("maxPositionNotional"), allowed("maxGroupExposure"), allowed("maxOpenOrders")]).toEqual([
    "16000.00",
    "19999.80",
    "7",
  ]);
});
it("tells what sectors, what goes with an index and value at risk come to", () => {
  const instrument: Event = {
    kind: "md.instrument",
    group: "tech",
    symbol: "AAPL",
    conId: 1,
    minTick: dollars("0.01"),
    currency: "USD",
    primaryExchange: "NASDAQ",
    longName: "",
    sector: "Technology",
  };
  const gate = gateAfter(instrument, account, aQuote({ quoteUs: at(600) }), aClock({ nowUs: at(600) }), aFill());
  const bounds = { maxSectorExposure: 500_000, maxBetaExposure: { AAPL: 1_000_000 }, maxValueAtRisk: 20_000 };
  const rows = limitUse(gate, of(makeLimitBook({ everywhere: { ...limits.everywhere, ...bounds } })));
  const rowOf = (limit: string) => rows.find((row) => row["limit"] === limit);
  expect(rowOf("maxSectorExposure")).toMatchObject({
    of: "Technology",
    used: "10001.00",
    allowed: "49999.50",
    part: "20",
  });
  expect(rowOf("maxBetaExposure")).toMatchObject({ of: "AAPL", used: "10001.00", allowed: "99999.00" });
  expect(rowOf("maxValueAtRisk")).toMatchObject({ of: "account", used: "?", allowed: "1999.98", part: "" });
});
it("allows nothing of an equity that is gone, as the gate does", () => {
  const broke: Event = { ...account, cash: money(micros("-1")), equity: money(micros("-1")) };
  const rows = limitUse(gateAfter(broke), of(limits));
  expect(rows.find((row) => row["limit"] === "maxGrossExposure")).toMatchObject({ allowed: "0.00" });
});
it("says what it does not know, and what is waived", () => {
  const rows = limitUse(gateAfter(), of(limits));
  expect(rows[0]).toMatchObject({ limit: "maxGrossExposure", used: "0.00", allowed: "?", part: "" });
  const waiving = makeLimitBook({ everywhere: { ...limits.everywhere, maxDailyLoss: "waived" } });
  const open = limitUse(held, of(waiving));
  expect(open.find((row) => row["limit"] === "maxDailyLoss")).toMatchObject({ allowed: "waived", part: "" });
});
it("shows what is held until its outcome", () =>
  expect(reservationRows(held.state())).toEqual([
    { clOrdId: "WORKS", symbol: "AAPL", side: "BUY", leavesQty: "50", status: "SUBMITTED" },
  ]));
it("explains what every check would say of an order, with its values and what to do", () => {
  const { header } = anEntry(account, { machine: "strategy.tech", seenUs: at(600) });
  const answer = held.ask(anOrder({ orderQty: shares(5000), expiresUs: at(660) }), header);
  expect(verdictLine(answer)).toMatch(/^BUY 5000 AAPL LMT would be denied: AUTH_STALE_EPOCH, .*QTY_EXCEEDS_MAX/);
  const rows = findingRows(answer);
  expect(rows).toHaveLength(answer.findings.length);
  expect(rows.find((row) => row["code"] === "QTY_EXCEEDS_MAX")).toEqual({
    outcome: "DENY",
    code: "QTY_EXCEEDS_MAX",
    detail: "orderQty=5000 maxOrderQty=4000; Order less at once, or raise the limit before the next session.",
  });
  expect(rows.find((row) => row["code"] === "VAR_LIMIT")?.["outcome"]).toBe("WAIVED");
});
