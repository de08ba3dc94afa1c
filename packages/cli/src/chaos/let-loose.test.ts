import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningSystem } from "../runner/system.ts";
import { type Door, openDoor } from "../test-door.ts";
import { letLoose } from "./let-loose.ts";

/** The control port of the simulator. */
let control: Door;
beforeAll(async () => void (control = await openDoor()));
afterAll(() => control.close());

const systemOf = (processes: Readonly<Record<string, number | undefined>>): RunningSystem =>
  ({
    httpPort: () => control.port,
    processes: Object.entries(processes).map(([name, pid]) => ({ name, pid: () => pid })),
  }) as unknown as RunningSystem;

/** A process that does nothing until it is ended. */
const idle = (): ChildProcess => spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });

const injected = async (fault: Parameters<typeof letLoose>[1]): Promise<readonly unknown[]> => {
  control.asked.length = 0;
  await letLoose(systemOf({}), fault);
  return control.asked.map(({ body }) => body);
};

describe("a fault", () => {
  it("is the death of a service, or of NATS", async () => {
    const [service, nats] = [idle(), idle()];
    const system = systemOf({ strategy: service.pid, nats: nats.pid });
    const ended = Promise.all([once(service, "exit"), once(nats, "exit")]);
    await letLoose(system, { kind: "kill", service: "strategy" });
    await letLoose(system, { kind: "cut", what: "nats-killed", ms: 0 });
    expect((await ended).map(([, signal]) => signal as string)).toEqual(["SIGKILL", "SIGKILL"]);
    // It is gone, or was never there: nothing is to be done.
    await letLoose(system, { kind: "kill", service: "strategy" });
    await letLoose(system, { kind: "pause", service: "monitor", ms: 0 });
  });

  it.runIf(existsSync("/proc/self/stat"))("is a pause, after which the process goes on", async () => {
    const child = idle();
    const stateOf = (): string => /\) (\S)/.exec(readFileSync(`/proc/${child.pid ?? 0}/stat`, "utf8"))?.[1] ?? "";
    const paused = letLoose(systemOf({ nats: child.pid }), { kind: "cut", what: "nats-paused", ms: 200 });
    await expect.poll(stateOf, { interval: 10 }).toBe("T");
    await paused;
    await expect.poll(stateOf, { interval: 10 }).not.toBe("T");
    child.kill("SIGKILL");
  });

  it("of the line to TWS is asked of the simulator", async () => {
    expect(await injected({ kind: "cut", what: "tws-socket", ms: 1 })).toEqual([{ fault: "cut" }]);
    expect(await injected({ kind: "cut", what: "tws-restart", ms: 5 })).toEqual([
      { fault: "restart", downMs: 5, orderIds: "kept" },
    ]);
    expect(await injected({ kind: "cut", what: "tws-silent", ms: 1 })).toEqual([
      { fault: "silence", direction: "both" },
      { fault: "unsilence" },
    ]);
  });

  it("of its messages too, and a late answer comes after a cut", async () => {
    const messages = { fault: "messages", delayMs: 0, name: "openOrder", times: 2 };
    expect(await injected({ kind: "duplicate", message: "openOrder", copies: 3, times: 2 })).toEqual([
      { ...messages, how: "duplicate", copies: 3 },
    ]);
    expect(await injected({ kind: "reorder", message: "openOrder", after: "orderStatus", times: 2 })).toEqual([
      { ...messages, how: "after", after: "orderStatus", copies: 1 },
    ]);
    const late = { kind: "late", message: "openOrder", ms: 40, times: 2 } as const;
    const delayed = { ...messages, how: "delay", delayMs: 40, copies: 1 };
    expect(await injected({ ...late, afterCut: false })).toEqual([delayed]);
    expect(await injected({ ...late, afterCut: true })).toEqual([delayed, { fault: "cut" }]);
  });

  it("that the simulator refuses is no fault let loose", async () => {
    control.answer(409, "not now");
    await expect(injected({ kind: "cut", what: "tws-socket", ms: 1 })).rejects.toThrow("cut: not now");
  });
});
