import { makeGroups } from "@bowline/config";
import {
  type Entry,
  type Event,
  type EventByKind,
  makeDecisionHash,
  type Order,
  type ServiceContract,
} from "@bowline/contracts";
import { formatMicros, micros, money, shares } from "@bowline/kernel";
import { makeSyntheticMarket, type Market } from "@bowline/matching";
import { aSignal, dollars } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { type BacktestProgress, runBacktest } from "./run-backtest.ts";
import { openGate, stateless, trader } from "./test-machines.ts";

const groups = makeGroups([["tech", ["AAPL", "MSFT"]]]);
const marketOf = (seed = 1, sessions = 1, minutes = 5): Market =>
  makeSyntheticMarket({ seed, sessions, minutes, groups: { tech: ["AAPL", "MSFT"] } });
const accountId = "DU1234567";

type Run = { entries: readonly Entry[]; hash: string };
function run(
  orders: Parameters<typeof trader>[0],
  options: { market?: Market; cancels?: Parameters<typeof trader>[1] } = {},
): Run {
  const entries: Entry[] = [];
  const hash = makeDecisionHash();
  const market = options.market ?? marketOf();
  const machines = [trader(orders, options.cancels), openGate()];
  runBacktest({
    market,
    groups,
    machines,
    accountId,
    cash: money(micros("100000")),
    onEntry: (entry) => {
      entries.push(entry);
      hash.add(entry);
    },
  });
  return { entries, hash: hash.digest() };
}
const ofKind = <K extends Event["kind"]>(entries: readonly Entry[], kind: K): EventByKind<K>[] =>
  entries.map(({ event }) => event).filter((event): event is EventByKind<K> => event.kind === kind);
const orderKinds = (entries: readonly Entry[]): string[] =>
  entries
    .map(({ event }) => event.kind)
    .filter((kind) => kind.startsWith("order.") && kind !== "order.intent" && kind !== "order.approved");
const at =
  (wanted: number, ...orders: Partial<Order>[]) =>
  (minute: number) =>
    minute === wanted ? orders : [];
const market = { ordType: "MKT", lmtPx: undefined } as const;

describe("a backtest", () => {
  it("plays each step as five-second bars, quotes and one clock, symbols in the alphabet's order", () => {
    const { entries } = run(() => []);
    const kinds = entries.map(
      ({ event, header }) => `${header.machine} ${event.kind}${"symbol" in event ? ` ${event.symbol}` : ""}`,
    );
    const first = kinds.indexOf("execution md.bar AAPL");
    expect(kinds.slice(first, first + 5)).toEqual([
      "execution md.bar AAPL",
      "execution md.bar MSFT",
      "feed md.quote AAPL",
      "feed md.quote MSFT",
      "clock control.clock",
    ]);
    expect(ofKind(entries, "control.clock")).toHaveLength(60);
    const [plan] = marketOf().sessions();
    const last = ofKind(entries, "control.clock").at(-1);
    expect((last?.nowUs ?? 0) - (plan?.openUs ?? 0)).toBe(300_000_000);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
  });
  it("says the account at the start, on each minute and when it differs", () => {
    const { entries } = run(() => []);
    expect(ofKind(entries, "broker.account").map(({ cash }) => formatMicros(cash))).toEqual(
      Array.from({ length: 6 }, () => "100000"),
    );
    expect(ofKind(entries, "broker.session")).toMatchObject([{ state: "READY", accountId }]);
  });
  it("fills a market order at the quote that stands, in the step of the decision", () => {
    const { entries } = run(at(2, { ...market, clOrdId: "A" }));
    expect(orderKinds(entries)).toEqual(["order.submitted", "order.accepted", "order.filled", "order.commission"]);
    const [fill] = ofKind(entries, "order.filled");
    const quote = ofKind(entries, "md.quote").find(
      ({ symbol, quoteUs }) => symbol === "AAPL" && quoteUs === fill?.transactUs,
    );
    expect(fill).toMatchObject({
      clOrdId: "A",
      lastQty: shares(100),
      lastPx: quote?.askPx,
      leavesQty: 0,
      accountId,
    });
    const account = ofKind(entries, "broker.account").at(-1);
    expect(account?.positions).toMatchObject([{ symbol: "AAPL", quantity: shares(100) }]);
  });
  it("places a bracket as three orders that live and die together", () => {
    const bracket = { stopClOrdId: "S", stopPx: dollars("1"), targetClOrdId: "T", targetLmtPx: dollars("9000") };
    const { entries } = run(at(1, { ...market, clOrdId: "A", bracket }), {
      cancels: (minute) => (minute === 3 ? ["S", "NEVER-PLACED"] : []),
    });
    const submitted = ofKind(entries, "order.submitted");
    expect(submitted.map(({ clOrdId, leg, parentClOrdId, side }) => [clOrdId, leg, parentClOrdId, side])).toEqual([
      ["A", "ENTRY", undefined, "BUY"],
      ["S", "STOP", "A", "SELL"],
      ["T", "TARGET", "A", "SELL"],
    ]);
    expect(ofKind(entries, "order.canceled")).toMatchObject([{ clOrdId: "S", reason: "requested" }]);
  });
  it("lets a DAY order expire at the end, and a rejection be the broker's", () => {
    const { entries } = run(
      at(1, { clOrdId: "REST", lmtPx: dollars("1") }, { clOrdId: "TICK", lmtPx: dollars("1.001") }),
    );
    expect(ofKind(entries, "order.expired")).toMatchObject([{ clOrdId: "REST" }]);
    expect(ofKind(entries, "order.rejected")).toMatchObject([{ clOrdId: "TICK", code: 110 }]);
  });
  it("answers market-data's requests", () => {
    const entries: Entry[] = [];
    const market = marketOf();
    const asker = stateless("market-data", ({ event }, emit) => {
      if (event.kind !== "broker.session") return;
      emit({ kind: "request.subscribe", requestId: "s", group: "tech", symbol: "MSFT" });
      const endUs = market.sessions()[0]?.openUs ?? event.serverVersion;
      emit({
        kind: "request.backfill",
        requestId: "b",
        group: "tech",
        symbol: "MSFT",
        timeframe: "1m",
        endUs: endUs as never,
        bars: 7,
      });
      emit({
        kind: "request.backfill",
        requestId: "d",
        group: "tech",
        symbol: "MSFT",
        timeframe: "1d",
        endUs: endUs as never,
        bars: 60,
      });
    });
    runBacktest({ market, groups, machines: [asker], accountId, onEntry: (entry) => void entries.push(entry) });
    expect(ofKind(entries, "md.instrument")).toMatchObject([{ symbol: "MSFT", group: "tech" }]);
    const [minutes, days] = ofKind(entries, "md.history");
    expect(minutes?.bars).toHaveLength(7);
    // The market knows one day before its first session.
    expect(days?.bars).toHaveLength(1);
    expect(days?.bars[0]?.closePx).toBe(minutes?.bars.at(-1)?.closePx);
  });
  it("asks for predictions on each minute's clock and journals them in their place", () => {
    const entries: Entry[] = [];
    const polls: number[] = [];
    const seen = new Set<string>();
    runBacktest({
      market: marketOf(),
      groups,
      machines: [],
      accountId,
      onEntry: (entry) => void entries.push(entry),
      predictions: {
        observe: ({ event }) => void seen.add(event.kind === "md.bar" ? event.timeframe : event.kind),
        poll: (nowUs) => {
          polls.push(nowUs);
          return polls.length === 2 ? [aSignal({ predictionId: "a" }), aSignal({ predictionId: "b" })] : [];
        },
      },
    });
    expect(polls).toHaveLength(5);
    const signals = entries.filter(({ event }) => event.kind === "signal.accepted");
    expect(signals.map(({ header }) => [header.machine, header.causeSeq, header.ordinal, header.seenUs])).toEqual([
      ["prediction-ingest", 1, 0, polls[1]],
      ["prediction-ingest", 1, 1, polls[1]],
    ]);
    expect([...seen]).toEqual(["control.clock"]);
  });
  it("shows a machine what the contract of its service consumes, and the loop's own entries", () => {
    const seen = new Set<string>();
    const machine = stateless("portfolio", ({ event }) => {
      seen.add(event.kind === "md.bar" ? event.timeframe : event.kind);
    });
    const about = { service: "portfolio", doc: "", publishes: [] } as const;
    const play = (contract: ServiceContract) => {
      seen.clear();
      runBacktest({ market: marketOf(), groups, machines: [machine], accountId, contractOf: () => contract });
      return [...seen];
    };
    const loop = ["control.generation", "control.lease"];
    expect(play({ ...about, consumes: ["md.bar", "md.quote"] })).toEqual([...loop, "5s", "md.quote"]);
    expect(play({ ...about, consumes: ["md.bar", "control.clock"], timeframes: ["1m"] })).toEqual([
      ...loop,
      "control.clock",
    ]);
  });
  it("shows a machine its group's bars and quotes, and everything else", () => {
    const seen = new Set<string>();
    const machine = stateless("strategy.tech", ({ event }) => {
      seen.add(event.kind === "md.bar" || event.kind === "md.quote" ? `${event.kind} ${event.symbol}` : event.kind);
    });
    const two = { tech: ["AAPL"], banks: ["JPM"] };
    runBacktest({
      market: makeSyntheticMarket({ seed: 1, sessions: 1, minutes: 1, groups: two }),
      groups: makeGroups(Object.entries(two)),
      machines: [machine],
      accountId,
      groupOf: ({ name }) => name.split(".")[1],
    });
    expect([...seen].filter((kind) => kind.startsWith("md."))).toEqual(["md.bar AAPL", "md.quote AAPL"]);
    expect(seen).toContain("broker.account");
  });
  it("tells how far it has come, and how much it wrote", () => {
    const progress: BacktestProgress[] = [];
    const result = runBacktest({
      market: marketOf(1, 2),
      groups,
      machines: [],
      accountId,
      onProgress: (at) => void progress.push(at),
    });
    expect(result).toEqual({ journalEntries: 613, sessions: 2 });
    expect(progress).toHaveLength(10);
    expect(progress.at(-1)).toEqual({ session: 1, sessions: 2, step: 60, steps: 60 });
  });
  it("gives the same journal twice, and another with another seed", () => {
    const orders = at(2, { ...market, clOrdId: "A" });
    const [first, second, other] = [run(orders), run(orders), run(orders, { market: marketOf(2) })];
    expect(second.entries).toEqual(first.entries);
    expect(second.hash).toBe(first.hash);
    expect(other.hash).not.toBe(first.hash);
  });
});
