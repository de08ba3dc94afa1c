import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { isAlive } from "../run-file.ts";
import { type RunningSystem, type ServiceSpec, startSystem } from "./system.ts";

/** A process of its own among many on a busy machine. */
const READY_MS = 45_000;

const cleanUps: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

const portfolio = (env: Record<string, string> = {}): ServiceSpec => ({
  name: "portfolio",
  script: "services/portfolio/src/main.ts",
  env: { BOWLINE_ACCOUNT: "DU1234567", ...env },
});

async function start(services: readonly ServiceSpec[]): Promise<RunningSystem> {
  const folder = mkdtempSync(join(tmpdir(), "bowline-system-"));
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }));
  const system = await startSystem({
    runDir: folder,
    natsDir: join(folder, "nats"),
    natsPort: 0,
    syncInterval: "250ms",
    ticks: false,
    services: () => services,
  });
  cleanUps.push(() => system.stop());
  return system;
}

const changed = (system: RunningSystem, holds: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const check = (): void => {
      if (holds()) resolve();
    };
    system.onChange(check);
    check();
  });

describe("startSystem", () => {
  it("starts NATS, the streams and the services, until all are ready, and ends all of them", async () => {
    const system = await start([portfolio()]);
    await system.ready(READY_MS);
    const pids = system.processes.map((running) => running.pid() ?? 0);
    expect(pids).toHaveLength(2);
    expect(pids.every(isAlive)).toBe(true);
    await system.stop();
    expect(pids.some(isAlive)).toBe(false);
  });

  it("starts a killed service again", async () => {
    const system = await start([portfolio()]);
    await system.ready(READY_MS);
    const service = system.processes[1]!;
    const first = service.pid()!;
    process.kill(first, "SIGKILL");
    await changed(system, () => service.pid() !== undefined && service.pid() !== first);
    await system.ready(READY_MS);
    expect(service.restarts()).toBe(1);
  });

  it("starts a killed nats-server again, on the same port and streams", async () => {
    const system = await start([portfolio()]);
    await system.ready(READY_MS);
    const nats = system.processes[0]!;
    const first = nats.pid()!;
    process.kill(first, "SIGKILL");
    await changed(system, () => nats.pid() !== undefined && nats.pid() !== first);
    await system.ready(READY_MS);
    expect((await system.readiness("portfolio")).ready).toBe(true);
  });

  it("gives up on a service whose configuration cannot be used, with what the service said", async () => {
    const system = await start([portfolio({ BOWLINE_ACCOUNT: "nobody" })]);
    await expect(system.ready(READY_MS)).rejects.toThrow(/portfolio does not run: exit code 64\n.*BOWLINE_ACCOUNT/s);
  });

  it("names who is not ready in time, and what it waits for", async () => {
    const system = await start([
      {
        name: "stranger",
        script: "services/portfolio/src/main.ts",
        env: { BOWLINE_ACCOUNT: "DU1234567", BOWLINE_SIMULATED: "1" },
      },
    ]);
    await expect(system.ready(3000)).rejects.toThrow(/^not ready within 3 s:\n {2}stranger: \S/);
  });

  it("keeps each process's output in a file", async () => {
    const system = await start([portfolio()]);
    await system.ready(READY_MS);
    await system.stop();
    const folder = system.processes.length > 0 ? system.runDir : "";
    expect(readFileSync(join(folder, "logs/portfolio.log"), "utf8")).toContain('"listening"');
    expect(readFileSync(join(folder, "logs/nats.log"), "utf8")).toContain("Server is ready");
  });
});
