import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { EventByKind } from "@bowline/contracts";
import { readExport } from "@bowline/report";
import { beforeAll, describe, expect, it } from "vitest";
import { bowline, type DemoProcess, makeHome, startDemo } from "./demo-process.ts";

const ARGS = ["--seed", "6", "--minutes", "30"];
const STEPS_A_MINUTE = 12;

type Bar = EventByKind<"md.bar" | "md.bar-corrected">;
type Run = {
  readonly bars: readonly Bar[];
  readonly corrections: readonly Bar[];
  readonly requests: readonly string[];
};

function read(folder: string): Run {
  const bars: Bar[] = [];
  const corrections: Bar[] = [];
  const requests: string[] = [];
  for (const { event } of readExport(join(folder, "export.jsonl"))) {
    if (event.kind === "md.bar" && event.timeframe === "1m") bars.push(event);
    if (event.kind === "md.bar-corrected") corrections.push(event);
    if (event.kind === "request.backfill") requests.push(event.requestId);
  }
  return { bars, corrections, requests };
}

/** Every minute once, as it is in the end. */
function finalBars({ bars, corrections }: Run): readonly string[] {
  const byMinute = new Map<string, string>();
  for (const bar of [...bars, ...corrections]) {
    const { symbol, closeUs, status, openPx, highPx, lowPx, closePx, volume } = bar;
    const content = [status, openPx, highPx, lowPx, closePx, volume].map((value) => value ?? "-").join(" ");
    byMinute.set(`${symbol} ${closeUs}`, content);
  }
  return [...byMinute].map(([key, content]) => `${key} ${content}`).sort();
}

async function fault(demo: DemoProcess, name: string): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${demo.httpPortOf("tws-sim")}/sim/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ fault: name }),
  });
  if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`);
}

describe("a feed that is cut for ten minutes", () => {
  const [cutHome, wholeHome] = [makeHome(), makeHome()];
  const wireLog = join(cutHome, "wire.jsonl");
  let cut: Run;
  let whole: Run;
  beforeAll(async () => {
    const demo = startDemo([...ARGS, "--record", cutHome, "--speed", "240"], { BOWLINE_SIM_WIRE_LOG: wireLog });
    await demo.reached(8 * STEPS_A_MINUTE);
    await fault(demo, "stop-data");
    // From when the feed is dead for certain: the run goes on while the fault is asked for.
    await demo.reached(demo.steps() + 11 * STEPS_A_MINUTE);
    await fault(demo, "resume-data");
    const ran = await bowline(["backtest", ...ARGS, "--record", wholeHome, "--json"]);
    if (ran.code !== 0) throw new Error(ran.errors);
    await demo.summary();
    [cut, whole] = [read(cutHome), read(wholeHome)];
  }, 240_000);

  it("had no data for the time, and the uncut run did", () => {
    const dead = cut.bars.filter(({ status }) => status === "NO_DATA");
    const symbols = new Set(cut.bars.map(({ symbol }) => symbol));
    expect(dead.length).toBeGreaterThanOrEqual(10 * symbols.size);
    expect(whole.bars.filter(({ status }) => status === "NO_DATA")).toEqual([]);
    expect(whole.corrections).toEqual([]);
  });

  it("has the bars of the uncut run in the end, each minute told once and corrected at most once", () => {
    expect(finalBars(cut)).toEqual(finalBars(whole));
    const minutes = cut.bars.map(({ symbol, closeUs }) => `${symbol} ${closeUs}`);
    expect(new Set(minutes).size).toBe(minutes.length);
    const corrected = cut.corrections.map(({ symbol, closeUs }) => `${symbol} ${closeUs}`);
    expect(new Set(corrected).size).toBe(corrected.length);
    expect(corrected.length).toBeGreaterThan(0);
  });

  it("asked for the gap once a symbol, and kept what IB allows of requests", () => {
    const symbols = new Set(cut.bars.map(({ symbol }) => symbol));
    expect(cut.requests.filter((id) => id.startsWith("gap-"))).toHaveLength(symbols.size);
    expect(existsSync(wireLog)).toBe(true);
    const lines = readFileSync(wireLog, "utf8").trim().split("\n");
    const asked = lines
      .map((line) => JSON.parse(line) as { name: string; direction: string; message?: { reqId?: number } })
      .filter(({ name, direction }) => direction === "in" && name === "reqHistoricalData")
      .map(({ message = {} }) => JSON.stringify({ ...message, reqId: 0 }));
    // Sixty requests in ten minutes, none of them twice: the whole run stays below what ten of its minutes may have.
    expect(asked.length).toBeLessThanOrEqual(60);
    expect(new Set(asked).size).toBe(asked.length);
    const refused = lines.filter((line) => /"code":(162|420)\b/.test(line));
    expect(refused).toEqual([]);
  });
});
