import { makePrng } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { type Summary, startDemo } from "./demo-process.ts";

const ARGS = ["--seed", "1", "--minutes", "12"];
/** Steps of 5 s in the 12 minutes. */
const STEPS = 144;
const SERVICES = ["market-data", "prediction-ingest", "strategy", "risk-gate", "portfolio", "execution"] as const;
const MOMENTS = 3;

type Kill = { readonly service: string; readonly step: number };

/** Seeded: three moments for each service, in the order of time within a run. */
const killsOf = (moment: number): Kill[] =>
  SERVICES.map((service) => {
    const prng = makePrng(`kills|${service}|${moment}`);
    return { service, step: 5 + Math.floor(prng.unit() * (STEPS - 40)) };
  }).sort((a, b) => a.step - b.step);

let calmRun: Promise<Summary> | undefined;
const calm = (): Promise<Summary> => (calmRun ??= startDemo(ARGS).summary());

async function runWith(kills: readonly Kill[]): Promise<Summary> {
  const demo = startDemo(ARGS);
  for (const { service, step } of kills) {
    await demo.reached(step);
    await expect.poll(() => demo.pidOf(service), { timeout: 10_000, interval: 20 }).toBeDefined();
    const pid = demo.pidOf(service);
    if (pid !== undefined) process.kill(pid, "SIGKILL");
  }
  return demo.summary();
}

/** The calm run's decisions, and nothing lost on the way. */
async function whatTheCalmRunHas(): Promise<Partial<Summary>> {
  const { decisionHash, fills } = await calm();
  expect(fills).toBeGreaterThan(0);
  return { decisionHash, fills, equityDifference: "0.00", unexplainedOrders: 0, lostOrders: 0, deadLetters: 0 };
}

describe("kill -9 and restart give the calm run's decisions", () => {
  for (let moment = 1; moment <= MOMENTS; moment++) {
    const kills = killsOf(moment);
    it(
      `of every service, one after the other (${kills.map(({ service, step }) => `${service} at ${step}`).join(", ")})`,
      moment === 1 ? {} : { tags: ["all"] },
      async () => {
        expect(await runWith(kills)).toMatchObject(await whatTheCalmRunHas());
      },
    );
  }
  for (const service of SERVICES)
    it(`of ${service} alone`, { tags: ["all"], timeout: 900_000 }, async () => {
      for (let moment = 1; moment <= MOMENTS; moment++) {
        const kills = killsOf(moment).filter((kill) => kill.service === service);
        expect(await runWith(kills)).toMatchObject(await whatTheCalmRunHas());
      }
    });
});
