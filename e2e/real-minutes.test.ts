import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { readExport } from "@bowline/report";
import { formatMicros } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { FLOORS } from "../tools/test-run/floors.ts";
import { makeHome, startDemo } from "./demo-process.ts";
import { NEEDS_SAMPLE, sampleMinutes } from "./sample-data.ts";

const SYMBOLS = ["AIG", "BAC", "IBM", "SPY"];
const OPEN_MINUTE = 9 * 60 + 30;
const CLOSE_MINUTE = 16 * 60;

/** A file's rows of regular hours as `time open high low close volume`. */
function regularRows(folder: string, symbol: string): string[] {
  const text = gunzipSync(readFileSync(join(folder, `${symbol}.trades.csv.gz`))).toString("utf8");
  return text
    .trim()
    .split("\n")
    .slice(1)
    .flatMap((line) => {
      const [startMs = "", ...values] = line.split(",");
      const local = Temporal.Instant.fromEpochMilliseconds(Number(startMs)).toZonedDateTimeISO("America/New_York");
      const minute = local.hour * 60 + local.minute;
      return minute >= OPEN_MINUTE && minute < CLOSE_MINUTE
        ? [`${startMs} ${values.map((v) => String(Number(v))).join(" ")}`]
        : [];
    });
}

describe.skipIf(sampleMinutes() === undefined)(`six real sessions (${NEEDS_SAMPLE})`, () => {
  it(
    "trade, add up to the cent, and leave every minute of the files in the journal",
    { timeout: 900_000, tags: ["all"] },
    async () => {
      const folder = sampleMinutes() ?? "";
      const record = makeHome();
      const summary = await startDemo([
        "--data",
        folder,
        "--symbols",
        SYMBOLS.join(","),
        "--speed",
        "max",
        "--record",
        record,
      ]).summary();
      expect(summary).toMatchObject({
        sessions: FLOORS.sampleSessions,
        bars: FLOORS.sampleMinuteBars,
        noTrade: FLOORS.sampleNoTradeMinutes,
        noData: 0,
        equityDifference: "0.00",
        unexplainedOrders: 0,
        lostOrders: 0,
        deadLetters: 0,
      });
      expect(summary.fills).toBeGreaterThanOrEqual(FLOORS.sampleFills);
      const rows = new Map<string, string[]>(SYMBOLS.map((symbol) => [symbol, []]));
      const filled = new Set<string>();
      for (const { event } of readExport(join(record, "export.jsonl"))) {
        if (event.kind === "order.filled") filled.add(event.symbol);
        if (event.kind !== "md.bar" || event.timeframe !== "1m" || event.status !== "TRADED") continue;
        const values = [event.openPx, event.highPx, event.lowPx, event.closePx, event.volume].map((v) =>
          formatMicros(v ?? 0),
        );
        rows.get(event.symbol)?.push(`${event.closeUs / 1000 - 60_000} ${values.join(" ")}`);
      }
      expect(filled.size).toBeGreaterThanOrEqual(FLOORS.sampleFilledSymbols);
      for (const symbol of SYMBOLS) expect(rows.get(symbol)).toStrictEqual(regularRows(folder, symbol));
    },
  );
});
