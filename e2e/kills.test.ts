import { makePrng } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { type Summary, startDemo } from "./demo-process.ts";

const ARGS = ["--seed", "3", "--minutes", "20"];
/** Steps of 5 s in the 20 minutes. */
const STEPS = 240;
const SERVICES = ["market-data", "prediction-ingest", "strategy", "risk-gate", "portfolio", "execution"] as const;

let calmRun: Promise<Summary> | undefined;
const calm = (): Promise<Summary> => (calmRun ??= startDemo(ARGS).summary());

async function withKill(service: string, step: number): Promise<Summary> {
  const demo = startDemo([...ARGS, "--speed", "max"]);
  await demo.reached(step);
  const pid = demo.pidOf(service);
  if (pid === undefined) throw new Error(`${service} is not running at step ${demo.steps()}`);
  process.kill(pid, "SIGKILL");
  return demo.summary();
}

describe("kill -9 and restart", () => {
  for (const service of SERVICES) {
    const prng = makePrng(`kills|${service}`);
    const moments = [1, 2, 3].map(() => 5 + Math.floor(prng.unit() * (STEPS - 40)));
    it(`of ${service} gives the calm run's decisions (steps ${moments.join(", ")})`, async () => {
      const expected = await calm();
      expect(expected.fills).toBeGreaterThan(0);
      for (const step of moments) {
        const summary = await withKill(service, step);
        expect({ service, step, hash: summary.decisionHash }).toStrictEqual({
          service,
          step,
          hash: expected.decisionHash,
        });
        expect(summary).toMatchObject({
          equityDifference: "0.00",
          unexplainedOrders: 0,
          lostOrders: 0,
          deadLetters: 0,
        });
      }
    });
  }
});
