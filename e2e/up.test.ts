import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { connectBus, readBatch, TICKS } from "@bowline/bus";
import { tickBatchCodec } from "@bowline/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bowline, makeHome } from "./demo-process.ts";

const home = makeHome();
const run = (...args: string[]) => bowline(args, { home });
const json = async <T>(...args: string[]): Promise<T> => {
  const { code, out, errors } = await run(...args, "--json");
  expect(code, errors).toBe(0);
  return JSON.parse(out.trim().split("\n").at(-1) ?? "") as T;
};

const DEMO_SYMBOLS = ["AAPL", "BAC", "CVX", "GS", "JPM", "MSFT", "NVDA", "XOM"];

let started: { msg: string; pid: number };
beforeAll(async () => {
  started = await json("up", "--detach", "--seed", "3", "--workers", "2", "--record-ticks");
}, 120_000);
afterAll(async () => {
  await run("down");
});

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe("a system that was put up in the background", () => {
  it("is ready when the command returns", () => {
    expect(started).toMatchObject({ msg: "READY" });
    expect(isAlive(started.pid)).toBe(true);
  });
  it("is one in a folder", async () => {
    expect(await run("up")).toMatchObject({
      code: 1,
      errors: expect.stringContaining(`up runs here already (pid ${started.pid}): ./bowline down ends it`) as string,
    });
  });
  it("tells its status: every service, who trades, the broker, the clock", async () => {
    type Status = { services: { name: string; ready: boolean }[] };
    const status = await json<Status>("status");
    expect(status).toMatchObject({
      kind: "up",
      trading: { global: "ACTIVE" },
      broker: "READY (reconciled)",
      deadLetters: 0,
    });
    expect(status.services.filter(({ ready }) => !ready)).toEqual([]);
    expect(status.services.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "execution",
        "market-data",
        "monitor",
        "portfolio",
        "prediction-ingest",
        "recorder",
        "risk-gate",
      ]),
    );
    const { out } = await run("status");
    expect(out).toMatch(
      /^NATS +127\.0\.0\.1:\d+\ntrading +global: ACTIVE\nbroker +READY \(reconciled\)\nclock +\d{4}-[^]*\nrisk-gate +\d+ +ready$/m,
    );
  });
  it("shares its groups between two workers, none behind by much", async () => {
    const { out } = await run("groups", "--json");
    const rows = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { owner: string; epoch: number; lag: number });
    expect(rows).toHaveLength(3);
    expect(new Set(rows.map(({ owner }) => owner)).size).toBe(2);
    expect(Math.max(...rows.map(({ lag }) => lag))).toBeLessThan(100);
    expect((await run("groups")).out).toMatch(/^group +owner +epoch +lag +sectors\n/);
  });
  it("rehearses in itself what goes wrong, and says which law broke", async () => {
    const script = join(home, "mine.yaml");
    const steps =
      "steps:\n  - inject: { fault: cut }\n  - expect: broker.session\n    where: { state: READY }\n    within: 20 s\n";
    writeFileSync(script, `rehearsal: mine\nabout: A cut.\n${steps}holds: [none-unknown]\n`);
    const passed = await run("rehearse", script, "hidden-execution", "--json");
    expect(passed.code, passed.errors).toBe(0);
    expect(passed.errors).toContain('"phase":"skipped","rehearsal":"hidden-execution"');
    const lines = passed.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as object);
    expect(lines).toMatchObject([
      { rehearsal: "mine", passed: true },
      { rehearsals: 1, passed: 1, failed: 0 },
    ]);

    writeFileSync(
      script,
      `rehearsal: mine\nabout: x\nsteps:\n  - expect: order.lost\n    within: 100 ms\nholds: [none-unknown]\n`,
    );
    const broken = await run("rehearse", script);
    expect(broken.code).toBe(1);
    expect(broken.out).toContain("step 1: expect order.lost: no such entry within 100 ms");
    expect((await run("rehearse", "nightly-restar")).errors).toContain("did you mean nightly-restart?");
  });
  it("has every symbol's ticks in their stream, where it records them", async () => {
    const { natsUrl } = await json<{ natsUrl: string }>("status");
    const bus = await connectBus({ url: natsUrl, name: "e2e" });
    try {
      const ticked = async (): Promise<readonly string[]> => {
        const batches = (await readBatch(bus, { stream: TICKS, fromSeq: 1, most: 500 })).map(({ bytes }) =>
          tickBatchCodec.decode(bytes),
        );
        const told = batches.flatMap((batch) => (batch.ok && batch.value.ticks.length > 0 ? [batch.value.symbol] : []));
        return [...new Set(told)].toSorted();
      };
      await expect.poll(ticked, { timeout: 20_000 }).toEqual(DEMO_SYMBOLS);
    } finally {
      await bus.close();
    }
  });
  it("shows on the next status that a person stopped it", async () => {
    await json("kill", "--reason", "drill");
    await expect
      .poll(() => json<{ trading: Record<string, string> }>("status"), { timeout: 10_000 })
      .toMatchObject({ trading: { global: expect.stringContaining("drill") as string } });
  });
  it("goes down with everything that it started", async () => {
    const { services } = await json<{ services: { pid: number }[] }>("status");
    expect(await json("down")).toEqual({ stopped: "up", pid: started.pid });
    expect([started.pid, ...services.map(({ pid }) => pid)].filter(isAlive)).toEqual([]);
    expect(await run("status")).toMatchObject({ code: 1 });
  });
  it("leaves its ticks as files, by day and symbol, that can be checked and exported", async () => {
    const { days } = await json<{ days: { day: string; symbol: string; rows: number }[] }>("data", "list");
    expect(days.map(({ symbol }) => symbol)).toEqual(DEMO_SYMBOLS);
    expect(await json("data", "check")).toMatchObject({ ok: true });
    const file = join(home, "ticks.csv");
    expect((await run("data", "export", "--ticks", "--symbols", "AAPL", "--out", file)).code).toBe(0);
    const rows = readFileSync(file, "utf8").trim().split("\n").slice(1);
    expect(rows).toHaveLength(days[0]?.rows ?? 0);
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe("a system for a TWS of one's own", () => {
  it("starts from no example, and for no live account", async () => {
    expect(await run("up", "--tws", "127.0.0.1:7497")).toMatchObject({
      code: 64,
      errors: expect.stringContaining("--tws needs --account, --strategy, --groups, --limits, --predictions") as string,
    });
    const files = ["strategy", "groups", "limits", "predictions"].flatMap((name) => [`--${name}`, `${name}.yaml`]);
    expect((await run("up", "--tws", "127.0.0.1:7497", "--account", "U1234567", ...files)).errors).toMatch(
      /U1234567 is no paper account/,
    );
    expect((await run("up", "--tws", "here")).errors).toMatch(/"here" is no address such as 127\.0\.0\.1:7497/);
  });
});
