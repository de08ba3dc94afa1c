import { type Bus, deadLetterCount, lastSequence, publishAcked } from "@bowline/bus";
import { encodeEvent, type Entry, SCHEMA_VERSION } from "@bowline/contracts";
import { figure, type SpawnedService } from "@bowline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { until } from "./execution-rig.ts";
import { type GateRig, groupOf, ORDER_DOLLARS, startGateRig, SYMBOLS, symbolsOf, WORKERS } from "./gate-rig.ts";

/** Of an equity of a million dollars, and of each symbol. */
const MOST_DOLLARS = 50_000;
const MOST_OF_SYMBOL = 3000;
/** What the orders of a test hold is free again: they expired, and were never sent. */
const ALL_LAPSED_SECONDS = 60;
const MEBIBYTE = 1_048_576;
/** What a container of the gate may take, from docker-compose.yml. */
const CONTAINER_MEBIBYTES = 512;
/** Of eight, the third. */
const DIES_BEFORE_APPROVAL = "before-publish:order.approved:3";
const DIES_AFTER_APPROVAL = "after-publish:order.approved:3";

let rig: GateRig;
let gate: SpawnedService;
beforeAll(async () => {
  rig = await startGateRig({
    maxGrossExposure: String(MOST_DOLLARS / 1_000_000),
    maxPositionNotional: String(MOST_OF_SYMBOL),
  });
  gate = await rig.start();
}, 60_000);
afterAll(() => rig.stop());

const isApproved = (clOrdId: string): boolean => rig.outcomesOf(clOrdId)[0] === "order.approved";
const approvedOf = (clOrdIds: readonly string[]): number => clOrdIds.filter(isApproved).length;
const intentsOf = (count: number): Promise<readonly string[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => rig.intend(n % WORKERS)));
const intentOf = (clOrdId: string): Promise<Entry> => {
  const isIt = ({ event }: Entry): boolean => event.kind === "order.intent" && event.order.clOrdId === clOrdId;
  return until(() => rig.entries().find(isIt), 10_000, "the intent in the journal");
};
/** Whatever was repeated: each of them has one outcome, now and when more has been decided. */
async function expectOneEach(clOrdIds: readonly string[]): Promise<void> {
  await rig.decided(clOrdIds);
  const later = await intentsOf(1);
  await rig.decided(later);
  const most = Math.max(...[...clOrdIds, ...later].map((clOrdId) => rig.outcomesOf(clOrdId).length));
  figure("decisions of one intent at most", most, "time");
  expect(most).toBe(1);
}
async function metricOf(name: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${gate.port}/metrics`)).text();
  return Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, "m").exec(text)?.[1]);
}

/** In the journal's order every approval must fit, and every denial must say which limits are full, and no other: what does not. */
function misjudged(entries: readonly Entry[]): readonly Entry[] {
  const held = new Map<string, number>();
  let gross = 0;
  const isRight = ({ event }: Entry): boolean => {
    if (event.kind === "order.approved") {
      const { symbol } = event.order;
      held.set(symbol, (held.get(symbol) ?? 0) + ORDER_DOLLARS);
      gross += ORDER_DOLLARS;
      return gross <= MOST_DOLLARS && (held.get(symbol) ?? 0) <= MOST_OF_SYMBOL;
    }
    if (event.kind !== "order.denied") return true;
    const codes = new Set(event.reasons.map(({ code }) => code));
    const full = [gross === MOST_DOLLARS, held.get(event.symbol) === MOST_OF_SYMBOL];
    const said = [codes.has("GROSS_EXPOSURE_LIMIT"), codes.has("POSITION_LIMIT")];
    return full.includes(true) && full.every((isFull, index) => isFull === said[index]);
  };
  return entries.filter((entry) => !isRight(entry));
}

describe("the gate, asked by many at once", () => {
  it("200 intents of 8 workers: exactly what the limits allow, each decided once, however often it comes", async () => {
    const asked = await Promise.all(
      Array.from({ length: WORKERS }, async (_, worker) => {
        const own: string[] = [];
        for (let n = 0; n < 25; n++) {
          own.push(await rig.intend(worker));
          if (n % 5 === 0) await rig.repeat(await intentOf(own.at(-1) ?? ""));
        }
        return own;
      }),
    );
    const clOrdIds = asked.flat();
    await rig.decided(clOrdIds);
    expect([clOrdIds.length, approvedOf(clOrdIds) * ORDER_DOLLARS]).toEqual([200, MOST_DOLLARS]);
    expect(misjudged(rig.entries())).toEqual([]);
    await rig.pass(ALL_LAPSED_SECONDS);
    await expectOneEach(clOrdIds);
  });
});

/** The gate again, after it was killed or killed itself. */
const restart = async (env?: Readonly<Record<string, string>>): Promise<void> => void (gate = await rig.start(env));

describe("kill -9 of the gate", () => {
  /** How many of eight intents are approved in the end, where the gate dies at one of them. */
  const approvedOverCrash = async (diesAt: string): Promise<number> => {
    await gate.kill();
    await restart({ BOWLINE_TEST_CRASH_AT: diesAt });
    await rig.pass(ALL_LAPSED_SECONDS);
    const clOrdIds = await intentsOf(WORKERS);
    await gate.gone;
    expect(approvedOf(clOrdIds)).toBeLessThan(WORKERS);
    const killedMs = performance.now();
    await restart();
    await rig.decided(clOrdIds);
    figure("decided again after", (performance.now() - killedMs) / 1000, "s");
    await expectOneEach(clOrdIds);
    return approvedOf(clOrdIds);
  };

  it("[fault 3] with an intent read, before its decision is in the journal: decided once", async () =>
    expect(await approvedOverCrash(DIES_BEFORE_APPROVAL)).toBe(WORKERS));
  it("[fault 4] with the approval in the journal, before anything notes that: the same decision, once", async () =>
    expect(await approvedOverCrash(DIES_AFTER_APPROVAL)).toBe(WORKERS));

  /** Denies or lets lapse all that was asked; returns the memory that it took, in MiB. */
  const afterDownFor60Seconds = async (intents: number, quotes: number): Promise<number> => {
    await rig.pass(ALL_LAPSED_SECONDS);
    await gate.kill();
    const clOrdIds: string[] = [];
    for (let done = 0; done < intents; done += 500) clOrdIds.push(...(await intentsOf(Math.min(500, intents - done))));
    for (let done = 0; done < quotes; done += SYMBOLS.length) await rig.quote();
    for (let second = 0; second < 60; second += 20) await rig.pass(20);
    const startedMs = performance.now();
    await restart();
    await rig.decided(clOrdIds, 300_000);
    figure("decided on all of it after", (performance.now() - startedMs) / 1000, "s");
    // Decided as of then, as every replay will; execution sends nothing that was decided so long ago.
    const approved = clOrdIds.filter(isApproved);
    await until(() => (approved.every(rig.lapsed) ? true : undefined), 10_000, "the approvals lapse");
    figure("approvals of what expired that stand", approved.filter((clOrdId) => !rig.lapsed(clOrdId)).length, "orders");
    const memory = (await metricOf("process_resident_memory_bytes")) / MEBIBYTE;
    figure("memory", memory, "MiB");
    await expectOneEach(clOrdIds);
    return memory;
  };

  it("[faults 5, 49] down for 60 s amid a flood: what was asked expired, nothing of it stands, and memory is bounded", async () =>
    expect(await afterDownFor60Seconds(1000, 2000)).toBeLessThan(CONTAINER_MEBIBYTES));
  it("[fault 49] a hundred thousand entries of backlog: the same", { tags: ["all"], timeout: 600_000 }, async () =>
    expect(await afterDownFor60Seconds(30_000, 70_000)).toBeLessThan(CONTAINER_MEBIBYTES),
  );
});

describe("what cannot be read", () => {
  const MANGLED: readonly (readonly [string, (bytes: Uint8Array, entry: Entry) => Uint8Array])[] = [
    ["empty", () => new Uint8Array()],
    ["noise", () => Uint8Array.from({ length: 200 }, (_, index) => (index * 37 + 11) % 256)],
    ["cut short", (bytes) => bytes.slice(0, bytes.length - 7)],
    ["of an unknown side", (bytes, entry) => withUnknownSide(bytes, entry)],
    [
      "of an older schema",
      (_, { header, event }) => encodeEvent({ ...header, schemaVersion: SCHEMA_VERSION - 1 }, event),
    ],
    ["of no header", (bytes) => bytes.slice(bytes.indexOf(0x12))],
  ];

  it("[fault 47] is set aside and counted, and the gate goes on: malformed, empty, of an unknown enum or an old schema", async () => {
    await rig.pass(ALL_LAPSED_SECONDS);
    const [clOrdId = ""] = await intentsOf(1);
    const entry = await intentOf(clOrdId);
    const bytes = encodeEvent(entry.header, entry.event);
    const [counted, aside] = [await metricOf("bowline_unreadable_entries_total"), await deadLetterCount(rig.bus)];
    for (const [name, mangle] of MANGLED)
      expect((await put(rig.bus, entry.subject, mangle(bytes, entry))).ok, name).toBe(true);
    // What no stream takes, and what is too large, is refused to whoever publishes it.
    expect((await put(rig.bus, "bw.nonsense.of.nobody", bytes)).ok).toBe(false);
    const before = await lastSequence(rig.bus);
    expect((await put(rig.bus, entry.subject, new Uint8Array(2 * MEBIBYTE))).ok).toBe(false);
    expect(await lastSequence(rig.bus)).toBe(before);
    const next = await intentsOf(WORKERS);
    await rig.decided(next);
    expect(approvedOf(next)).toBe(WORKERS);
    await expect.poll(() => deadLetterCount(rig.bus)).toBe(aside + MANGLED.length);
    expect(await metricOf("bowline_unreadable_entries_total")).toBe(counted + MANGLED.length);
    figure("set aside", MANGLED.length, "entries");
  });

  it("[fault 48] that comes again and again is set aside with an alert, and holds nobody up", async () => {
    await rig.pass(ALL_LAPSED_SECONDS);
    const subject = `bw.md.quote.${groupOf(0)}.${symbolsOf(0)[0]}`;
    const delaysMs: number[] = [];
    for (let n = 0; n < 20; n++) {
      await put(rig.bus, subject, Uint8Array.of(0xff, 0xff, n));
      const fromMs = performance.now();
      await rig.decided(await intentsOf(1), 5000);
      delaysMs.push(performance.now() - fromMs);
    }
    figure("others delayed by", Math.max(...delaysMs) / 1000, "s");
    expect(Math.max(...delaysMs)).toBeLessThan(1000);
    const isAlert = ({ event }: Entry): boolean =>
      event.kind === "control.alert" && event.code === "ENTRY_SET_ASIDE" && event.subject === subject;
    await until(() => rig.entries().find(isAlert), 5000, "the alert");
    // Once for all of them: a person reads it.
    expect(rig.entries().filter(isAlert)).toHaveLength(1);
  });

  it("[fault 47] and may have been a fill halts everything", async () => {
    await put(rig.bus, `bw.order.filled.${groupOf(0)}.${symbolsOf(0)[0]}`, Uint8Array.of(0xff));
    const [clOrdId = ""] = await intentsOf(1);
    await rig.decided([clOrdId]);
    expect(rig.codesOf(clOrdId)).toContain("TRADING_HALTED");
  });
});

let puts = 0;
const put = (bus: Bus, subject: string, bytes: Uint8Array) =>
  publishAcked(bus, { subject, bytes, msgId: `put-${(puts += 1)}` });

/** The one byte in which a purchase differs from a sale, with a value that is neither. */
function withUnknownSide(bytes: Uint8Array, { header, event }: Entry): Uint8Array {
  if (event.kind !== "order.intent") throw new Error("no intent");
  const other = encodeEvent(header, { ...event, order: { ...event.order, side: "SELL" } });
  const at = bytes.findIndex((byte, index) => byte !== other[index]);
  return bytes.with(at, 99);
}
