import { makeGroups } from "@bowline/config";
import type { Event } from "@bowline/contracts";
import { addUs, shares, type Us, US_PER_DAY } from "@bowline/kernel";
import {
  aBar,
  aClock,
  aJournal,
  arbitraryEvents,
  arbitraryJournal,
  at,
  checkMachineLaws,
  machineTest,
  runMachine,
  T0,
  T0_CLOSE,
} from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeMarketDataMachine } from "./machine.ts";

const groups = makeGroups([["tech", ["MSFT", "AAPL"]]]);
const makeMachine = (warmupBars = 60) => makeMarketDataMachine({ groups, warmupBars });
const SYMBOLS = ["AAPL", "MSFT"];

const clock = (seconds: number): Event => aClock({ nowUs: at(seconds) });
const ready: Event = {
  kind: "broker.session",
  state: "READY",
  reason: "reconciled",
  accountId: "DU1234567",
  serverVersion: 193,
};
const heartbeat = (nowUs: Us): Event => ({ kind: "control.heartbeat", source: "market-data", clockUs: nowUs });
const gap = (symbol: string, from: number, to: number, reason: string): Event => ({
  kind: "md.gap",
  group: "tech",
  symbol,
  fromUs: at(from),
  toUs: at(to),
  reason,
});

/** The five-second bars of both symbols and the clock, as lock-step brings them, from one second (exclusive) to another. */
function steps(from: number, to: number, volume = 100, symbols: readonly string[] = SYMBOLS): Event[] {
  const events: Event[] = [];
  for (let second = from + 5; second <= to; second += 5) {
    for (const symbol of symbols)
      events.push(aBar({ symbol, closeUs: at(second), volume: shares(volume), tradeCount: 1 }));
    events.push(clock(second));
  }
  return events;
}

describe("one-minute bars", () => {
  it("are written in symbol order by the clock that ends the minute", () => {
    machineTest(makeMachine())
      .given(steps(0, 55))
      .when(steps(55, 60))
      .thenMatch([
        { kind: "md.bar", timeframe: "1m", symbol: "AAPL", closeUs: at(60), volume: shares(1200), status: "TRADED" },
        { kind: "md.bar", timeframe: "1m", symbol: "MSFT", closeUs: at(60), volume: shares(1200), status: "TRADED" },
        { kind: "control.heartbeat", clockUs: at(60) },
      ]);
  });
  it("are NO_TRADE where the feed lived and nothing traded", () => {
    machineTest(makeMachine())
      .given(steps(0, 55, 0))
      .when(steps(55, 60, 0))
      .thenMatch([
        { kind: "md.bar", symbol: "AAPL", status: "NO_TRADE", volume: 0 },
        { kind: "md.bar", symbol: "MSFT", status: "NO_TRADE" },
        { kind: "control.heartbeat" },
      ]);
  });
  it("are NO_DATA with a gap where the feed was dead, after a moment of grace", () => {
    const scenario = machineTest(makeMachine())
      .given(steps(0, 60, 100, []))
      .given(clock(61));
    scenario
      .when(clock(62))
      .thenMatch([
        { kind: "md.bar", symbol: "AAPL", closeUs: at(60), status: "NO_DATA" },
        gap("AAPL", 0, 60, "0 of 12 five-second bars came"),
        { kind: "md.bar", symbol: "MSFT", closeUs: at(60), status: "NO_DATA" },
        gap("MSFT", 0, 60, "0 of 12 five-second bars came"),
        { kind: "control.heartbeat", clockUs: at(62) },
      ]);
  });
  it("do not wait for the symbol that is late, and take its last part when it comes in time", () => {
    const given = machineTest(makeMachine())
      .given(steps(0, 55))
      .given(aBar({ symbol: "AAPL", closeUs: at(60) }));
    given.when(clock(60)).thenMatch([{ kind: "md.bar", symbol: "AAPL" }, { kind: "control.heartbeat" }]);
    machineTest(makeMachine())
      .given([
        ...steps(0, 55),
        clock(60),
        aBar({ symbol: "AAPL", closeUs: at(60) }),
        aBar({ symbol: "MSFT", closeUs: at(60) }),
      ])
      .when(clock(61))
      .thenMatch([
        { kind: "md.bar", symbol: "AAPL", volume: shares(1600) },
        { kind: "md.bar", symbol: "MSFT", volume: shares(1600) },
        { kind: "control.heartbeat", clockUs: at(61) },
      ]);
  });
  it("are built from what came, with a mark for what did not", () => {
    machineTest(makeMachine())
      .given([...steps(0, 20), ...steps(20, 30, 100, ["AAPL"]), ...steps(30, 60)])
      .when(clock(62))
      .thenMatch([
        { kind: "md.bar", symbol: "MSFT", volume: shares(1000), status: "TRADED" },
        gap("MSFT", 20, 30, "10 of 12 five-second bars came"),
        { kind: "control.heartbeat", clockUs: at(62) },
      ]);
  });
  it("catch up in order of time when the clock stood still", () => {
    const { emitted } = machineTest(makeMachine(0)).given(steps(0, 60)).when(clock(200));
    expect(emitted.filter((e) => e.kind === "md.bar").map((e) => [e.closeUs, e.symbol])).toEqual([
      [at(120), "AAPL"],
      [at(120), "MSFT"],
      [at(180), "AAPL"],
      [at(180), "MSFT"],
    ]);
  });
  it("are written for regular hours alone, the last one at the close", () => {
    const lastStep = [
      ...SYMBOLS.map((symbol) => aBar({ symbol, closeUs: T0_CLOSE })),
      aClock({ nowUs: T0_CLOSE, phase: "POST" }),
    ];
    const machine = makeMachine();
    const outcome = machineTest(machine)
      .given([aClock({ nowUs: addUs(T0, -5_000_000), phase: "PRE" }), aClock({ nowUs: addUs(T0_CLOSE, -5_000_000) })])
      .when(lastStep);
    expect(outcome.emitted).toEqual([heartbeat(T0_CLOSE)]);
    machineTest(machine)
      .when(aClock({ nowUs: addUs(T0_CLOSE, 5_000_000), phase: "POST" }))
      .thenMatch([
        { kind: "md.bar", symbol: "AAPL", closeUs: T0_CLOSE },
        { kind: "md.gap" },
        { kind: "md.bar", symbol: "MSFT" },
        { kind: "md.gap" },
      ]);
    machineTest(machine)
      .when(aClock({ nowUs: addUs(T0_CLOSE, 60_000_000), phase: "POST" }))
      .then([heartbeat(addUs(T0_CLOSE, 60_000_000))]);
  });
});

describe("sessions", () => {
  const nextDay = (seconds: number): Us => addUs(at(seconds), US_PER_DAY);
  const tomorrow = (seconds: number): Event =>
    aClock({
      nowUs: nextDay(seconds),
      sessionDate: "2013-10-05",
      openUs: nextDay(0),
      closeUs: addUs(T0_CLOSE, US_PER_DAY),
    });

  it("take up at the minute of the clock and mark what lies before it", () => {
    machineTest(makeMachine())
      .when(clock(607))
      .then([
        gap("AAPL", 0, 600, "started after the open"),
        gap("MSFT", 0, 600, "started after the open"),
        heartbeat(at(607)),
      ]);
  });
  it("mark the rest of a session whose end no clock told", () => {
    machineTest(makeMachine())
      .given(steps(0, 60))
      .when(tomorrow(5))
      .thenMatch([
        { kind: "md.gap", symbol: "AAPL", fromUs: at(60), toUs: T0_CLOSE, reason: "the clock did not tick" },
        { kind: "md.gap", symbol: "MSFT" },
        { kind: "control.heartbeat" },
      ]);
  });
  it("keep the first bars of a session that come before its first clock", () => {
    const machine = makeMachine();
    const firstStep = SYMBOLS.map((symbol) => aBar({ symbol, closeUs: nextDay(5) }));
    machineTest(machine)
      .given([clock(5), ...firstStep, tomorrow(5)])
      .when(tomorrow(62))
      .thenMatch([
        { kind: "md.bar", symbol: "AAPL", status: "TRADED", volume: shares(500) },
        { kind: "md.gap" },
        { kind: "md.bar", symbol: "MSFT" },
        { kind: "md.gap" },
        { kind: "control.heartbeat" },
      ]);
  });
  it("hold no bars of extended hours", () => {
    const machine = makeMachine();
    const bars = Array.from({ length: 100 }, (_, i) => aBar({ closeUs: addUs(T0_CLOSE, (i + 1) * 5_000_000) }));
    const after = (seconds: number) => aClock({ nowUs: addUs(T0_CLOSE, seconds * 1_000_000), phase: "POST" });
    runMachine(machine, aJournal([clock(5), after(5), ...bars, after(700)]));
    expect(machine.snapshot()).toMatchObject({ minutes: { tracks: { AAPL: { builder: { minutes: [] } } } } });
  });
});

describe("the laws", () => {
  it("hold over a session's minutes, cut anywhere", () => {
    const entries = aJournal([ready, ...steps(0, 150), ...steps(150, 170, 100, ["AAPL"]), ...steps(170, 240)]);
    checkMachineLaws(makeMachine, entries, [1, 20, 40, 61, 62, 100, entries.length]);
  });
  it("hold over any journal", () => {
    const bars = fc
      .tuple(fc.constantFrom(...SYMBOLS, "TSLA"), fc.integer({ min: 1, max: 60 }), fc.nat(3))
      .map(([symbol, slot, volume]) => aBar({ symbol, closeUs: at(slot * 5), volume: shares(volume) }) as Event);
    const clocks = fc.integer({ min: 0, max: 400 }).map((second) => clock(second));
    const journal = arbitraryJournal(
      fc.oneof(bars, clocks, arbitraryEvents(["broker.session", "md.quote", "md.history"])),
      80,
    );
    fc.assert(
      fc.property(journal, (entries) =>
        checkMachineLaws(makeMachine, entries, [entries.length >> 2, entries.length >> 1]),
      ),
      { numRuns: 50 },
    );
  });
});
