import { readFrom } from "@bowline/bus";
import { decodeEvent } from "@bowline/contracts";
import { figure } from "@bowline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GateRig, startGateRig } from "./gate-rig.ts";
import { median, p99 } from "./quantiles.ts";

const LIMITS = { maxStrategyOrdersPerMinute: 120, maxRefusalsPerMinute: 60, breakerRefusalsPerMinute: 120 };
/** What the others hold at once is not what is shown here. */
const WIDE = {
  freeMessages: "100000",
  maxOpenOrdersPerSide: "1000",
  maxOpenOrders: "10000",
  maxPositionNotional: "1000000",
};
const RUNAWAY = 0;
const OTHER = 1;
const ROUND_SECONDS = 6;
const ROUNDS = 5;
const OTHER_EVERY_MS = 40;
/** The others share that, each within its own limit. */
const OTHERS = 20;
const RUNAWAY_A_SECOND = 1000;
/** The runaway publishes so often, a part of its thousand at a time. */
const BURST_EVERY_MS = 20;

let rig: GateRig;
/** When the server stored each intent and its decision, in milliseconds, by clOrdId. */
const asked = new Map<string, number>();
const decided = new Map<string, number>();
const approvedOf = { runaway: 0, other: 0 };
let othersAsked = 0;
const codes = new Set<string>();
const otherCodes = new Set<string>();
const halted = new Set<string>();

beforeAll(async () => {
  const limits = Object.entries(LIMITS).map(([name, most]): [string, string] => [name, String(most)]);
  rig = await startGateRig({ ...WIDE, ...Object.fromEntries(limits) });
  await readFrom(rig.bus, {
    fromSeq: 1,
    onGap: () => undefined,
    onEntry: (raw) => {
      const entry = decodeEvent(raw.subject, raw.bytes);
      if (!entry.ok) return;
      const { event } = entry.value;
      const { storedMs } = raw.proof();
      if (event.kind === "order.intent") asked.set(event.order.clOrdId, storedMs);
      if (event.kind === "order.approved") {
        decided.set(event.order.clOrdId, storedMs);
        approvedOf[event.order.strategy === "runaway" ? "runaway" : "other"] += 1;
      }
      if (event.kind === "order.denied") {
        decided.set(event.clOrdId, storedMs);
        for (const { code } of event.reasons) (event.strategy === "runaway" ? codes : otherCodes).add(code);
      }
      if (event.kind === "risk.trading-state" && event.state === "HALTED") halted.add(event.scope);
    },
  });
  await rig.start();
}, 60_000);
afterAll(() => rig.stop());

/** The other strategy asks for some seconds, amid a storm or not: how long its decisions took, in milliseconds. */
async function round(isStorm: boolean): Promise<readonly number[]> {
  const others: Promise<string>[] = [];
  const storm: Promise<string>[] = [];
  const burst = (): void => {
    for (let n = 0; n < (RUNAWAY_A_SECOND * BURST_EVERY_MS) / 1000; n++)
      storm.push(rig.intend(RUNAWAY, { strategy: "runaway" }));
  };
  const timers = [
    setInterval(
      () => void others.push(rig.intend(OTHER, { strategy: `other-${others.length % OTHERS}` })),
      OTHER_EVERY_MS,
    ),
    ...(isStorm ? [setInterval(burst, BURST_EVERY_MS)] : []),
  ];
  for (let second = 0; second < ROUND_SECONDS; second++) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await rig.pass(1);
  }
  for (const timer of timers) clearInterval(timer);
  const own = await Promise.all(others);
  othersAsked += own.length;
  await rig.decided([...own, ...(await Promise.all(storm))], 60_000);
  await expect.poll(() => own.every((id) => asked.has(id) && decided.has(id))).toBe(true);
  return own.map((id) => (decided.get(id) ?? 0) - (asked.get(id) ?? 0));
}

describe("a strategy that runs away, at a real gate", { tags: ["all"], timeout: 180_000 }, () => {
  it("[fault 57] 1,000 intents a second: held to its limit, quarantined, halted; the others are approved all the same", async () => {
    const [calm, stormy]: [number[], number[]] = [[], []];
    for (let n = 0; n < ROUNDS; n++) {
      calm.push(p99(await round(false)));
      stormy.push(p99(await round(true)));
    }
    figure("approved of the runaway", approvedOf.runaway, "orders");
    figure("another's p99 wait for a decision, calm", median(calm), "ms");
    figure("another's p99 wait for a decision, amid the storm", median(stormy), "ms");
    figure("another's p99 wait grows by", Math.round((median(stormy) / median(calm) - 1) * 100), "%");
    expect(approvedOf.runaway).toBeLessThanOrEqual(LIMITS.maxStrategyOrdersPerMinute);
    expect(approvedOf.runaway).toBeGreaterThan(0);
    expect(codes).toContain("SOURCE_QUARANTINED");
    expect([...halted]).toEqual(["strategy:runaway"]);
    expect(approvedOf.other, [...otherCodes].join()).toBe(othersAsked);
  });
});
