import { sessionOf } from "@bowline/calendar";
import { type Us, addUs } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { makeSilentStreams, QUOTES_SILENT_AFTER_US } from "./silent-streams.ts";

const { openUs, closeUs } = sessionOf("2024-01-02")!;
const after = (seconds: number): Us => addUs(openUs, seconds * 1_000_000);

/** When each of the symbols is asked for again, looking every five seconds. */
function takenOver(symbols: readonly string[], seconds: number, bars: (second: number) => readonly string[]) {
  const streams = makeSilentStreams();
  const taken: string[] = [];
  for (let second = 0; second <= seconds; second += 5) {
    for (const symbol of bars(second)) streams.heard(symbol, after(second));
    for (const symbol of streams.take(symbols, after(second))) taken.push(`${symbol} ${second}`);
  }
  return taken;
}

describe("silent streams", () => {
  it("are those that should speak by the calendar and do not, less and less often [pitfall 13]", () => {
    const bars = (second: number): string[] => (second < 100 ? ["AAPL", "SPY"] : ["SPY"]);
    expect(takenOver(["AAPL", "SPY"], 1200, bars)).toEqual(["AAPL 155", "AAPL 275", "AAPL 515", "AAPL 995"]);
  });

  it("are silent no more with their next bar", () => {
    const bars = (second: number): string[] => (second === 0 || second === 100 ? ["AAPL"] : []);
    expect(takenOver(["AAPL"], 170, bars)).toEqual(["AAPL 60", "AAPL 160"]);
  });

  it("of quotes may pause for minutes before they are", () => {
    const streams = makeSilentStreams(QUOTES_SILENT_AFTER_US);
    streams.heard("AAPL", after(10));
    expect(streams.take(["AAPL"], after(309))).toEqual([]);
    expect(streams.take(["AAPL"], after(310))).toEqual(["AAPL"]);
    expect(streams.take(["AAPL"], after(900))).toEqual([]);
    expect(streams.take(["AAPL"], after(910))).toEqual(["AAPL"]);
  });

  it("have a minute after the open, and none outside of regular hours", () => {
    const streams = makeSilentStreams();
    const early = addUs(openUs, -3_600_000_000);
    streams.heard("AAPL", early);
    expect(streams.take(["AAPL"], addUs(openUs, -1))).toEqual([]);
    expect(streams.take(["AAPL"], after(59))).toEqual([]);
    expect(streams.take(["AAPL"], after(120))).toEqual(["AAPL"]);
    expect(streams.take(["AAPL"], addUs(closeUs, 600_000_000))).toEqual([]);
  });

  it("are none after an early close, nor on a holiday", () => {
    const half = sessionOf("2024-11-29")!;
    const streams = makeSilentStreams();
    streams.heard("AAPL", addUs(half.closeUs, -5_000_000));
    const hours = (count: number): Us => addUs(half.openUs, count * 3_600_000_000);
    for (const count of [3.5, 4, 5, 6]) expect(streams.take(["AAPL"], hours(count))).toEqual([]);
    // The Thursday before is Thanksgiving.
    expect(streams.take(["AAPL"], hours(-22))).toEqual([]);
  });
});
