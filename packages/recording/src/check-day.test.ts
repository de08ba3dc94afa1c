import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { shares, type Us } from "@bowline/kernel";
import { at, dollars, T0_CLOSE, T0_DATE } from "@bowline/testkit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkDay } from "./check-day.ts";
import { compareMinutes } from "./compare-minutes.ts";
import { makePartBuffer } from "./part-buffer.ts";
import { appendCommit } from "./parts.ts";
import { recordedDays } from "./read-recording.ts";
import type { RecordedTick, TickField } from "./tick-columns.ts";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "bowline-check-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const tick = (seq: number, second: number, field: TickField, value: number): RecordedTick => ({
  seq,
  ordinal: 0,
  eventUs: at(second),
  field,
  value,
});
/** Several ticks of one message. */
const batch = (seq: number, second: number, fields: readonly (readonly [TickField, number])[]): RecordedTick[] =>
  fields.map(([field, value], ordinal) => ({ ...tick(seq, second, field, value), ordinal }));
/** Writes ticks as one commit of one stream. */
function write(ticks: readonly RecordedTick[], tag = "a"): void {
  const buffer = makePartBuffer();
  for (const one of ticks) buffer.add("AAPL", one);
  appendCommit(folder, { stream: tag, throughSeq: ticks.at(-1)?.seq ?? 0, parts: buffer.write(folder, tag) });
}
const theDay = () => recordedDays(folder).days[0]!;
const alive = (from: number, to: number, everyS = 30, firstSeq = 1): RecordedTick[] =>
  Array.from({ length: Math.floor((to - from) / everyS) + 1 }, (_, index) =>
    tick(firstSeq + index, from + index * everyS, "ALIVE", 1),
  );
const LENGTH_S = (T0_CLOSE - at(0)) / 1e6;

describe("silences of a recorded day", () => {
  it("are none where the feed spoke from the open to the close", () => {
    write(alive(0, LENGTH_S));
    expect(theDay().silences).toEqual([]);
  });
  it("are the stretches of regular hours without a word: at the open, inside and between parts, at the close", () => {
    write([...alive(120, 300), ...alive(600, 900, 30, 100)]);
    write(alive(1200, 1500, 30, 200));
    const seconds = (us: number): number => (us - at(0)) / 1e6;
    expect(theDay().silences.map(({ fromUs, toUs }) => [seconds(fromUs), seconds(toUs)])).toEqual([
      [0, 120],
      [300, 600],
      [900, 1200],
      [1500, LENGTH_S],
    ]);
  });
});

describe("a look at every tick", () => {
  it("counts what is not in order, in the stream and in time; another stream begins anew", async () => {
    write([tick(5, 10, "ALIVE", 1), tick(4, 11, "ALIVE", 1), tick(6, 9, "ALIVE", 1)]);
    write([tick(1, 20, "ALIVE", 1)], "b");
    expect(await checkDay(folder, theDay())).toMatchObject({ outOfOrder: 1, backwards: 1, rows: 4 });
  });
  it("counts quotes and what is wrong with them", async () => {
    const quote = (seq: number, second: number, bid: string, ask: string) =>
      batch(seq, second, [
        ["BID", dollars(bid)],
        ["ASK", dollars(ask)],
      ]);
    write([
      ...quote(1, 0, "99.99", "100.01"),
      ...quote(2, 5, "99.99", "100.01"),
      ...quote(3, 10, "100.02", "100.01"),
      ...quote(4, 15, "100.01", "100.01"),
      ...quote(5, 20, "99.99", "150"),
      tick(6, 25, "BID", 0),
    ]);
    const { quotes, marks } = await checkDay(folder, theDay());
    expect(quotes).toBe(6);
    expect(marks).toMatchObject({ CROSSED: 1, LOCKED: 1, SPIKING: 1, ZERO: 1, FROZEN: 0 });
  });
  it("names a file that is not what was written, and reads the others", async () => {
    write(alive(0, 60));
    write(alive(90, 120, 30, 10));
    const [first] = theDay().parts;
    appendFileSync(join(folder, first!.file), "x");
    expect((await checkDay(folder, theDay())).badFiles).toEqual([
      { file: first!.file, fault: expect.stringContaining("bytes") },
    ]);
    const bytes = readFileSync(join(folder, first!.file)).subarray(0, -1);
    bytes[10] = 255 - (bytes[10] ?? 0);
    writeFileSync(join(folder, first!.file), bytes);
    expect((await checkDay(folder, theDay())).badFiles[0]?.fault).toContain("checksum");
    rmSync(join(folder, first!.file));
    expect((await checkDay(folder, theDay())).badFiles[0]?.fault).toBe("is not there");
  });
});

describe("minutes of recorded ticks", () => {
  const trade = (seq: number, second: number, [price, size, dayVolume]: readonly [string, number, number]) =>
    batch(seq, second, [
      ["LAST", dollars(price)],
      ["LAST_SIZE", shares(size)],
      ["VOLUME", shares(dayVolume)],
    ]);
  it("have the prices of the last trade and the growth of the day's volume", async () => {
    write([
      ...trade(1, 1, ["100", 10, 5010]),
      ...trade(2, 30, ["102", 5, 5100]),
      ...trade(3, 60, ["101", 5, 5105]),
      ...trade(4, 61, ["99", 1, 5106]),
    ]);
    const { minutes } = await checkDay(folder, theDay());
    const bar = (closeUs: Us, prices: readonly string[], volume: number) => {
      const [openPx, highPx, lowPx, closePx] = prices.map((text) => dollars(text));
      return { closeUs, openPx, highPx, lowPx, closePx, volume: shares(volume) };
    };
    expect(minutes).toEqual([
      bar(at(60), ["100", "102", "100", "101"], 105),
      bar(at(120), ["99", "99", "99", "99"], 1),
    ]);
    const bars = [
      { ...bar(at(60), ["100", "103", "100", "101"], 105) },
      { ...bar(at(180), ["1", "1", "1", "1"], 1) },
      { ...bar(at(240), ["1", "1", "1", "1"], 0) },
    ];
    expect(compareMinutes(minutes, bars)).toEqual({
      both: 1,
      equal: { openPx: 1, highPx: 0, lowPx: 1, closePx: 1, volume: 1 },
      onlyRecorded: 1,
      onlyBars: 1,
      firstDifferent: [at(60)],
    });
    expect(theDay().day).toBe(T0_DATE);
  });
});
