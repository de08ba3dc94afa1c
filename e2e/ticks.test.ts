import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Event, EventByKind } from "@bowline/contracts";
import { beforeAll, describe, expect, it } from "vitest";
import { bowline, makeHome, startDemo } from "./demo-process.ts";

const MINUTES = 3;
const SYMBOLS = ["AAPL", "BAC", "JPM", "MSFT"];
const home = makeHome();
const recorded = join(home, "recording");
let events: readonly Event[] = [];

beforeAll(async () => {
  const groups = join(home, "groups.yaml");
  writeFileSync(groups, "groups:\n  tech: [AAPL, MSFT]\n  banks: [BAC, JPM]\nbars: { banks: ticks }\n");
  const record = join(home, "record");
  const flags = ["--minutes", String(MINUTES), "--groups", groups, "--record", record, "--record-ticks", recorded];
  await startDemo(flags).summary();
  const lines = readFileSync(join(record, "export.jsonl"), "utf8").trim().split("\n");
  events = lines.map((line) => (JSON.parse(line) as { event: Event }).event);
}, 120_000);

const barsOf = (timeframe: string, symbol: string): readonly EventByKind<"md.bar">[] =>
  events.flatMap((event) =>
    event.kind === "md.bar" && event.timeframe === timeframe && event.symbol === symbol ? [event] : [],
  );
const data = async (...args: string[]): Promise<string> => {
  const { code, out, errors } = await bowline(["data", ...args, "--folder", recorded]);
  expect(code, errors).toBe(0);
  return out;
};
/** What `data export` writes, line by line, without its header. */
async function exported(name: string, ...args: string[]): Promise<readonly string[]> {
  const file = join(home, name);
  await data("export", "--out", file, ...args);
  return readFileSync(file, "utf8").trim().split("\n").slice(1);
}

describe("a group whose bars are built from ticks, on a running system", () => {
  it("asks for quotes alone, and the others for five-second bars too", () => {
    const asked = events.flatMap((event) => (event.kind === "request.subscribe" ? [event] : []));
    expect(asked.map(({ symbol, quotesOnly = false }) => [symbol, quotesOnly])).toEqual([
      ["AAPL", false],
      ["MSFT", false],
      ["BAC", true],
      ["JPM", true],
    ]);
    expect(SYMBOLS.map((symbol) => barsOf("5s", symbol).length)).toEqual([12 * MINUTES, 0, 0, 12 * MINUTES]);
  });
  it("has every minute, of the trades that are recorded", async () => {
    for (const symbol of SYMBOLS) expect(barsOf("1m", symbol), symbol).toHaveLength(MINUTES);
    const told = barsOf("1m", "BAC").map(({ status, closeUs, symbol, openPx, highPx, lowPx, closePx, volume }) => {
      expect(status).toBe("TRADED");
      return [closeUs, symbol, openPx, highPx, lowPx, closePx, volume].join(",");
    });
    expect(await exported("bars.csv", "--bars", "1m", "--symbols", "BAC")).toEqual(told);
  });
});

describe("a recording of the ticks of a running system", () => {
  it("lists every symbol by day", async () => {
    const { days } = JSON.parse(await data("list", "--json")) as { days: { day: string; symbol: string }[] };
    expect(days.map(({ day, symbol }) => `${day} ${symbol}`)).toEqual(SYMBOLS.map((symbol) => `2024-03-04 ${symbol}`));
  });
  it("passes the check, minute by minute", async () => {
    const { ok, days } = JSON.parse(await data("check", "--json")) as { ok: boolean; days: readonly object[] };
    expect(ok).toBe(true);
    expect(days).toMatchObject(SYMBOLS.map((symbol) => ({ symbol, outOfOrder: 0, minutes: MINUTES })));
  });
  it("is exported tick by tick, trades of those symbols alone that asked for them", async () => {
    const trades = async (symbol: string) =>
      (await exported(`${symbol}.csv`, "--ticks", "--symbols", symbol)).filter((line) => line.includes(",TRADE,"));
    expect(await trades("BAC")).toHaveLength(12 * MINUTES);
    expect(await trades("MSFT")).toEqual([]);
  });
  it("is not written into by another run", async () => {
    const again = await bowline(["demo", "--minutes", "1", "--record-ticks", recorded]);
    expect(again.code).toBe(1);
    expect(again.errors).toContain("something is recorded there already");
  });
});
