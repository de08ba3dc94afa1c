import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { runSim, type RunningSim } from "@bowline/tws-sim/sim";
import { afterAll, describe, expect, it } from "vitest";
import { startCommand } from "../test-command.ts";

type Ran = { readonly code: unknown; readonly lines: readonly string[]; readonly errors: string };

/** `bowline test`, as a process that does not know that it was started by a test. */
async function test(...args: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "../main.ts"), "test", ...args], {
    env: { ...process.env, VITEST: undefined },
  });
  const [out, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { code, lines: out.trimEnd().split("\n"), errors };
}

type WireLine = { readonly direction: string; readonly name: string };

const SCENARIOS = 50;
const stops: (() => Promise<unknown>)[] = [];
const folder = mkdtempSync(join(tmpdir(), "bowline-test-tws-"));
afterAll(async () => {
  for (const stop of stops) await stop();
  rmSync(folder, { recursive: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

describe("test --tws", () => {
  it("skips every scenario where the address is empty", async () => {
    const { code, lines } = await test("--tws", "");
    expect(code).toBe(0);
    expect(lines).toEqual([`skipped ${SCENARIOS}: --tws names no address`, `0 passed, 0 failed, ${SCENARIOS} skipped`]);
  });

  it("refuses an address that is none", async () => {
    const { code, errors } = await test("--tws", "somewhere");
    expect({ code, errors }).toEqual({
      code: 64,
      errors: 'test: --tws: "somewhere" is no address such as 127.0.0.1:7497\n',
    });
  });

  it("says that nobody is there", async () => {
    const port = await freePort();
    const { code, errors } = await test("--tws", `127.0.0.1:${port}`);
    expect(code).toBe(1);
    expect(errors).toContain(`test: 127.0.0.1:${port}: `);
    expect(errors).toContain("ECONNREFUSED");
  });

  it("refuses a live account before it asks for anything", async () => {
    const wireLogFile = join(folder, "live.jsonl");
    const started = await runSim({ port: 0, symbols: ["SPY"], accountIds: ["U1234567"], wireLogFile });
    if (!started.ok) throw new Error(started.error);
    const sim: RunningSim = started.value;
    stops.push(sim.stop);
    const { code, errors, lines } = await test("--tws", `127.0.0.1:${sim.port}`);
    expect(code).toBe(64);
    expect(errors).toBe(
      `test: 127.0.0.1:${sim.port}: U1234567 is not a paper account; only accounts that start with DU or DF are traded; nothing was sent\n`,
    );
    expect(lines).toEqual([""]);
    const sent = readFileSync(wireLogFile, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as WireLine)
      .filter(({ direction }) => direction === "in");
    expect(sent.map(({ name }) => name)).toEqual(["startApi"]);
  });

  it("runs against whatever TWS is at the address", async () => {
    const sim = startCommand(["sim", "--port", "0", "--json", "--symbols", "IBM"]);
    stops.push(sim.interrupt);
    const { port } = JSON.parse(await sim.line()) as { port: number };
    const ran = await test("--tws", `127.0.0.1:${port}`, "--symbol", "IBM", "-t", "account|completed");
    expect(ran.code, ran.errors).toBe(0);
    expect(ran.lines).toContain(
      `scenarios: ${SCENARIOS} (at least ${SCENARIOS}), against 127.0.0.1:${port}, account DU1234567, IBM`,
    );
    expect(ran.lines.at(-1)).toBe(`4 passed, 0 failed, ${SCENARIOS - 4} skipped`);
  });
});
