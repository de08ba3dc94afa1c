import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readMinuteFiles, symbolsIn } from "./csv-files.ts";
import { makeReplayMarket, STEPS_PER_MINUTE } from "./index.ts";

const TRADES = "start_ms,open,high,low,close,volume\n1380893400000,1,1,1,1,5\n";

describe("files of minute rows", () => {
  let directory = "";
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "bowline-csv-"));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it("reads plain and gzipped files", () => {
    writeFileSync(join(directory, "A.trades.csv"), TRADES);
    writeFileSync(join(directory, "B.trades.csv.gz"), gzipSync(TRADES));
    expect(symbolsIn(directory)).toEqual(["A", "B"]);
    const rows = readMinuteFiles(directory, ["A", "B"]);
    expect(rows.ok && rows.value.map(({ symbol, trades }) => [symbol, trades.length])).toEqual([
      ["A", 1],
      ["B", 1],
    ]);
  });

  it("names the file that is missing and the symbols that are there", () => {
    writeFileSync(join(directory, "A.trades.csv"), TRADES);
    const rows = readMinuteFiles(directory, ["ZZ"]);
    expect(!rows.ok && rows.error.message).toContain("symbols in that folder: A.");
    const nowhere = readMinuteFiles(join(directory, "none"), ["A"]);
    expect(!nowhere.ok && nowhere.error.message).toContain("no such folder");
  });
});

const sample = process.env["BOWLINE_SAMPLE_DATA"];

describe.skipIf(sample === undefined)("the recorded sessions in BOWLINE_SAMPLE_DATA", () => {
  it("come out of the steps as they are in the files, field by field", () => {
    const rows = readMinuteFiles(join(sample ?? "", "us-equities/minute"), ["AIG", "BAC", "IBM", "SPY"]);
    if (!rows.ok) throw new Error(rows.error.message);
    const market = makeReplayMarket(rows.value);
    expect(market.sessions()).toHaveLength(6);
    let bars = 0;
    let noTrade = 0;
    for (const [session, { openUs, steps }] of market.sessions().entries()) {
      for (let first = 0; first < steps; first += STEPS_PER_MINUTE) {
        const minute = Array.from({ length: STEPS_PER_MINUTE }, (_, step) => market.step(session, first + step));
        for (const [index, { trades }] of rows.value.entries()) {
          const bar = minute.map((step) => step[index]!).filter(({ volume }) => volume > 0);
          const row = trades.find(({ startUs }) => startUs === openUs + first * 5_000_000);
          if (row === undefined) {
            noTrade += bar.length === 0 ? 1 : Number.NaN;
            continue;
          }
          bars += 1;
          expect([
            bar[0]!.openPx,
            Math.max(...bar.map((one) => one.highPx)),
            Math.min(...bar.map((one) => one.lowPx)),
            bar.at(-1)!.closePx,
            bar.reduce((sum, one) => sum + one.volume, 0),
          ]).toEqual([row.openPx, row.highPx, row.lowPx, row.closePx, row.volume]);
        }
      }
    }
    expect({ bars, noTrade }).toEqual({ bars: 9357, noTrade: 3 });
  });
});
