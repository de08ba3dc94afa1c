import type { Entry, Event } from "@bowline/contracts";
import { ok } from "@bowline/kernel";
import type { Script } from "@bowline/rehearsal";
import { describe, expect, it } from "vitest";
import type { Rig } from "./rig.ts";
import { type RehearsalEvent, type RehearsalRun, runRehearsals } from "./run-rehearsals.ts";

/** A system in memory that runs already: what a fault leads to is journaled at once. */
function aRig(reactions: Readonly<Record<string, object>> = {}, silentLooks = 0) {
  const entries: Entry[] = [];
  const did: string[] = [];
  let looks = silentLooks;
  const rig: Rig = {
    runDir: "/tmp/run",
    stop: async (keepFolder) => void did.push(`stop ${keepFolder}`),
    stage: {
      entries: () => entries,
      decisions: () => [],
      changed: async () => undefined,
      inject: async ({ fault }) => {
        did.push(fault);
        const event = reactions[fault] as Event | undefined;
        if (event !== undefined) entries.push({ seq: entries.length + 1, subject: "", header: {}, event } as Entry);
        return ok(fault);
      },
      predict: async () => ok("key"),
      freeSymbol: () => "IBM",
      held: () => [],
      silent: () => (looks-- > 0 ? ["IBM"] : []),
      close: async () => undefined,
      mark: async () => ({ entries: entries.length, permId: 0, executions: 0, deadLetters: 0 }),
      facts: async () => ({ entries, orders: [], executions: [], positions: [], deadLetters: 0 }),
    },
  };
  return { rig, did };
}

const script = (rehearsal: string, over: Partial<Script> = {}): Script => ({
  ...{ rehearsal, about: "", rows: [], pitfalls: [], spoils: false, holds: [] },
  steps: [{ inject: { fault: "cut" } }, { expect: "broker.session", where: { state: "READY" }, within: 50 }],
  ...over,
});
const READY = { kind: "broker.session", state: "READY" };

async function run(scripts: readonly Script[], { rig }: { rig: Rig }, over: Partial<RehearsalRun> = {}) {
  const events: RehearsalEvent[] = [];
  const results = await runRehearsals(scripts, {
    ...{ seed: 1, keep: true, running: rig, stopped: new Promise<never>(() => undefined) },
    onEvent: (event) => void events.push(event),
    ...over,
  });
  return { results, events };
}

describe("rehearsals in somebody's own system", () => {
  it("are played one after the other; after each its faults end and its data is waited for", async () => {
    const world = aRig({ cut: READY }, 2);
    const { results, events } = await run([script("one"), script("two")], world);
    expect(results.map(({ rehearsal, passed }) => [rehearsal, passed])).toEqual([
      ["one", true],
      ["two", true],
    ]);
    expect(events.map(({ phase }) => phase)).toEqual(["step", "step", "done", "step", "step", "done"]);
    expect(world.did).toEqual(["cut", "clear", "cut", "clear", "clear", "stop true"]);
  });

  it("leave out what would spoil its books, and say why", async () => {
    const world = aRig();
    const { results, events } = await run([script("spoils", { spoils: true })], world);
    expect(results).toEqual([]);
    expect(events).toMatchObject([{ phase: "skipped", rehearsal: "spoils" }]);
    expect(world.did).toEqual(["clear", "stop true"]);
  });

  it("say what was violated, and where the logs are", async () => {
    const { results, events } = await run([script("one")], aRig());
    expect(results).toMatchObject([{ passed: false, violation: { where: expect.any(String) as string } }]);
    expect(events.at(-1)).toMatchObject({ phase: "done", passed: false, runDir: "/tmp/run" });
  });

  it("end their faults and let the system go when they are stopped", async () => {
    const world = aRig({ cut: READY });
    const stopped = Promise.reject(new Error("Ctrl-C"));
    await expect(run([script("one")], world, { stopped })).rejects.toThrow("Ctrl-C");
    expect(world.did.slice(-2)).toEqual(["clear", "stop true"]);
  });
});
