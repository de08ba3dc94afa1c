import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Bus, connectBus, TICKS } from "@bowline/bus";
import { at, mountSmallDisk, type NatsServer, startNatsServer, T0_DATE } from "@bowline/testkit";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { lockFolder } from "./folder-lock.ts";
import { recordedDays, ticksOfDay } from "./read-recording.ts";
import { type RecorderOptions, runRecorder } from "./recorder.ts";
import type { RecordedTick } from "./tick-columns.ts";
import { aBid, applyTickStream, tell } from "./testing/ticks-in-stream.ts";

let nats: NatsServer;
let bus: Bus;
let folder: string;
beforeAll(async () => {
  nats = await startNatsServer();
  bus = await connectBus({ url: nats.url, name: "test" });
});
afterAll(async () => {
  await bus.close();
  await nats.stop();
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "bowline-recording-"));
  await applyTickStream(bus);
});
afterEach(async () => {
  await bus.jsm.streams.delete(TICKS).catch(() => undefined);
  rmSync(folder, { recursive: true, force: true });
});

const record = (changes: Partial<RecorderOptions> = {}) =>
  runRecorder(
    { bus, folder, mostRows: 1000, writeEveryMs: 60_000, pollMs: 5, once: true, ...changes },
    new AbortController().signal,
  );

async function recorded(symbol: string, from: string = folder): Promise<readonly RecordedTick[]> {
  const ticks: RecordedTick[] = [];
  for (const day of recordedDays(from, { symbols: new Set([symbol]) }).days)
    for await (const part of ticksOfDay(from, day)) ticks.push(...part);
  return ticks;
}
const numbersOf = (ticks: readonly RecordedTick[]): number[] => ticks.map(({ value }) => value - 100_000_000);
const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

describe("the recorder", () => {
  it("writes what is in the stream by day and symbol, every tick as it was told", async () => {
    await tell(bus, "AAPL", [aBid(1), { field: "HALTED", value: 2, eventUs: at(2) }]);
    await tell(bus, "BRK.B", [aBid(3)]);
    await tell(bus, "AAPL", [aBid(4, at(86_400 * 3))]);
    expect(await record()).toMatchObject({ type: "stopped", throughSeq: 3, rows: 4, lost: 0 });
    expect(recordedDays(folder).days.map(({ day, symbol, rows }) => [day, symbol, rows])).toEqual([
      [T0_DATE, "AAPL", 2],
      [T0_DATE, "BRK.B", 1],
      ["2013-10-07", "AAPL", 1],
    ]);
    expect(await recorded("AAPL")).toEqual([
      { seq: 1, ordinal: 0, ...aBid(1) },
      { seq: 1, ordinal: 1, field: "HALTED", value: 2, eventUs: at(2) },
      { seq: 3, ordinal: 0, ...aBid(4, at(86_400 * 3)) },
    ]);
  });
  it("goes on behind what it wrote, and writes nothing twice", async () => {
    await tell(bus, "AAPL", [aBid(1)]);
    await record();
    expect(await record()).toMatchObject({ rows: 0, throughSeq: 1 });
    await tell(bus, "AAPL", [aBid(2)]);
    expect(await record()).toMatchObject({ rows: 1, throughSeq: 2 });
    expect(numbersOf(await recorded("AAPL"))).toEqual([1, 2]);
  });
  it("holds no more ticks than it may", async () => {
    for (const number of numbers(25)) await tell(bus, "AAPL", [aBid(number)]);
    const written: number[] = [];
    await record({ mostRows: 1, onWritten: ({ rows }) => written.push(rows) });
    expect(written.at(-1)).toBe(25);
    expect(numbersOf(await recorded("AAPL"))).toEqual(numbers(25));
  });
  it("says that there is no stream where nobody asked for one", async () => {
    await bus.jsm.streams.delete(TICKS);
    expect(await record()).toEqual({ type: "no-stream" });
  });
  it("begins at the first message of another stream of the same name", async () => {
    await tell(bus, "AAPL", [aBid(1)]);
    await tell(bus, "AAPL", [aBid(2)]);
    await record();
    await bus.jsm.streams.delete(TICKS);
    await applyTickStream(bus);
    await tell(bus, "AAPL", [aBid(3)]);
    await record();
    expect(numbersOf(await recorded("AAPL"))).toEqual([1, 2, 3]);
  });
  it("counts what the stream let go before, and what cannot be read", async () => {
    for (const number of numbers(5)) await tell(bus, "AAPL", [aBid(number)]);
    await bus.jsm.streams.purge(TICKS, { seq: 4 });
    bus.nats.publish("tick.AAPL", new Uint8Array([255, 255]));
    await tell(bus, "../../elsewhere", [aBid(6)]).catch(() => undefined);
    await bus.nats.flush();
    expect(await record()).toMatchObject({ rows: 2 });
    expect(recordedDays(folder).lost).toBeGreaterThanOrEqual(4);
    expect(numbersOf(await recorded("AAPL"))).toEqual([4, 5]);
  });
});

describe("after a crash", () => {
  it("of any moment nothing of the stream is missing, nothing is there twice, and no rest lies about", async () => {
    const program = join(import.meta.dirname, "testing/recorder-process.ts");
    let told = 0;
    for (let round = 0; round < 3; round++) {
      const child = spawn(process.execPath, [program, nats.url, folder], { stdio: ["ignore", "pipe", "inherit"] });
      const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      for (let batch = 0; batch < 60; batch++) await tell(bus, "AAPL", [aBid(++told), aBid(++told)]);
      await lines.next();
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    await record();
    expect(numbersOf(await recorded("AAPL"))).toEqual(numbers(told));
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.includes(".parquet"),
    );
    expect(files.toSorted()).toEqual(
      recordedDays(folder)
        .days.flatMap(({ parts }) => parts.map(({ file }) => file))
        .toSorted(),
    );
  });
  it("a torn commit and the files that it meant count for nothing", async () => {
    await tell(bus, "AAPL", [aBid(1)]);
    await record();
    const log = join(folder, "commits.jsonl");
    const whole = readFileSync(log, "utf8");
    appendFileSync(log, '{"stream":"x","throughSeq":99,"par');
    const orphan = join(folder, "ticks", T0_DATE, "AAPL", "x-1.parquet");
    writeFileSync(orphan, "half");
    writeFileSync(`${orphan}.unfinished`, "half");
    await tell(bus, "AAPL", [aBid(2)]);
    expect(await record()).toMatchObject({ rows: 1 });
    expect(readFileSync(log, "utf8").startsWith(whole)).toBe(true);
    expect([existsSync(orphan), existsSync(`${orphan}.unfinished`)]).toEqual([false, false]);
    expect(numbersOf(await recorded("AAPL"))).toEqual([1, 2]);
  });
});

describe("a full disk", () => {
  it("ends the recording and nothing else; with room again nothing is missing", async (context) => {
    const disk = mountSmallDisk(64);
    if (disk === undefined) return context.skip("needs the right to mount a small disk");
    try {
      const ballast = join(disk.folder, "ballast");
      writeFileSync(ballast, new Uint8Array(56 * 1024));
      for (const number of numbers(3000)) if (number % 100 === 0) await tell(bus, "AAPL", batchTo(number));
      const ended = await record({ folder: join(disk.folder, "rec") });
      expect(ended).toMatchObject({ type: "disk", throughSeq: 0, rows: 0 });
      expect(ended.type === "disk" ? ended.message : "").toContain("ENOSPC");
      rmSync(ballast);
      expect(await record({ folder: join(disk.folder, "rec") })).toMatchObject({ type: "stopped", rows: 3000 });
      expect(numbersOf(await recorded("AAPL", join(disk.folder, "rec")))).toEqual(numbers(3000));
    } finally {
      disk.remove();
    }
  });
});
const batchTo = (last: number) => Array.from({ length: 100 }, (_, index) => aBid(last - 99 + index));

describe("a folder", () => {
  it("has one recorder at a time; one that died has it no more", () => {
    const mine = lockFolder(folder);
    expect("release" in mine).toBe(true);
    writeFileSync(join(folder, "recorder.pid"), String(process.ppid));
    expect(lockFolder(folder)).toEqual({ takenBy: process.ppid });
    writeFileSync(join(folder, "recorder.pid"), "999999999");
    const again = lockFolder(folder);
    if ("release" in again) again.release();
    expect(existsSync(join(folder, "recorder.pid"))).toBe(false);
  });
});
