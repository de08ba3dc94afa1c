import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeEvent } from "@bowline/contracts";
import { writeExport } from "@bowline/report";
import { afterAll, describe, expect, it } from "vitest";
import { ROOT } from "./runner/home.ts";
import { runCommand } from "./test-command.ts";
import { aDay, aDecision, ENTRY_ID } from "./test-day.ts";

const folder = mkdtempSync(join(tmpdir(), "bowline-main-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const STRATEGY = join(ROOT, "deploy/strategies/prediction-follow.yaml");

describe("the command line", () => {
  it("lists every command", async () => {
    const { code, out } = await runCommand(["--help"]);
    expect(code).toBe(0);
    for (const name of [
      "demo",
      "up",
      "down",
      "status",
      "sim",
      "backtest",
      "rules",
      "groups",
      "calendar",
      "limits",
      "tap",
      "decode",
      "hash",
      "explain",
      "positions",
      "orders",
      "trades",
      "pnl",
      "kill",
      "resume",
      "init",
      "doctor",
      "test",
    ])
      expect(out).toMatch(new RegExp(`^ {2}${name} `, "m"));
  });
  it("suggests the command that was meant", async () => {
    expect(await runCommand(["dmeo"])).toMatchObject({
      code: 64,
      errors: expect.stringContaining("./bowline demo") as string,
    });
  });
  it("ends with 64 and no stack where an option is unknown", async () => {
    const { code, errors } = await runCommand(["demo", "--sedd", "1"]);
    expect(code).toBe(64);
    expect(errors).toMatch(/unknown option '--sedd'[^]*--seed/);
  });
  it("names file, line and column of what is wrong in a strategy", async () => {
    const file = join(folder, "bad.yaml");
    writeFileSync(file, "strategy: x\nrulez: []\n");
    const { code, errors } = await runCommand(["rules", "check", file]);
    expect(code).toBe(64);
    expect(errors).toMatch(/bad\.yaml:2:\d+: rulez/);
    expect(errors).not.toMatch(/^\s+at /m);
  });
  it("says that nothing runs here, and what to do", async () => {
    for (const command of [["status"], ["tap", "bw.>"], ["kill"], ["positions"], ["down"]]) {
      const { code, errors } = await runCommand(command);
      expect(code, command.join(" ")).toBe(1);
      expect(errors).toMatch(/nothing runs here/);
    }
  });
});

describe("files of a run", () => {
  it("limits new writes what limits check takes", async () => {
    const file = join(folder, "limits.yaml");
    expect(
      await runCommand(["limits", "new", "--equity", "25000", "--profile", "careful", "--out", file]),
    ).toMatchObject({ code: 0 });
    expect(await runCommand(["limits", "check", file, "--json"])).toMatchObject({ code: 0 });
    expect((await runCommand(["limits", "new", "--equity", "1", "--out", file])).errors).toMatch(/there already/);
    expect((await runCommand(["limits", "new", "--equity", "50000", "--out", file, "--force"])).out).toMatch(
      /^wrote .*limits\.yaml: read every line before you trade with it$/m,
    );
    expect((await runCommand(["limits", "check", file])).out).toMatch(/limits\.yaml: fine, \d+ limits/);
    expect((await runCommand(["limits", "new", "--equity", "much"])).errors).toMatch(/"much" is no amount of dollars/);
  });
  it("init makes a folder that trades at once", async () => {
    const dir = join(folder, "mine");
    const { out } = await runCommand(["init", dir, "--json"]);
    const { files } = JSON.parse(out) as { files: Record<string, string> };
    const flags = Object.entries(files).flatMap(([name, file]) => [`--${name}`, file]);
    const ran = await runCommand(["backtest", "--minutes", "45", "--json", ...flags]);
    expect(ran.code, ran.errors).toBe(0);
    expect(JSON.parse(ran.out.trim().split("\n").at(-1) ?? "")).toMatchObject({
      sessions: 1,
      symbols: 8,
      equityDifference: "0.00",
    });
    expect((JSON.parse(ran.out.trim()) as { orders: number }).orders).toBeGreaterThan(0);
    expect((await runCommand(["init", dir])).errors).toMatch(/not empty/);
  });
  it("tells a person at the end what a trader wants to know, and where the report is", async () => {
    const { code, out } = await runCommand(["backtest", "--minutes", "45", "--symbols", "AAPL,BAC", "--seed", "2"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^\s*1 session, 2 symbols\n +minute bars +90 traded, 0 without a trade, 0 without data\n/);
    expect(out).toMatch(/\n +equity at the broker +[\d,]+\.\d\d, difference 0\.00\n/);
    expect(out).toMatch(/\n +decision hash +[0-9a-z]+\n/);
    expect(out.trim().split("\n").at(-1)).toMatch(/\.html$/);
  });
  it("backtest replays the minutes of a folder, and says where it holds none that can be traded", async () => {
    const data = join(folder, "data");
    mkdirSync(data);
    const header = "start_ms,open,high,low,close,volume";
    const minute = (ms: number): string => `${ms},10,10.2,9.9,10.1,600`;
    const openMs = Date.UTC(2013, 9, 4, 13, 30);
    writeFileSync(join(data, "AAA.trades.csv"), [header, minute(openMs), minute(openMs + 60_000), ""].join("\n"));
    writeFileSync(join(data, "NIGHT.trades.csv"), [header, minute(openMs - 8 * 3_600_000), ""].join("\n"));
    writeFileSync(join(data, "BAD.trades.csv"), [header, "today,1,1,1,1,1", ""].join("\n"));
    const run = (symbol: string) =>
      runCommand(["backtest", "--data", data, "--symbols", symbol, "--minutes", "2", "--json"]);
    const ran = await run("AAA");
    expect(ran.code, ran.errors).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({ sessions: 1, symbols: 1, bars: 2, equityDifference: "0.00" });
    expect((await run("NIGHT")).errors).toMatch(/no trade in regular hours of a trading day/);
    expect((await run("BAD")).errors).toMatch(/BAD\.trades\.csv:2/);
  });
  it("hash and explain name the file that is not there, or is no export", async () => {
    const none = join(folder, "none.jsonl");
    expect((await runCommand(["hash", none])).errors).toMatch(/none\.jsonl: no such file; .*--record DIR/);
    expect((await runCommand(["explain", "X", "--record", folder])).errors).toMatch(/export\.jsonl: no such file/);
    writeFileSync(none, "{}\n");
    expect(await runCommand(["hash", none])).toMatchObject({
      code: 64,
      errors: expect.stringContaining("none.jsonl") as string,
    });
  });
  it("hash and explain read what a run recorded", async () => {
    const record = join(folder, "record");
    const ran = await runCommand(["backtest", "--minutes", "45", "--record", record, "--json", "--strategy", STRATEGY]);
    expect(ran.code, ran.errors).toBe(0);
    const { decisionHash } = JSON.parse(ran.out) as { decisionHash: string };
    expect((await runCommand(["hash", join(record, "export.jsonl")])).out.trim()).toBe(decisionHash);
    writeExport(join(record, "export.jsonl"), aDay());
    writeExport(join(record, "decisions.jsonl"), [aDecision()]);
    const explained = await runCommand(["explain", ENTRY_ID, "--record", record]);
    expect(explained.out).toMatch(/^prediction .*\nrule .*FIRED\n[^]*\nfill [^]*\nposition /);
  });
});

describe("bench", () => {
  it("names the part that is none", async () => {
    expect(await runCommand(["bench", "speed"])).toMatchObject({
      code: 64,
      errors: expect.stringContaining('bench: "speed" is none of order-path, journal, backtest') as string,
    });
  });
});

describe("decode", () => {
  it("turns a payload on standard input into JSON", async () => {
    const [entry] = aDay();
    const { out, code } = await runCommand(["decode", entry!.subject], encodeEvent(entry!.header, entry!.event));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ header: entry!.header, event: entry!.event });
  });
  it("fails on a payload that is none", async () => {
    expect(await runCommand(["decode", "bw.control.clock"], "x")).toMatchObject({ code: 1 });
  });
});
