import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { figure } from "@bowline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Story, tellStory } from "./breaker-story.ts";
import { ENTERS_AND_LEAVES } from "./breaker-strategy.ts";
import { bowline } from "./demo-process.ts";
import { keepDead } from "./keep-dead.ts";
import { type LiveSystem, startLive } from "./live-system.ts";
import { expectSameState, OFTEN } from "./machine-states.ts";
import { buildPreload } from "./preload.ts";
import { median, p99 } from "./quantiles.ts";

/** Many orders a minute are what some of these tests want. */
const LIMITS = {
  duplicateOrderWindowMs: "0",
  freeMessages: "100000",
  maxStrategyLosses: "100000",
  maxSymbolLosses: "100000",
  maxOrdersPerMinute: "6000",
  maxRepeatedExecutions: "1000",
  maxStrategyOrdersPerMinute: "6000",
  maxSymbolOrdersPerMinute: "6000",
};
/** Between two orders of a symbol. */
const PAUSE_MS = 400;
/** The supervisor gives a service up that dies a dozen times in a row. */
const ROUND_MS = 8000;
const ROUNDS = 5;
const READY_AGAIN_MS = 10_000;
const SHIFTS = join(mkdtempSync(join(tmpdir(), "bowline-shifts-")), "shifts");
/** `undefined` where no clock can be shifted. */
const shiftedClock = buildPreload("shifted-clock");

let live: LiveSystem;
let story: Story;
const secondsSince = (fromMs: number): number => (performance.now() - fromMs) / 1000;
const placed = (): number => live.wire().filter(({ name }) => name === "placeOrder").length;
/** The wall clock of processes that a part of the command line names is ahead by so many seconds. */
const shift = (part: string, seconds: number): void => writeFileSync(SHIFTS, `${part} ${seconds}\n`);

const isReady = async (service: string): Promise<boolean> =>
  fetch(`http://127.0.0.1:${live.demo.httpPortOf(service)}/readyz`).then(
    ({ status }) => status === 200,
    () => false,
  );

/** What the gate would say of an order. */
async function whatIf(symbol: string): Promise<string> {
  const { limits, groups } = live.files;
  const of = ["--nats", live.demo.natsUrl(), "--limits", limits, "--groups", groups];
  const { out, errors } = await bowline(["risk", "what-if", "buy", "10", symbol, "--type", "MKT", ...of]);
  return `${out}${errors}`;
}

/** Asks for one order more of a symbol each time, in and out of a position in turns: why it was denied, or nothing. */
function makeInAndOut(symbol: string): () => Promise<readonly string[]> {
  let isOpen = false;
  return async () => {
    const outcome = await story.decided(symbol, { direction: isOpen ? "SHORT" : "LONG" });
    if (outcome === undefined) return ["nothing was asked"];
    if (outcome.kind === "order.denied") return outcome.reasons.map(({ code }) => code);
    await story.fillOf(outcome.order.clOrdId);
    isOpen = !isOpen;
    return [];
  };
}

/** From what a prediction is accepted to its order on the wire, of all orders since an entry. */
function latenciesMs(fromSeq: number): readonly number[] {
  const acceptedUs = new Map<string, number>();
  const signalOf = new Map<string, string>();
  return live.entries().flatMap(({ seq, header, event }) => {
    if (seq <= fromSeq) return [];
    if (event.kind === "signal.accepted") acceptedUs.set(header.correlationId, header.seenUs);
    if (event.kind === "order.intent") signalOf.set(event.order.clOrdId, header.correlationId);
    if (event.kind !== "order.submitted") return [];
    const beganUs = acceptedUs.get(signalOf.get(event.clOrdId) ?? "");
    return beganUs === undefined ? [] : [(header.seenUs - beganUs) / 1000];
  });
}

beforeAll(async () => {
  writeFileSync(SHIFTS, "");
  const shifted: Record<string, string> =
    shiftedClock === undefined ? {} : { LD_PRELOAD: shiftedClock, BOWLINE_CLOCK_SHIFTS: SHIFTS };
  live = await startLive(LIMITS, ENTERS_AND_LEAVES, { ...OFTEN, ...shifted });
  story = tellStory(live);
  await live.demo.reached(15);
}, 180_000);
afterAll(async () => live.stop());

describe("faults around the gate, on a running system", { tags: ["all"], timeout: 300_000 }, () => {
  it("[fault 12] kill -9 of portfolio: entries stop while it is gone, and it comes back with the journal's state", async () => {
    for (const symbol of ["AAPL", "AMD"]) await story.filled(symbol, { direction: "LONG" });
    await story.filled("BAC", { direction: "SHORT" });
    const killedMs = performance.now();
    const portfolio = keepDead(live, "portfolio");
    const inAndOut = makeInAndOut("C");
    await expect.poll(inAndOut, { timeout: 30_000, interval: 200 }).toContain("DEPENDENCY_STALE");
    figure("entries stop after", secondsSince(killedMs), "s");
    portfolio.letLive();
    const againMs = performance.now();
    await expect.poll(() => isReady("portfolio"), { timeout: READY_AGAIN_MS, interval: 50 }).toBe(true);
    figure("ready again after", secondsSince(againMs), "s");
    await story.filled("COP", { direction: "LONG" });
    await expectSameState(live, "portfolio");
  });

  it("[fault 15] kill -9 of the monitor, again and again: every order goes its way, as fast as before", async () => {
    const inAndOuts = ["CVX", "GS", "JPM", "KO", "META", "MSFT"].map(makeInAndOut);
    const [calm, without]: [number[], number[]] = [[], []];
    const wrong: string[] = [];
    const trade = async (): Promise<number> => {
      const from = live.entries().at(-1)?.seq ?? 0;
      const untilMs = performance.now() + ROUND_MS;
      const loops = inAndOuts.map(async (inAndOut) => {
        while (performance.now() < untilMs) {
          wrong.push(...(await inAndOut()));
          await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
        }
      });
      await Promise.all(loops);
      return p99(latenciesMs(from));
    };
    for (let round = 0; round < ROUNDS; round++) {
      calm.push(await trade());
      const monitor = keepDead(live, "monitor");
      without.push(await trade());
      monitor.letLive();
      await expect.poll(() => isReady("monitor"), { timeout: 30_000 }).toBe(true);
    }
    process.stderr.write(`p99 of orders in ms: ${calm.join(" ")}; without the monitor: ${without.join(" ")}\n`);
    figure("orders that went wrong", wrong.length, "orders");
    figure("order latency's p99 changes by", Math.round((median(without) / median(calm) - 1) * 1000) / 10, "%");
    expect(wrong).toEqual([]);
  });

  it.skipIf(shiftedClock === undefined).each([
    ["execution", "PEP"],
    ["prediction-ingest", "XOM"],
    ["market-data", "WMT"],
  ])(
    "[fault 46] the clock of %s's host is ahead by two seconds: CLOCK_SKEW, 0 orders",
    { timeout: 500_000 },
    async (service, symbol) => {
      shift(`services/${service}/`, 2);
      await story.restart(service);
      await expect.poll(() => isReady(service), { timeout: 30_000 }).toBe(true);
      const before = placed();
      // Minutes that come late stop the strategy before it asks; the gate says the same to a person.
      const inAndOut = makeInAndOut(symbol);
      const said = async (): Promise<string> => `${(await inAndOut()).join(" ")} ${await whatIf(symbol)}`;
      await expect.poll(said, { timeout: 60_000, interval: 500 }).toContain("CLOCK_SKEW");
      for (let n = 0; n < 4; n++)
        expect(await inAndOut()).toContainEqual(expect.stringMatching(/^(CLOCK_SKEW|nothing was asked)$/));
      figure("orders while clocks are apart", placed() - before, "orders");
      expect(placed()).toBe(before);
      writeFileSync(SHIFTS, "");
      // Minutes that were never whole keep entries out for a while after market-data was gone: it comes last.
      if (service === "market-data") return;
      await story.restart(service);
      await expect.poll(inAndOut, { timeout: 60_000, interval: 500 }).toEqual([]);
    },
  );
});
