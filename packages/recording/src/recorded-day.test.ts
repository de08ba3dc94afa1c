import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { addQty, micros, qty, us, US_PER_MS, ZERO_QTY } from "@bowline/kernel";
import { afterAll, describe, expect, it } from "vitest";
import { checkDay } from "./check-day.ts";
import { compareMinutes } from "./compare-minutes.ts";
import { makePartBuffer } from "./part-buffer.ts";
import { appendCommit } from "./parts.ts";
import { recordedDays } from "./read-recording.ts";
import type { TickField } from "./tick-columns.ts";

const sample = join(process.env["BOWLINE_SAMPLE_DATA"] ?? "", "us-equities");
const NEEDED = "needs us-equities/ticks in the folder that BOWLINE_SAMPLE_DATA names";
const rowsOf = (file: string): readonly (readonly string[])[] =>
  gunzipSync(readFileSync(join(sample, file)))
    .toString("latin1")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));

const folder = mkdtempSync(join(tmpdir(), "bowline-recorded-day-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The trades of a day as IB would tell them if it told each: last price, its size, the day's volume. */
function recordTrades(symbol: string): number {
  const buffer = makePartBuffer();
  let [seq, rows, dayVolume] = [0, 0, ZERO_QTY];
  for (const [ms = "", price = "", size = ""] of rowsOf(`ticks/${symbol}.20131007.trades.csv.gz`)) {
    seq += 1;
    // A trade belongs to the minute that begins with it, a tick to the one that ends with it.
    const eventUs = us(Number(ms) * US_PER_MS + 1);
    const lastSize = qty(micros(size));
    dayVolume = addQty(dayVolume, lastSize);
    const ticks: [TickField, number][] = [
      ["LAST", micros(price)],
      ["LAST_SIZE", lastSize],
      ["VOLUME", dayVolume],
    ];
    for (const [ordinal, [field, value]] of ticks.entries())
      buffer.add(symbol, { seq, ordinal, eventUs, field, value });
    rows += ticks.length;
    if (buffer.rows() < 30_000) continue;
    appendCommit(folder, { stream: "s", throughSeq: seq, parts: buffer.write(folder, "tag") });
  }
  appendCommit(folder, { stream: "s", throughSeq: seq, parts: buffer.write(folder, "tag") });
  return rows;
}

describe("a recorded day of IBM", () => {
  it("comes back whole, and its minutes have the volume and nearly all prices of the vendor's", async (context) => {
    if (!existsSync(join(sample, "ticks"))) return context.skip(NEEDED);
    const rows = recordTrades("IBM");
    const [day] = recordedDays(folder, { fromDay: "2013-10-07", toDay: "2013-10-07" }).days;
    expect(day).toMatchObject({ symbol: "IBM", rows });
    expect(day?.parts.length).toBeGreaterThan(2);
    const check = await checkDay(folder, day!);
    expect(check).toMatchObject({ badFiles: [], outOfOrder: 0, backwards: 0, quotes: 0 });
    const bars = rowsOf("minute/IBM.trades.csv.gz").map(
      ([ms, open = "", high = "", low = "", close = "", volume = ""]) => ({
        closeUs: (Number(ms) + 60_000) * US_PER_MS,
        openPx: micros(open),
        highPx: micros(high),
        lowPx: micros(low),
        closePx: micros(close),
        volume: micros(volume),
      }),
    );
    const ofDay = bars.filter(({ closeUs }) => closeUs > day!.firstUs && closeUs <= day!.lastUs + 60e6);
    const compared = compareMinutes(check.minutes, ofDay);
    await context.annotate(JSON.stringify({ bytes: day?.bytes, rows, compared }));
    expect(compared.both).toBeGreaterThan(390);
    // Trades that may not set a price are told as the last one here: some prices differ, the volume hardly ever.
    expect(compared.equal.volume / compared.both).toBeGreaterThan(0.98);
    expect(compared.equal.closePx / compared.both).toBeGreaterThan(0.8);
  });
});
