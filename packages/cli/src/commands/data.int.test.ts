import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bus, connectBus, publishAcked } from "@bowline/bus";
import { encodeEvent, subjectOf, type TickBatch, tickBatchCodec } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import { setUpJournal } from "@bowline/service-kit/journal-setup";
import { aBar, anEntry, at, dollars, mountSmallDisk, T0_DATE, withNatsServer } from "@bowline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../test-command.ts";

const nats = withNatsServer();
const folder = mkdtempSync(join(tmpdir(), "bowline-data-"));
const recording = join(folder, "rec");
let bus: Bus;

const trade = (second: number, price: string, dayVolume: number): TickBatch["ticks"] => [
  { field: "BID", value: dollars("99.99"), eventUs: at(second) },
  { field: "ASK", value: dollars("100.01"), eventUs: at(second) },
  { field: "LAST", value: dollars(price), eventUs: at(second) },
  { field: "LAST_SIZE", value: shares(100), eventUs: at(second) },
  { field: "VOLUME", value: shares(dayVolume), eventUs: at(second) },
];
let serial = 0;
async function tell(symbol: string, ticks: TickBatch["ticks"]): Promise<void> {
  serial += 1;
  const bytes = tickBatchCodec.encode({ symbol, ticks });
  await publishAcked(bus, { subject: `tick.${symbol}`, bytes, msgId: `t${serial}` });
}
const run = (...args: readonly string[]) => runCommand(["data", ...args, "--folder", recording]);
const recordOnce = (...args: readonly string[]) => run("record", "--once", "--nats", nats.url, ...args);
const json = (out: string): unknown => JSON.parse(out.trim().split("\n").at(-1) ?? "");

beforeAll(async () => {
  bus = await connectBus({ url: nats.url, name: "test" });
  await setUpJournal(bus, {});
});
afterAll(async () => {
  await bus.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("before anything is recorded", () => {
  it("record says that there is no stream, and how there is one", async () => {
    const { code, errors } = await recordOnce();
    expect(code).toBe(1);
    expect(errors).toContain("no stream of ticks");
    expect(errors).toContain("up --record-ticks");
  });
  it.each([["list"], ["check"], ["export", "--ticks", "--out", join(folder, "x.csv")]])(
    "%s says that nothing is there, and what records",
    async (...args) => {
      const { code, errors } = await run(...args);
      expect(code).toBe(1);
      expect(errors).toContain("nothing is recorded there");
    },
  );
  it("list says that a recorder is at work, and when it writes", async () => {
    mkdirSync(join(folder, "rec"), { recursive: true });
    writeFileSync(join(folder, "rec/recorder.pid"), String(process.pid));
    const { code, errors } = await run("list");
    rmSync(join(folder, "rec/recorder.pid"));
    expect(code).toBe(1);
    expect(errors).toContain(`process ${process.pid} is recording: it writes every 5 minutes`);
  });
});

describe("a recording", () => {
  beforeAll(async () => {
    await setUpJournal(bus, { ticks: true });
    for (const second of [1, 30, 60]) await tell("AAPL", trade(second, "100", 5000 + 100 * second));
    await tell("AAPL", trade(61, "101", 12_000));
    await tell("MSFT", trade(61, "50", 1000));
    const minute = aBar({
      timeframe: "1m",
      closeUs: at(60),
      openPx: dollars("100"),
      highPx: dollars("100.5"),
      lowPx: dollars("100"),
      closePx: dollars("100"),
      volume: shares(6000),
    });
    const { header, event } = anEntry(minute);
    await publishAcked(bus, { subject: subjectOf(event), bytes: encodeEvent(header, event), msgId: header.id });
  });
  it("is written once, and goes on behind what it wrote", async () => {
    expect(json((await recordOnce("--json")).out)).toMatchObject({ msg: "stopped", rows: 25, throughSeq: 5, lost: 0 });
    expect((await recordOnce()).out).toContain("0 ticks recorded, through message 5");
  });
  it("is listed by day and symbol, with its gaps", async () => {
    const { out } = await run("list");
    expect(out).toMatch(new RegExp(`${T0_DATE} +AAPL +20 +1 +389.0 `));
    expect(json((await run("list", "--symbols", "msft", "--json")).out)).toMatchObject({
      days: [{ symbol: "MSFT", rows: 5, files: 1 }],
    });
    expect((await run("list", "--from", "2013-10-05")).errors).toContain(
      `there are ${T0_DATE} to ${T0_DATE}, of AAPL, MSFT`,
    );
    expect((await run("list", "--from", "yesterday")).code).toBe(64);
  });
  it("is checked, against the journal's bars too", async () => {
    const { code, out } = await run("check", "--journal", "--nats", nats.url, "--json");
    expect(code).toBe(0);
    expect(json(out)).toMatchObject({
      ok: true,
      days: [
        {
          symbol: "AAPL",
          outOfOrder: 0,
          quotes: 4,
          bars: { both: 1, equal: { openPx: 1, highPx: 0, lowPx: 1, closePx: 1, volume: 1 }, onlyRecorded: 1 },
        },
        { symbol: "MSFT" },
      ],
    });
  });
  it("is exported as ticks and as bars, in each format", async () => {
    const file = (name: string) => join(folder, name);
    expect((await run("export", "--ticks", "--symbols", "MSFT", "--out", file("t.csv"))).out).toContain("5 rows");
    expect(readFileSync(file("t.csv"), "utf8").split("\n")[1]).toBe(`${at(61)},MSFT,BID,99990000,5,0`);
    await run("export", "--bars", "1m", "--out", file("b.jsonl"));
    const bars = readFileSync(file("b.jsonl"), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as object);
    expect(bars).toMatchObject([
      { symbol: "AAPL", close_us: at(60), close_micros: 100_000_000, volume_micros: shares(6000) },
      { symbol: "AAPL", close_us: at(120), close_micros: 101_000_000, volume_micros: shares(1000) },
      { symbol: "MSFT", close_us: at(120), close_micros: 50_000_000, volume_micros: shares(100) },
    ]);
    await run("export", "--bars", "1h", "--out", file("h.jsonl"));
    expect(JSON.parse(readFileSync(file("h.jsonl"), "utf8").split("\n")[0] ?? "")).toMatchObject({
      close_us: at(3600),
      open_micros: 100_000_000,
      high_micros: 101_000_000,
      volume_micros: shares(7000),
    });
    expect((await run("export", "--bars", "5m", "--out", file("b.parquet"), "--json")).code).toBe(0);
    expect(readFileSync(file("b.parquet")).subarray(0, 4).toString()).toBe("PAR1");
    expect((await run("export", "--ticks", "--out", file("t.txt"))).errors).toContain("name --format");
    expect((await run("export", "--out", file("t.csv"))).errors).toContain("--bars 5m");
  });
  it("whose file was changed fails the check, which names it", async () => {
    const part = join(recording, "ticks", T0_DATE, "MSFT");
    const { days } = json((await run("list", "--json")).out) as { days: { symbol: string }[] };
    expect(days).toHaveLength(2);
    const [name = ""] = readdirSync(part);
    writeFileSync(join(part, name), "PAR1");
    const { code, out, errors } = await run("check");
    expect(code).toBe(1);
    expect(out).toContain(name);
    expect(errors).toContain("1 of 2 days");
  });
  it("on a full disk ends with an alert in the journal, and whoever made room goes on", async (context) => {
    const disk = mountSmallDisk(32);
    if (disk === undefined) return context.skip("needs the right to mount a small disk");
    try {
      writeFileSync(join(disk.folder, "ballast"), new Uint8Array(28 * 1024));
      const args = ["record", "--once", "--nats", nats.url, "--folder", join(disk.folder, "rec")];
      const full = await runCommand(["data", ...args]);
      expect(full.code).toBe(74);
      expect(full.errors).toContain("make room and record again");
      const alerts = await runCommand(["alerts", "--nats", nats.url, "--json"]);
      expect(alerts.out).toContain("RECORDING_STOPPED");
      rmSync(join(disk.folder, "ballast"));
      expect((await runCommand(["data", ...args])).out).toContain("25 ticks recorded");
    } finally {
      disk.remove();
    }
  });
});
