import { describe, expect, it } from "vitest";
import { FLOORS } from "../tools/test-run/floors.ts";
import { startDemo } from "./demo-process.ts";

const AT_ONCE = 4;

const run = async (seed: number, env: Record<string, string> = {}, minutes = 20) =>
  startDemo(["--seed", String(seed), "--minutes", String(minutes)], env).summary();
/** Enough for orders of every kind and their fills. */
const short = async (seed: number, env: Record<string, string> = {}) => run(seed, env, 12);

describe("the same run", () => {
  it("gives the same decisions with random delays in every service; another seed gives others", async () => {
    const calm = await short(1);
    expect(calm.fills).toBeGreaterThan(0);
    expect((await short(1, { BOWLINE_TEST_DELAY_MS: "5" })).decisionHash).toBe(calm.decisionHash);
    expect((await short(4)).decisionHash).not.toBe(calm.decisionHash);
  });

  it("gives the same decisions twice", { tags: ["all"] }, async () => {
    expect((await run(1)).decisionHash).toBe((await run(1)).decisionHash);
  });

  it(
    `gives the same decisions with delays of 0 to 50 ms for ${FLOORS.delaySeeds} seeds`,
    { tags: ["all"], timeout: 3_000_000 },
    async () => {
      // Delayed runs mostly wait: some of them side by side take no longer than one.
      let equal = 0;
      for (let first = 1; first <= FLOORS.delaySeeds; first += AT_ONCE) {
        const seeds = Array.from(
          { length: Math.min(AT_ONCE, FLOORS.delaySeeds - first + 1) },
          (_, index) => first + index,
        );
        const pairs = await Promise.all(
          seeds.map(async (seed) => [await run(seed), await run(seed, { BOWLINE_TEST_DELAY_MS: "50" })] as const),
        );
        equal += pairs.filter(([calm, delayed]) => calm.decisionHash === delayed.decisionHash).length;
      }
      expect(equal).toBe(FLOORS.delaySeeds);
    },
  );
});
