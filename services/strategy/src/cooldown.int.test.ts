import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bus, connectBus, publishAcked, readFrom } from "@bowline/bus";
import { type Event, encodeEvent } from "@bowline/contracts";
import { makePrng, us } from "@bowline/kernel";
import { setUpJournal } from "@bowline/service-kit";
import {
  aClock,
  aQuote,
  aSignal,
  anEntry,
  type EntryLog,
  figure,
  makeEntryLog,
  type SpawnedService,
  spawnService,
  withNatsServer,
} from "@bowline/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ACCOUNT, aSilentBar, anAccount, says } from "./testing/scenario.ts";

const nats = withNatsServer();
const folder = mkdtempSync(join(tmpdir(), "bowline-cooldown-"));
const COOLDOWN_MINUTES = 5;
/** Simulated time between two predictions. */
const STEP_SECONDS = 10;
const STEPS = 24;
const FEW = 4;
const MANY = 100;

const STRATEGY = `strategy: demo
description: Enters on every prediction, and rests after it.
groups: all
rules:
  - id: enter
    on: prediction
    do: { enter: { direction: LONG, order: market, bracket: { stopPercent: 1, targetR: 2 }, size: { quantity: { shares: 10, maxNotional: 50000 } } } }
    cooldownMinutes: ${COOLDOWN_MINUTES}
`;

/** Simulated time runs an hour ahead of the clock on the wall, whose leases stand in the journal too: it is the greatest that is seen. */
const BEGIN_US = (Math.floor(Date.now() / 60_000) + 60) * 60_000_000;
const at = (seconds: number) => us(BEGIN_US + seconds * 1_000_000);

let bus: Bus;
let journal: EntryLog;
let worker: SpawnedService;
let now = 0;
let written = 0;
const prng = makePrng("cooldown");

const start = (): Promise<SpawnedService> =>
  spawnService(join(import.meta.dirname, "main.ts"), {
    BOWLINE_NATS_URL: nats.url,
    BOWLINE_GROUPS: join(folder, "groups.yaml"),
    BOWLINE_STRATEGY: join(folder, "strategy.yaml"),
    BOWLINE_ACCOUNT: ACCOUNT,
    // Some lives are long enough for a snapshot, so that some begin with one, and the others with the journal.
    BOWLINE_SNAPSHOT_SECONDS: "1",
  });

async function tell(event: Event, machine: string): Promise<void> {
  written += 1;
  const { subject, header } = anEntry(event, { seq: written, seenUs: at(now), eventUs: at(now), machine });
  const { ok } = await publishAcked(bus, {
    subject,
    bytes: encodeEvent(header, event),
    msgId: `${machine}-${written}`,
  });
  expect(ok).toBe(true);
}

const intents = () =>
  journal.entries.flatMap(({ event, header }) =>
    event.kind === "order.intent" ? [{ order: event.order, atUs: header.eventUs }] : [],
  );
const denied = new Set<string>();

/** Ten seconds of a session: a quote, the clock, what comes each minute, the gate's denials, and a prediction. */
async function step(): Promise<void> {
  now += STEP_SECONDS;
  await tell(aQuote({ quoteUs: at(now) }), "feed");
  await tell(aClock({ nowUs: at(now) }), "clock");
  if (now % 60 === 0) {
    await tell(aSilentBar(at(now)), "market-data");
    await tell(anAccount(), "portfolio");
  }
  for (const { order } of intents()) {
    if (denied.has(order.clOrdId)) continue;
    denied.add(order.clOrdId);
    await tell(says.denied(order), "risk-gate");
  }
  await tell(aSignal({ predictionId: `p${now}`, direction: "LONG", validUntilUs: at(now + 60) }), "prediction-ingest");
}

beforeAll(async () => {
  writeFileSync(join(folder, "groups.yaml"), JSON.stringify({ groups: { tech: ["AAPL"] } }));
  writeFileSync(join(folder, "strategy.yaml"), STRATEGY);
  bus = await connectBus({ url: nats.url, name: "test" });
  await setUpJournal(bus, {});
  journal = makeEntryLog();
  await readFrom(bus, { fromSeq: 1, onEntry: journal.add, onGap: () => undefined });
  worker = await start();
});
afterAll(async () => {
  await worker.stop();
  await bus.close();
  rmSync(folder, { recursive: true });
});

/** Kills the service somewhere on its way, and goes on while it is gone. */
async function killOnTheWay(): Promise<void> {
  const moment = Math.floor(prng.unit() * STEPS);
  for (let count = 0; count < STEPS; count++) {
    if (count === moment) await worker.kill();
    await step();
  }
  const seq = journal.entries.at(-1)?.seq ?? 0;
  worker = await start();
  // The next kill finds it at work: with its lease, which an entry tells.
  await journal.until(
    ({ seq: own, event }) => own > seq && event.kind === "control.lease" && event.machineName === "strategy.tech",
  );
}

/** The shortest simulated time between two firings, in microseconds, over so many kills. */
async function shortestRest(kills: number): Promise<number> {
  const before = intents().length;
  for (let count = 0; count < kills; count++) await killOnTheWay();
  const all = intents();
  const rest = Math.min(...all.slice(1).map(({ atUs }, index) => atUs - all[index]!.atUs));
  figure("kill -9 of the strategy service", kills, "kills");
  figure("shortest rest of a rule", rest / 1e6, "s");
  expect(new Set(all.map(({ order }) => order.clOrdId)).size).toBe(all.length);
  expect(all.length - before).toBeGreaterThanOrEqual(Math.floor(kills / 2));
  return rest;
}

const COOLDOWN_US = COOLDOWN_MINUTES * 60_000_000;

it(
  `${FEW} random kill -9 of the service let no rule fire before its cooldown is over`,
  { timeout: 120_000 },
  async () => expect(await shortestRest(FEW)).toBeGreaterThanOrEqual(COOLDOWN_US),
);
it(`nor do ${MANY}`, { tags: ["all"], timeout: 1_800_000 }, async () =>
  expect(await shortestRest(MANY)).toBeGreaterThanOrEqual(COOLDOWN_US),
);
