import { closeSync, mkdtempSync, openSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Event } from "@bowline/contracts";
import { US_PER_SECOND } from "@bowline/kernel";
import { figure } from "@bowline/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Story, tellStory } from "./breaker-story.ts";
import { ENTERS_AND_LEAVES } from "./breaker-strategy.ts";
import { type LiveSystem, startLive } from "./live-system.ts";
import { buildPreload } from "./preload.ts";

const LIMITS = {
  duplicateOrderWindowMs: "0",
  freeMessages: "100000",
  maxStrategyLosses: "100000",
  maxSymbolLosses: "100000",
  maxRepeatedExecutions: "1000",
};
const HOUR_SECONDS = 3600;
/** Longer than any lease, heartbeat or probe lives. */
const WATCHED_SECONDS = 12;
/** An answer's date has whole seconds, and one second's is kept for all answers in it. */
const JUMP_WITHIN_SECONDS = 5;
/** A record for each: the part of a command line that it is of, and by how many seconds those clocks are ahead. */
const HOSTS = ["services/market-data/", "services/"] as const;
const SERVICES = ["market-data", "execution", "risk-gate", "strategy", "portfolio", "prediction-ingest"];
const [PART_BYTES, RECORD_BYTES] = [56, 64];
const JUMPS = join(mkdtempSync(join(tmpdir(), "bowline-jumps-")), "jumps");
/** `undefined` where no clock can be moved. */
const shiftedClock = buildPreload("shifted-clock");

let live: LiveSystem;
let story: Story;

/** The wall clock of processes that run already. */
function jump(host: (typeof HOSTS)[number], seconds: number): void {
  const bytes = Buffer.alloc(RECORD_BYTES - PART_BYTES);
  bytes.writeBigInt64LE(BigInt(seconds));
  const file = openSync(JUMPS, "r+");
  writeSync(file, bytes, 0, bytes.length, HOSTS.indexOf(host) * RECORD_BYTES + PART_BYTES);
  closeSync(file);
}

function makeJumps(): void {
  const records = Buffer.alloc(HOSTS.length * RECORD_BYTES);
  for (const [index, part] of HOSTS.entries()) records.write(part, index * RECORD_BYTES);
  writeFileSync(JUMPS, records);
}

const lastSeq = (): number => live.entries().at(-1)?.seq ?? 0;
const since = (seq: number): readonly Event[] =>
  live
    .entries()
    .filter((entry) => entry.seq > seq)
    .map(({ event }) => event);
const placed = (): number => live.wire().filter(({ name }) => name === "placeOrder").length;
const secondsSince = (fromMs: number): number => Math.round(performance.now() - fromMs) / 1000;

/** By how many seconds a running process takes its wall clock to be ahead of ours: it dates its answers by it. */
async function aheadBy(service: string): Promise<number> {
  const { headers } = await fetch(`http://127.0.0.1:${live.demo.httpPortOf(service)}/healthz`);
  return (Date.parse(headers.get("date") ?? "") - Temporal.Now.instant().epochMilliseconds) / 1000;
}

/** Its wall clock has jumped, as far as it knows itself. */
const jumped = (service: string, seconds: number): Promise<void> =>
  expect
    .poll(async () => Math.abs((await aheadBy(service)) - seconds), { timeout: 10_000, message: service })
    .toBeLessThan(JUMP_WITHIN_SECONDS);

/** So many beats of the clock from here on. */
async function clocksPass(count: number): Promise<void> {
  const from = lastSeq();
  const beats = (): number => since(from).filter(({ kind }) => kind === "control.clock").length;
  await expect.poll(beats, { timeout: 3000 * count, interval: 100 }).toBeGreaterThanOrEqual(count);
}

/** What a timer, or a time that jumped, would have left in the journal since an entry. */
function firedSince(seq: number): readonly string[] {
  const fired: ReadonlySet<string> = new Set([
    "control.lease",
    "control.kill",
    "order.canceled",
    "order.expired",
    "order.lost",
    "order.unknown",
    "risk.breaker",
  ]);
  return since(seq).flatMap((event) => {
    if (fired.has(event.kind)) return [event.kind];
    if (event.kind === "broker.session" && event.state !== "READY") return [`${event.kind} ${event.state}`];
    if (event.kind === "risk.trading-state") return [`${event.scope} ${event.state}: ${event.reason}`];
    return [];
  });
}

/** The longest step of the journal's clock since an entry, in seconds; one that goes back counts as endless. */
function longestStep(seq: number): number {
  const times = since(seq).flatMap((event) => (event.kind === "control.clock" ? [Number(event.nowUs)] : []));
  const steps = times.slice(1).map((time, index) => (time - (times[index] ?? time)) / US_PER_SECOND);
  return steps.some((step) => step <= 0) ? Number.POSITIVE_INFINITY : Math.max(0, ...steps);
}

const sessionsSince = (seq: number): ReadonlySet<string> =>
  new Set(
    since(seq).flatMap((event) => (event.kind === "control.clock" ? [`${event.sessionDate} ${event.phase}`] : [])),
  );

beforeAll(async () => {
  makeJumps();
  if (shiftedClock === undefined) return;
  live = await startLive(LIMITS, ENTERS_AND_LEAVES, { LD_PRELOAD: shiftedClock, BOWLINE_CLOCK_JUMPS: JUMPS });
  story = tellStory(live);
  await live.demo.reached(15);
  // Its stop and target rest at the broker from here on.
  await story.filled("AAPL", { direction: "LONG" });
}, 180_000);
afterEach(makeJumpsZero);
afterAll(async () => live?.stop());

function makeJumpsZero(): void {
  for (const host of HOSTS) jump(host, 0);
}

describe.skipIf(shiftedClock === undefined)(
  "the wall clock of a running system",
  { tags: ["all"], timeout: 300_000 },
  () => {
    it.each([
      ["ahead", HOUR_SECONDS, ["MSFT", "GS"]],
      ["back", -HOUR_SECONDS, ["NVDA", "KO"]],
    ] as const)(
      "[fault 45] jumps an hour %s under the clock's publisher: no timer fires, and trading goes on",
      async (way, seconds, [first, second]) => {
        await story.filled(first, { direction: "LONG" });
        const [from, jumpedMs] = [lastSeq(), performance.now()];
        jump("services/market-data/", seconds);
        await jumped("market-data", seconds);
        await jumped("risk-gate", 0);
        await story.filled(second, { direction: "LONG" });
        figure(`trades after a jump ${way} of the clock's publisher`, secondsSince(jumpedMs), "s");
        await clocksPass(WATCHED_SECONDS);
        figure("fired before its time", firedSince(from).length, "times");
        expect(firedSince(from)).toEqual([]);
        expect(longestStep(from)).toBeLessThan(3);
        expect(sessionsSince(from).size).toBe(1);
        figure("longest step of the clock", longestStep(from), "s");
      },
    );

    it.each([
      ["ahead", HOUR_SECONDS, ["JPM", "C"]],
      ["back", -HOUR_SECONDS, ["PEP", "XOM"]],
    ] as const)(
      "[fault 45] jumps an hour %s under every service, away from the journal's server: nothing fires, nothing goes out, and trading returns with it",
      async (way, seconds, [refused, after]) => {
        const [from, before] = [lastSeq(), placed()];
        jump("services/", seconds);
        for (const service of SERVICES) await jumped(service, seconds);
        await live.push(refused, { direction: "LONG" });
        const alert = await live.waitFor(
          "control.alert",
          ({ code, subject }, { seq }) => seq > from && code === "SIGNATURE_REFUSED" && subject.includes(`.${refused}`),
          30_000,
        );
        expect(alert.event).toMatchObject({
          severity: "CRITICAL",
          detail: expect.stringContaining("EXPIRED") as string,
        });
        await clocksPass(WATCHED_SECONDS);
        figure("fired before its time", firedSince(from).length, "times");
        expect(firedSince(from)).toEqual([]);
        expect(longestStep(from)).toBeLessThan(3);
        expect(sessionsSince(from).size).toBe(1);
        expect(placed()).toBe(before);
        figure(`orders while every service's clock is an hour ${way}`, placed() - before, "orders");
        const backMs = performance.now();
        jump("services/", 0);
        await story.filled(after, { direction: "LONG" });
        figure("trades again after", secondsSince(backMs), "s");
      },
    );
  },
);
