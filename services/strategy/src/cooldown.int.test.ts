import { lastSequence, readFrom, SNAPSHOTS } from "@bowline/bus";
import type { Event } from "@bowline/contracts";
import { makePrng, us } from "@bowline/kernel";
import { aClock, aQuote, aSignal, figure } from "@bowline/testkit";
import { expect, it } from "vitest";
import { aSilentBar, anAccount, says } from "./testing/scenario.ts";
import { withWorker } from "./testing/worker.ts";

const COOLDOWN_MINUTES = 1;
/** Simulated time between two predictions. */
const STEP_SECONDS = 10;
/** From one kill to the next: two cooldowns. */
const STEPS = 12;
const FEW = 4;
const MANY = 100;
/** Every so many lives are long enough for a snapshot: those that follow begin with it, and those before with the journal. */
const LONG_LIFE_EVERY = 4;

const worker = withWorker({
  groups: { tech: ["AAPL"] },
  strategy: `strategy: demo
description: Enters on every prediction, and rests after it.
groups: all
rules:
  - id: enter
    on: prediction
    do: { enter: { direction: LONG, order: market, bracket: { stopPercent: 1, targetR: 2 }, size: { quantity: { shares: 10, maxNotional: 50000 } } } }
    cooldownMinutes: ${COOLDOWN_MINUTES}
`,
  env: { BOWLINE_SNAPSHOT_SECONDS: "1" },
});

/** Simulated time runs an hour ahead of the clock on the wall, whose leases stand in the journal too: it is the greatest that is seen. */
const BEGIN_US = (Math.floor(Date.now() / 60_000) + 60) * 60_000_000;
const at = (seconds: number) => us(BEGIN_US + seconds * 1_000_000);
let now = 0;
const prng = makePrng("cooldown");
const tell = (event: Event, machine: string): Promise<void> => worker.tell(event, machine, at(now));

const intents = () =>
  worker.journal.entries.flatMap(({ event, header }) =>
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

/** Kills the service somewhere on its way, goes on while it is gone, and starts it again. */
async function killOnTheWay(life: number): Promise<void> {
  const moment = Math.floor(prng.unit() * STEPS);
  for (let count = 0; count < STEPS; count++) {
    if (count === moment) await worker.kill();
    await step();
  }
  const seq = worker.journal.entries.at(-1)?.seq ?? 0;
  await worker.start();
  const active = worker.journal.until(
    ({ seq: own, event }) => own > seq && event.kind === "control.lease" && event.machineName === "strategy.tech",
  );
  // Half of the lives may end amid what they have to catch up with, the others when they have answered for all of it.
  await (life % 2 === 0 ? active : answered(now));
  if (life % LONG_LIFE_EVERY === 1) await goOnUntilSnapshot();
}

/** Each prediction leads to a record. */
const answered = (seconds: number): Promise<unknown> =>
  worker.records.until(({ event }) => event.kind === "decision" && event.triggerKey === `prediction:p${seconds}:0`);

async function goOnUntilSnapshot(): Promise<void> {
  const stream = `OBJ_${SNAPSHOTS}`;
  const taken = Promise.withResolvers<void>();
  const reader = await readFrom(worker.bus, {
    stream,
    fromSeq: (await lastSequence(worker.bus, stream)) + 1,
    filter: `$O.${SNAPSHOTS}.M.>`,
    onEntry: () => taken.resolve(),
    onGap: () => undefined,
  });
  // It is due when the journal's time has moved on, which the service looks at every second of the wall's.
  const timer = setInterval(() => {
    now += 1;
    void tell(aClock({ nowUs: at(now) }), "clock");
  }, 250);
  await taken.promise;
  clearInterval(timer);
  await reader.stop();
  now = Math.ceil(now / STEP_SECONDS) * STEP_SECONDS;
}

/** The shortest simulated time between two firings, in microseconds, over so many kills. */
async function shortestRest(kills: number): Promise<number> {
  const before = intents().length;
  for (let life = 1; life <= kills; life++) await killOnTheWay(life);
  await answered(now);
  const all = intents();
  const rest = Math.min(...all.slice(1).map(({ atUs }, index) => atUs - all[index]!.atUs));
  figure("kill -9 of the strategy service", kills, "kills");
  figure("firings", all.length - before, "firings");
  figure("shortest rest of a rule", rest / 1e6, "s");
  expect(new Set(all.map(({ order }) => order.clOrdId)).size).toBe(all.length);
  expect(all.length - before).toBeGreaterThanOrEqual(kills / 2);
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
