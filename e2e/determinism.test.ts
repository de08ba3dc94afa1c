import { describe, expect, it } from "vitest";
import { FLOORS } from "../tools/test-run/floors.ts";
import { startDemo } from "./demo-process.ts";

const run = async (seed: number, env: Record<string, string> = {}) =>
  startDemo(["--seed", String(seed), "--minutes", "20"], env).summary();

describe("the same run", () => {
  it("gives the same decisions twice, also with random delays in every service; another seed gives others", async () => {
    const calm = await run(1);
    expect(calm.fills).toBeGreaterThan(0);
    expect((await run(1)).decisionHash).toBe(calm.decisionHash);
    expect((await run(1, { BOWLINE_TEST_DELAY_MS: "5" })).decisionHash).toBe(calm.decisionHash);
    expect((await run(2)).decisionHash).not.toBe(calm.decisionHash);
  });

  it(
    `gives the same decisions with delays of 0 to 50 ms for ${FLOORS.delaySeeds} seeds`,
    { tags: ["all"], timeout: 3_000_000 },
    async () => {
      let equal = 0;
      for (let seed = 1; seed <= FLOORS.delaySeeds; seed++) {
        const calm = await run(seed);
        const delayed = await run(seed, { BOWLINE_TEST_DELAY_MS: "50" });
        if (delayed.decisionHash === calm.decisionHash) equal += 1;
      }
      expect(equal).toBe(FLOORS.delaySeeds);
    },
  );
});
