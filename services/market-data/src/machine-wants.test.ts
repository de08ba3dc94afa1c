import { makeGroups } from "@bowline/config";
import type { Event, EventByKind, HistoryFailure } from "@bowline/contracts";
import { addUs, shares, type Us } from "@bowline/kernel";
import { aBar, aClock, aJournal, at, checkMachineLaws, dollars, machineTest, T0, T0_CLOSE } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { makeMarketDataMachine, type MarketDataOptions } from "./machine.ts";

const groups = makeGroups([["tech", ["MSFT", "AAPL"]]]);
const machine = (options: Partial<MarketDataOptions> = {}) =>
  makeMarketDataMachine({ groups, warmupBars: 60, ...options });
const COLD = { warmupBars: 0, dailyBars: 0 };
const cold = (options: Partial<MarketDataOptions> = {}) => machine({ ...COLD, ...options });

const clock = (seconds: number): Event => aClock({ nowUs: at(seconds) });
const ready: Event = { kind: "broker.session", state: "READY", reason: "reconciled", serverVersion: 193 };
const account = (...held: string[]): Event => ({
  kind: "broker.account",
  accountId: "DU1234567",
  cash: dollars("1") as never,
  equity: dollars("1") as never,
  positions: held.map((symbol) => ({ symbol, quantity: shares(5) })),
});
const submitted = (symbol: string): Event => ({
  kind: "order.submitted",
  clOrdId: `ORDER-${symbol}`,
  accountId: "DU1234567",
  group: "tech",
  symbol,
  strategy: "demo",
  rule: "entry",
  leg: "ENTRY",
  side: "BUY",
  orderQty: shares(100),
  ordType: "MKT",
  timeInForce: "DAY",
});
const canceled = (symbol: string): Event => ({
  kind: "order.canceled",
  clOrdId: `ORDER-${symbol}`,
  group: "tech",
  symbol,
  cumQty: shares(0),
  reason: "",
});
const history = (of: EventByKind<"request.backfill">, failureKind?: HistoryFailure): Event => ({
  kind: "md.history",
  group: of.group,
  symbol: of.symbol,
  requestId: of.requestId,
  timeframe: of.timeframe,
  bars: [],
  failure: failureKind === undefined ? "" : `failed: ${failureKind}`,
  ...(failureKind === undefined ? {} : { failureKind }),
});
/** What it asks for and says of data, in words. */
const words = (events: readonly Event[]): readonly string[] =>
  events.flatMap((event) => {
    if (event.kind === "request.subscribe") return [`+${event.symbol}${event.quotesOnly === true ? " quotes" : ""}`];
    if (event.kind === "request.unsubscribe") return [`-${event.symbol}`];
    if (event.kind === "request.backfill") return [`${event.requestId} ${event.bars}`];
    return event.kind === "md.availability" ? [`${event.symbol} ${event.state}`] : [];
  });
const backfills = (events: readonly Event[]): readonly EventByKind<"request.backfill">[] =>
  events.flatMap((event) =>
    event.kind === "request.backfill" && /^(days|warmup)-/.test(event.requestId) ? [event] : [],
  );

describe("subscriptions", () => {
  it("are of every symbol in declared order when the session is READY, once", () => {
    const { emitted } = machineTest(cold()).when(ready);
    expect(words(emitted)).toEqual(["+MSFT", "+AAPL", "MSFT AVAILABLE", "AAPL AVAILABLE"]);
    machineTest(cold()).given(ready).when(ready).thenNothing();
    machineTest(cold())
      .when({ ...ready, state: "CONNECTED" } as Event)
      .thenNothing();
  });
  it("carry the sector that groups.yaml gives, and are told again where it gives another", () => {
    const told = (sector: string) =>
      machine({ ...COLD, groups: makeGroups([["tech", ["AAPL"]]], [[sector, ["AAPL"]]]) });
    const first = told("Gadgets");
    expect(machineTest(first).when(ready).emitted[0]).toMatchObject({ symbol: "AAPL", sector: "Gadgets" });
    const second = told("Phones");
    second.restore(first.snapshot());
    expect(machineTest(second).when(ready).emitted).toMatchObject([{ symbol: "AAPL", sector: "Phones" }]);
  });
  it("have the benchmark behind them, also where no group has it", () => {
    const { emitted } = machineTest(cold({ benchmark: "SPY" })).when(ready);
    expect(emitted[2]).toEqual({
      kind: "request.subscribe",
      requestId: "subscribe-SPY",
      group: "none",
      symbol: "SPY",
    });
    const named = makeGroups([["tech", ["AAPL"]]], [], {
      fromTicks: new Set(),
      extendedHours: new Set(),
      benchmarks: ["XLK", "QQQ"],
    });
    const { emitted: ofFile } = machineTest(cold({ groups: named, benchmark: "SPY", lines: 7 })).when(ready);
    expect(words(ofFile).filter((word) => !word.endsWith("AVAILABLE"))).toEqual([
      "+AAPL",
      "+XLK",
      "+QQQ",
      "SPY NO_LINE",
    ]);
    const { emitted: inGroup } = machineTest(cold({ benchmark: "MSFT" })).when(ready);
    expect(words(inGroup).filter((word) => word.startsWith("+"))).toEqual(["+MSFT", "+AAPL"]);
  });
  it("take in a position outside the groups, so that it is watched, until it is closed", () => {
    const desk = machineTest(cold());
    desk.when(ready);
    expect(words(desk.when(account("TSLA", "AAPL")).emitted)).toEqual(["+TSLA quotes", "TSLA AVAILABLE"]);
    expect(words(desk.when(account("TSLA")).emitted)).toEqual([]);
    expect(words(desk.when(account()).emitted)).toEqual(["-TSLA"]);
  });
});

describe("the line budget", () => {
  it("is spent on positions, then orders, then declared symbols, then the benchmark; who gets none is told", () => {
    const desk = machineTest(cold({ lines: 4, benchmark: "SPY" }));
    expect(words(desk.when(ready).emitted)).toEqual([
      "+MSFT",
      "+AAPL",
      "MSFT AVAILABLE",
      "AAPL AVAILABLE",
      "SPY NO_LINE",
    ]);
    expect(words(desk.when(account("TSLA", "XOM")).emitted)).toEqual([
      "-AAPL",
      "+TSLA quotes",
      "+XOM quotes",
      "TSLA AVAILABLE",
      "XOM AVAILABLE",
      "AAPL NO_LINE",
    ]);
    expect(words(desk.when(submitted("AAPL")).emitted)).toEqual(["-MSFT", "+AAPL", "AAPL AVAILABLE", "MSFT NO_LINE"]);
    expect(words(desk.when(canceled("AAPL")).emitted)).toEqual(["-AAPL", "+MSFT", "MSFT AVAILABLE", "AAPL NO_LINE"]);
  });
  it("is one line for a symbol whose bars are built from trades: more fit", () => {
    const { emitted } = machineTest(cold({ lines: 4, benchmark: "SPY", fromTicks: new Set(["MSFT"]) })).when(ready);
    expect(words(emitted)).toEqual(["+MSFT quotes", "+AAPL", "MSFT AVAILABLE", "AAPL AVAILABLE", "SPY NO_LINE"]);
    const both = cold({ lines: 4, benchmark: "SPY", fromTicks: new Set(["AAPL", "MSFT"]) });
    expect(words(machineTest(both).when(ready).emitted).slice(0, 3)).toEqual(["+MSFT quotes", "+AAPL quotes", "+SPY"]);
  });
  it("says why, in words", () => {
    const { emitted } = machineTest(cold({ lines: 2 })).when(ready);
    expect(emitted.at(-1)).toEqual({
      kind: "md.availability",
      group: "tech",
      symbol: "AAPL",
      state: "NO_LINE",
      reason: "all 2 market data lines are spent on symbols before it",
    });
  });
  it("is settled when the broker is READY again", () => {
    const down = { ...ready, state: "DISCONNECTED" } as Event;
    const desk = machineTest(cold());
    desk.when([ready, down]);
    desk.when(account("TSLA")).thenNothing();
    expect(words(desk.when(ready).emitted)).toEqual(["+TSLA quotes", "TSLA AVAILABLE"]);
  });
});

describe("history", () => {
  it("is asked for once a symbol and session: daily bars, and minutes for the warm-up", () => {
    const desk = machineTest(machine());
    desk.when(ready);
    const { emitted } = desk.when(clock(5));
    expect(words(emitted)).toEqual([
      "days-2013-10-04-MSFT 60",
      "warmup-2013-10-04-MSFT 60",
      "days-2013-10-04-AAPL 60",
      "warmup-2013-10-04-AAPL 60",
    ]);
    expect(backfills(emitted)[0]).toMatchObject({ timeframe: "1d", endUs: T0 });
    expect(backfills(emitted)[1]).toMatchObject({ timeframe: "1m", endUs: T0 });
    desk.when(clock(10)).thenNothing();
  });
  it("is there before the open where the services are, from an hour before on", () => {
    const before = (minutes: number): Event => aClock({ nowUs: addUs(T0, -60_000_000 * minutes), phase: "PRE" });
    const desk = machineTest(machine());
    desk.when(ready);
    expect(backfills(desk.when(before(61)).emitted)).toEqual([]);
    expect(backfills(desk.when(before(60)).emitted)).toHaveLength(4);
    expect(backfills(desk.when(clock(5)).emitted)).toEqual([]);
  });
  it("blocks a symbol until all of it is there, and none is all where the broker has none", () => {
    const desk = machineTest(machine());
    expect(words(desk.when(ready).emitted).slice(2)).toEqual(["MSFT WARMING_UP", "AAPL WARMING_UP"]);
    const [days, minutes] = backfills(desk.when(clock(5)).emitted);
    expect(words(desk.when(history(days!)).emitted)).toEqual(["MSFT WARMING_UP"]);
    expect(words(desk.when(history(minutes!, "NO_DATA")).emitted)).toEqual(["MSFT AVAILABLE"]);
  });
  it.each(["TIMEOUT", "REFUSED", "PACING"] as const)(
    "that failed with %s is asked for again, later each time",
    (kind) => {
      const desk = machineTest(machine({ dailyBars: 0 }));
      desk.when(ready);
      let [ask] = backfills(desk.when(clock(5)).emitted);
      const asked: string[] = [];
      for (let second = 10; second <= 1400; second += 5) {
        if (ask !== undefined) desk.when(history(ask, kind));
        [ask] = backfills(desk.when([...bars(second), clock(second)]).emitted);
        if (ask !== undefined) asked.push(`${ask.requestId} ${second}`);
      }
      expect(asked).toEqual([
        "warmup-2013-10-04-MSFT-2 65",
        "warmup-2013-10-04-MSFT-3 185",
        "warmup-2013-10-04-MSFT-4 425",
        "warmup-2013-10-04-MSFT-5 905",
      ]);
    },
  );
  it("of what IB does not know is not asked for again in this session, and in the next", () => {
    const desk = machineTest(machine({ dailyBars: 0 }));
    desk.when(ready);
    const [ask] = backfills(desk.when(clock(5)).emitted);
    desk.when(history(ask!, "NO_INSTRUMENT"));
    expect(backfills(desk.when(clock(20_000)).emitted)).toEqual([]);
    const tomorrow = (us: Us): Us => addUs(us, 86_400_000_000);
    const open = aClock({
      nowUs: tomorrow(at(5)),
      sessionDate: "2013-10-05",
      openUs: tomorrow(T0),
      closeUs: tomorrow(T0_CLOSE),
    });
    expect(words(backfills(desk.when(open).emitted))).toEqual([
      "warmup-2013-10-05-MSFT 60",
      "warmup-2013-10-05-AAPL 60",
    ]);
  });
  it("is as much as indicators need, where that is more", () => {
    const needs = { minuteBars: 420, dailyBars: 20 };
    const asked = (options: Partial<MarketDataOptions>) =>
      backfills(
        machineTest(machine({ needs, ...options }))
          .given(ready)
          .when(clock(5)).emitted,
      ).map(({ bars }) => bars);
    expect(asked({})).toEqual([60, 420, 60, 420]);
    expect(asked({ warmupBars: 0, dailyBars: 5 })).toEqual([20, 20]);
  });
  it("is asked for again where a version of the strategy file that comes into force needs more, and blocks nothing", () => {
    const version = (period: number, timeframe = "1m"): Event => ({
      kind: "control.strategy",
      strategy: "demo",
      hash: "",
      yaml: `strategy: demo
description: For tests.
groups: all
indicators: { slow: { sma: { period: ${period} }, timeframe: ${timeframe} } }
rules: [{ id: leave, on: bar, when: ["ind.slow > 0"], do: { exit: {} } }]
`,
      reason: "",
      by: "test",
    });
    const desk = machineTest(machine());
    desk.when(ready);
    const first = backfills(desk.when(clock(5)).emitted);
    desk.when(first.map((ask) => history(ask)));
    expect(words(desk.when([...bars(10), version(20), version(0), clock(10)]).emitted)).toEqual([]);
    const { emitted } = desk.when([...bars(15), version(200), clock(15)]);
    expect(words(emitted)).toEqual(["warmup-2013-10-04-MSFT-2 200", "warmup-2013-10-04-AAPL-2 200"]);
    const [of] = backfills(emitted);
    expect(words(desk.when([history(of!, "TIMEOUT"), ...bars(20), clock(20)]).emitted)).toEqual([]);
    expect(words(desk.when([...bars(140), clock(140)]).emitted)).toEqual(["warmup-2013-10-04-MSFT-3 200"]);
    const again = desk.when([...bars(145), version(300, "1d"), clock(145)]).emitted;
    expect(words(again)).toEqual(["days-2013-10-04-MSFT-2 300", "days-2013-10-04-AAPL-2 300"]);
  });
  it("waits for a broker that is not ready, and is nothing where none is needed", () => {
    const { emitted } = machineTest(machine({ dailyBars: 0 }))
      .given([clock(5), ready])
      .when(clock(10));
    expect(words(emitted)).toHaveLength(2);
    machineTest(cold())
      .given([clock(5), ready])
      .when(clock(10))
      .thenNothing();
  });
});

/** The five-second bars of a step. */
function bars(second: number, symbols: readonly string[] = ["AAPL", "MSFT"]): readonly Event[] {
  return symbols.map((symbol) => aBar({ symbol, closeUs: at(second) }));
}

describe("a silent stream", () => {
  const blocked = (until: number, speaks: (second: number) => boolean, close: Us = T0_CLOSE): readonly string[] => {
    const desk = machineTest(cold());
    desk.when(ready);
    const told: string[] = [];
    for (let second = -60; second <= until; second += 5) {
      const phase = second < 0 ? "PRE" : at(second) >= close ? "POST" : "REGULAR";
      const events = speaks(second) ? bars(second) : bars(second, ["AAPL"]);
      const { emitted } = desk.when([
        ...(second > 0 ? events : []),
        aClock({ nowUs: at(second), phase, closeUs: close }),
      ]);
      for (const word of words(emitted)) told.push(`${word} ${second}`);
    }
    return told;
  };
  it("blocks its symbol after three intervals, until its next bar [pitfall 13]", () => {
    expect(blocked(200, (second) => second < 100 || second >= 180)).toEqual(["MSFT SILENT 110", "MSFT AVAILABLE 180"]);
  });
  it("is one also where nothing came since the open", () => {
    expect(blocked(60, () => false)).toEqual(["MSFT SILENT 15"]);
  });
  it("is none outside regular hours, nor after an early close", () => {
    expect(blocked(1000, (second) => second <= 300, at(300))).toEqual([]);
  });
});

describe("the laws", () => {
  it("hold over subscriptions, history and silence, cut anywhere", () => {
    const make = () => machine({ lines: 5, benchmark: "SPY" });
    const asks = backfills(machineTest(make()).given(ready).when(clock(5)).emitted);
    const entries = aJournal([
      ready,
      clock(5),
      ...asks.map((ask, index) => history(ask, index === 1 ? "TIMEOUT" : undefined)),
      account("TSLA"),
      ...bars(10, ["AAPL"]),
      clock(30),
      submitted("AAPL"),
      clock(70),
      canceled("AAPL"),
      account(),
      clock(75),
    ]);
    checkMachineLaws(make, entries, [1, 3, 5, 7, 9, 11, entries.length]);
  });
});
