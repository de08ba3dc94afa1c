import { type Entry, type Machine, type ServiceContract, decodeEvent } from "@bowline/contracts";
import { type Bus, connectBus, openCrashes, openLeases, publishAcked, readAll } from "@bowline/bus";
import { encodeEvent, subjectOf } from "@bowline/contracts";
import { us } from "@bowline/kernel";
import { type NatsServer, startNatsServer } from "@bowline/testkit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readServiceConfig } from "./config.ts";
import { setUpJournal } from "./journal-setup.ts";
import { makeLog } from "./log.ts";
import { startProcess } from "./service-process.ts";

let nats: NatsServer;
let bus: Bus;
const cleanUps: (() => Promise<void>)[] = [];

beforeEach(async () => {
  nats = await startNatsServer();
  bus = await connectBus({ url: nats.url, name: "test" });
  await setUpJournal(bus, {});
});
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  await bus.close();
  await nats.stop();
});

const contract: ServiceContract = {
  service: "strategy",
  doc: "",
  consumes: ["control.kill"],
  publishes: ["control.heartbeat"],
};

/** Answers every kill with a heartbeat. */
function echo(name: string): Machine {
  let seen = 0;
  return {
    name,
    version: 1,
    apply: (entry, emit) => {
      if (entry.event.kind !== "control.kill") return;
      seen += 1;
      emit({
        kind: "control.heartbeat",
        source: `${name}.${entry.event.reason}.${seen}`,
        clockUs: entry.header.seenUs,
      });
    },
    snapshot: () => seen,
    restore: (snapshot) => void (seen = snapshot as number),
  };
}

async function worker(names: readonly string[]) {
  const config = readServiceConfig(
    { BOWLINE_NATS_URL: nats.url, BOWLINE_LOG_LEVEL: "silent", BOWLINE_SNAPSHOT_SECONDS: "1" },
    {},
  );
  const own = await connectBus({ url: nats.url, name: "worker" });
  const running = await startProcess({
    contract,
    config,
    machines: () => names.map(echo),
    shareLeases: true,
    bus: own,
    log: makeLog("strategy", "silent"),
    configHash: "h",
    configText: "t",
  });
  let stopped = false;
  const stop = async () => {
    if (!stopped) await running.stop();
    stopped = true;
  };
  cleanUps.push(stop);
  return stop;
}

let serial = 0;
async function kill(reason: string): Promise<void> {
  serial += 1;
  const event = { kind: "control.kill", scope: "global", reason, by: "test" } as const;
  const header = {
    id: `kill-${serial}`,
    causeId: "",
    causeSeq: serial,
    ordinal: 0,
    correlationId: "c",
    machine: "operator",
    epoch: 0,
    build: "b",
    configVersion: "c",
    eventUs: us(serial),
    seenUs: us(serial),
    schemaVersion: 1,
  };
  const result = await publishAcked(bus, {
    subject: subjectOf(event),
    bytes: encodeEvent(header, event),
    msgId: header.id,
  });
  expect(result.ok).toBe(true);
}

async function entries(): Promise<Entry[]> {
  const read: Entry[] = [];
  await readAll(bus, {
    onEntry: (raw) => {
      const d = decodeEvent(raw.subject, raw.bytes);
      if (d.ok) read.push({ seq: raw.seq, subject: raw.subject, ...d.value });
    },
  });
  return read;
}
const heartbeats = async (): Promise<string[]> =>
  (await entries()).flatMap((e) => (e.event.kind === "control.heartbeat" ? [e.event.source] : []));

async function until<T>(read: () => Promise<T>, done: (value: T) => boolean, withinMs = 15_000): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const value = await read();
    if (done(value)) return value;
    if (performance.now() > deadline) throw new Error(`not within ${withinMs} ms: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const holders = async (): Promise<Map<string, string>> => {
  const book = await openLeases(bus, () => performance.now());
  await new Promise((resolve) => setTimeout(resolve, 50));
  book.stop();
  return new Map(
    book
      .machines()
      .filter((name) => name.startsWith("strategy.") || name.startsWith("desk."))
      .map((name) => [name, book.seen(name)?.holder ?? ""]),
  );
};

describe("a service process in real time", () => {
  const groups = ["strategy.a", "strategy.b", "strategy.c"];

  it("answers each cause once, also what came while nobody was there, over a restart", async () => {
    await kill("before");
    const stop = await worker(["strategy.a"]);
    await kill("while");
    await until(heartbeats, (h) => h.length === 2);
    await stop();
    await kill("between");
    await worker(["strategy.a"]);
    expect(await until(heartbeats, (h) => h.length >= 3)).toStrictEqual([
      "strategy.a.before.1",
      "strategy.a.while.2",
      "strategy.a.between.3",
    ]);
  });

  it("shares three groups between two workers, and one takes over what the other held", async () => {
    const stopFirst = await worker(groups);
    await until(holders, (h) => h.size === 3 && [...h.values()].every((v) => v !== ""));
    await worker(groups);
    await until(holders, (h) => new Set(h.values()).size === 2);
    await kill("shared");
    await until(heartbeats, (h) => h.length === 3);
    await stopFirst();
    await until(holders, (h) => new Set(h.values()).size === 1);
    await kill("alone");
    expect((await until(heartbeats, (h) => h.length >= 6)).toSorted()).toStrictEqual(
      groups.flatMap((g) => [`${g}.alone.2`, `${g}.shared.1`]),
    );
    const epochs = (await entries()).flatMap((e) =>
      e.event.kind === "control.lease" && e.event.machineName === "strategy.a" ? [e.event.leaseEpoch] : [],
    );
    expect(epochs).toStrictEqual(epochs.toSorted((x, y) => x - y));
  });

  it("keeps the machines of one group together, whoever holds it", async () => {
    const machines = [...groups.map((name) => name.replace("strategy", "desk")), ...groups];
    const together = (held: ReadonlyMap<string, string>): boolean =>
      groups.every((name) => held.get(name) !== "" && held.get(name) === held.get(name.replace("strategy", "desk")));
    const stopFirst = await worker(machines);
    await until(holders, (held) => held.size === machines.length && together(held));
    await worker(machines);
    await until(holders, (held) => new Set(held.values()).size === 2 && together(held));
    await stopFirst();
    const left = await until(holders, (held) => new Set(held.values()).size === 1);
    expect(together(left)).toBe(true);
  });

  it("loses and doubles nothing when the server freezes and when it is killed and restarted", async () => {
    await worker(["strategy.a"]);
    await kill("calm");
    await until(heartbeats, (h) => h.length === 1);
    nats.freeze();
    await new Promise((resolve) => setTimeout(resolve, 4500));
    expect(bus.isConnected()).toBe(false);
    nats.thaw();
    await until(async () => bus.isConnected(), Boolean);
    await kill("thawed");
    await until(heartbeats, (h) => h.length === 2);
    await nats.restart();
    await until(async () => bus.isConnected(), Boolean);
    await kill("restarted");
    expect(await until(heartbeats, (h) => h.length >= 3)).toStrictEqual([
      "strategy.a.calm.1",
      "strategy.a.thawed.2",
      "strategy.a.restarted.3",
    ]);
  });

  it("[fault 48] honours the quarantine of an entry at which a machine crashed three times, with an alert", async () => {
    await kill("poison");
    const seq = (await entries()).at(-1)?.seq ?? 0;
    await (await openCrashes(bus)).put("strategy.a", { seq, count: 3, reason: "boom" });
    await worker(["strategy.a"]);
    await kill("next");
    expect(await until(heartbeats, (h) => h.length >= 1)).toStrictEqual(["strategy.a.next.1"]);
    expect((await entries()).some((e) => e.event.kind === "control.quarantine" && e.event.entrySeq === seq)).toBe(true);
    const alerts = await until(entries, (all) => all.some(({ event }) => event.kind === "control.alert"));
    expect(alerts.map(({ event }) => event)).toContainEqual(
      expect.objectContaining({ code: "ENTRY_QUARANTINED", severity: "CRITICAL", subject: "strategy.a" }),
    );
  });
});
