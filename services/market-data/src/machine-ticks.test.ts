import { makeGroups } from "@bowline/config";
import type { Event, EventByKind } from "@bowline/contracts";
import { addUs, shares, US_PER_MINUTE } from "@bowline/kernel";
import { aBar, aClock, aJournal, at, checkMachineLaws, runMachine, T0, T0_CLOSE } from "@bowline/testkit";
import { expect, it } from "vitest";
import { makeMarketDataMachine } from "./machine.ts";

const groups = makeGroups([["tech", ["AAPL", "MSFT"]]]);
const make = () => makeMarketDataMachine({ groups, warmupBars: 0, dailyBars: 0, fromTicks: new Set(["AAPL"]) });
const READY: Event = {
  kind: "broker.session",
  state: "READY",
  reason: "reconciled",
  accountId: "DU1234567",
  serverVersion: 193,
};
const minute = (number: number, changes: Partial<EventByKind<"md.bar">> = {}) =>
  aBar({ timeframe: "1m", closeUs: at(60 * number), ...changes });
const gap: Event = { kind: "md.gap", group: "tech", symbol: "AAPL", fromUs: T0, toUs: at(60), reason: "away" };
const history = (requestId: string, volume: number): Event => {
  const { openPx, highPx, lowPx, closePx, closeUs } = minute(1);
  const bars = [{ closeUs, openPx, highPx, lowPx, closePx, volume: shares(volume) }];
  return { kind: "md.history", group: "tech", symbol: "AAPL", requestId, timeframe: "1m", bars, failure: "" };
};

it("asks for no five-second bars of what the feed builds, and builds none of it", () => {
  const outputs = runMachine(make(), aJournal([READY, aBar(), aClock({ nowUs: at(5) }), aClock({ nowUs: at(62) })]));
  const events = outputs.map(({ event }) => event);
  expect(events.filter((event) => event.kind === "request.subscribe")).toMatchObject([
    { symbol: "AAPL", quotesOnly: true },
    { symbol: "MSFT" },
  ]);
  expect(events.filter((event) => event.kind === "md.bar").map(({ symbol }) => symbol)).toEqual(["MSFT"]);
});

it("has the feed's gaps filled as its own, and tells what the history says otherwise", () => {
  const journal = [READY, aClock({ nowUs: at(5) }), minute(1, { volume: shares(3) }), gap, minute(2)];
  const machine = make();
  const asked = runMachine(machine, aJournal([...journal, aClock({ nowUs: at(125) })])).flatMap(({ event }) =>
    event.kind === "request.backfill" ? [event] : [],
  );
  expect(asked).toMatchObject([{ symbol: "AAPL", endUs: at(120), bars: 2 }]);
  const answer = history(asked[0]?.requestId ?? "", 500);
  expect(runMachine(machine, aJournal([answer])).map(({ event }) => event)).toMatchObject([
    { kind: "md.bar-corrected", closeUs: at(60), volume: shares(500), reason: "BACKFILLED", source: "HISTORY" },
  ]);
  checkMachineLaws(make, aJournal([...journal, aClock({ nowUs: at(125) }), answer]), [2, 3, 4, 5, 6]);
});

it("marks what it corrects of the hours around the session", () => {
  const before = { fromUs: addUs(T0, -2 * US_PER_MINUTE), toUs: addUs(T0, -US_PER_MINUTE) };
  const after = { fromUs: T0_CLOSE, toUs: addUs(T0_CLOSE, US_PER_MINUTE) };
  for (const [missing, extendedHours] of [
    [before, "PRE_MARKET"],
    [after, "AFTER_HOURS"],
  ] as const) {
    const machine = make();
    const next = minute(0, { closeUs: addUs(missing.toUs, US_PER_MINUTE) });
    const now = aClock({ nowUs: addUs(missing.toUs, 8 * US_PER_MINUTE) });
    const told: Event[] = [READY, aClock({ nowUs: at(5) }), { ...gap, ...missing } as Event, next, now];
    const asked = runMachine(machine, aJournal(told)).flatMap(({ event }) =>
      event.kind === "request.backfill" ? [event] : [],
    );
    const answer = { ...history(asked[0]?.requestId ?? "", 500), bars: [] } as Event;
    expect(runMachine(machine, aJournal([answer])).map(({ event }) => event)).toMatchObject([
      { kind: "md.bar-corrected", closeUs: missing.toUs, status: "NO_TRADE", extendedHours },
    ]);
  }
});
