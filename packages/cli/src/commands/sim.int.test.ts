import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { runCommand, type Started, startCommand } from "../test-command.ts";

let sim: Started | undefined;
afterEach(async () => void (await sim?.interrupt()));

const startBare = (...args: string[]): Started => (sim = startCommand(["sim", "--port", "0", ...args]));
const start = (...args: string[]): Started => startBare("--symbols", "IBM", ...args);

/** The first words of any TWS client: it speaks the versions 157 to 193. */
async function greeting(port: number): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  const versions = Buffer.from("v157..193");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(versions.length);
  socket.write(Buffer.concat([Buffer.from("API\0"), length, versions]));
  const [answer] = (await once(socket, "data")) as [Buffer];
  socket.destroy();
  return answer.subarray(4).toString();
}

describe("sim", () => {
  it("is a TWS on a port of its own until Ctrl-C, and says where faults are asked for", async () => {
    const started = start("--control-port", "0", "--minutes", "1", "--account", "DU7", "--json");
    const { port, controlPort, ...said } = JSON.parse(await started.line()) as { port: number; controlPort: number };
    expect(said).toEqual({ symbols: ["IBM"], accountId: "DU7", accountIds: ["DU7"], sessionDates: ["2024-03-04"] });
    expect(await greeting(port)).toMatch(/^193\0/);
    expect((await fetch(`http://127.0.0.1:${controlPort}/sim`)).ok).toBe(true);
    expect(await started.interrupt()).toBe(0);
  });
  it("begins on the day that it is told, or on the next trading day", async () => {
    // A Saturday.
    const started = start("--date", "2026-01-03", "--minutes", "1", "--json");
    expect(JSON.parse(await started.line())).toMatchObject({ sessionDates: ["2026-01-05"] });
  });

  it.each(["2026-02-30", "1999-01-04", "tomorrow"])("refuses %s as a date", async (date) => {
    const { code, errors } = await runCommand(["sim", "--date", date]);
    expect([code, errors]).toEqual([64, expect.stringContaining("--date") as string]);
  });

  it("says to a person where it is and what it trades", async () => {
    const started = start("--sessions", "2");
    expect(await started.line()).toMatch(
      /^TWS of DU1234567 on 127\.0\.0\.1:\d+: IBM; sessions 2024-03-04, 2024-03-05$/,
    );
  });
  it("says where its status page is", async () => {
    const started = start("--control-port", "0");
    const [, page = ""] = /; status page (http:\/\/127\.0\.0\.1:\d+\/)$/.exec(await started.line()) ?? [];
    expect(await (await fetch(page)).text()).toContain("<title>TWS simulator</title>");
  });
  it("takes several accounts, a master client, and an API that is read only", async () => {
    const started = start("--account", "DU7,DU8", "--master-client", "3", "--read-only", "--json");
    expect(JSON.parse(await started.line())).toMatchObject({ accountIds: ["DU7", "DU8"] });
    expect(await started.interrupt()).toBe(0);
  });
  it("names an account that is none, and what is wrong in its files, by line", async () => {
    const folder = mkdtempSync(join(tmpdir(), "bowline-sim-"));
    const market = join(folder, "market.yaml");
    const switches = join(folder, "switches.yaml");
    writeFileSync(market, "accounts:\n  - { id: DU1, cash: 5000, margin: none }\n");
    writeFileSync(switches, "delayMinutes: 15\nmaxClients: many\n");
    const failures = [
      await runCommand(["sim", "--account", "U123"]),
      await runCommand(["sim", "--port", "0", "--market", market]),
      await runCommand(["sim", "--port", "0", "--switches", switches]),
    ];
    rmSync(folder, { recursive: true });
    expect(failures.map(({ code }) => code)).toEqual([64, 64, 64]);
    expect(failures[0]?.errors).toContain('--account: "U123" is no simulated account such as DU1234567');
    expect(failures[1]?.errors).toMatch(/market\.yaml:2:\d+: accounts\[0\]\.margin/);
    expect(failures[2]?.errors).toMatch(/switches\.yaml:2:\d+: maxClients/);
  });
  it("names a port that is none", async () => {
    for (const flag of ["--port", "--control-port"]) {
      const { code, errors } = await runCommand(["sim", flag, "99999"]);
      expect([code, errors.trim()]).toEqual([64, `${flag}: 99999 is no port: they end at 65535`]);
    }
  });
  it("names a speed that is none", async () => {
    expect(await runCommand(["sim", "--speed", "fast"])).toMatchObject({
      code: 64,
      errors: expect.stringContaining('--speed: "fast" is no number such as 1 or 60') as string,
    });
  });
  it("records a TWS, and says when no client of a recording came far enough to be replayed", async () => {
    const folder = mkdtempSync(join(tmpdir(), "bowline-sim-"));
    const file = join(folder, "tws.jsonl");
    const tws = startCommand(["sim", "--port", "0", "--symbols", "IBM", "--minutes", "1", "--json"]);
    const { port } = JSON.parse(await tws.line()) as { port: number };
    const recorder = startBare("--record", file, "--upstream", `127.0.0.1:${port}`, "--redact", "--json");
    const recording = JSON.parse(await recorder.line()) as { port: number };
    expect(await greeting(recording.port)).toMatch(/^193\0/);
    expect([await recorder.interrupt(), await tws.interrupt()]).toEqual([0, 0]);
    const [head, hello] = readFileSync(file, "utf8").split("\n");
    expect(JSON.parse(head ?? "")).toMatchObject({ format: "bowline-tws-recording", version: 1, redacted: true });
    expect(JSON.parse(hello ?? "")).toMatchObject({ handshake: true, direction: "in", fields: ["v157..193"] });
    const replay = await runCommand(["sim", "--port", "0", "--replay", file]);
    rmSync(folder, { recursive: true });
    expect([replay.code, replay.errors]).toEqual([64, expect.stringContaining("nothing to replay") as string]);
  });
  it("replays a recording at its version", async () => {
    const folder = mkdtempSync(join(tmpdir(), "bowline-sim-"));
    const file = join(folder, "tws.jsonl");
    const passed = { t: 0, connection: 1 };
    const lines = [
      {
        format: "bowline-tws-recording",
        version: 1,
        startedAt: "2026-01-05T14:30:00Z",
        upstream: "a:1",
        redacted: true,
      },
      { ...passed, direction: "in", handshake: true, fields: ["v100..176"] },
      { ...passed, direction: "out", handshake: true, serverVersion: 176, fields: ["176", "20260105 09:30:00 EST"] },
      { ...passed, direction: "in", serverVersion: 176, fields: ["71", "2", "1", ""] },
    ];
    writeFileSync(file, lines.map((each) => `${JSON.stringify(each)}\n`).join(""));
    const replayer = startBare("--replay", file, "--json");
    const { port, ...said } = JSON.parse(await replayer.line()) as { port: number };
    expect(said).toEqual({ serverVersion: 176, connections: 1, requests: 0, file });
    expect(await greeting(port)).toBe("176\u000020260105 09:30:00 EST\0");
    expect(await replayer.interrupt()).toBe(0);
    rmSync(folder, { recursive: true });
  });
  it.each([
    [["--record", "a", "--replay", "b"], "one of them at a time"],
    [["--record", "a"], "--upstream HOST:PORT"],
    [["--upstream", "127.0.0.1:7496"], "go with --record FILE"],
    [["--replay", "a", "--symbols", "SPY", "--seed", "3"], "--replay: --symbols, --seed would do nothing beside it"],
    [["--record", "a", "--upstream", "127.0.0.1:7496", "--speed", "2"], "--record: --speed would do nothing beside it"],
    [["--upstream", "7496"], "no host and port"],
    [["--replay", "/nowhere/a.jsonl"], "cannot be read: ENOENT"],
  ])("refuses %j", async (args, text) => {
    const { code, errors } = await runCommand(["sim", ...args]);
    expect([code, errors]).toEqual([64, expect.stringContaining(text) as string]);
  });
});
