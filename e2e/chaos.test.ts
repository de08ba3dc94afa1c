import { describe, expect, it } from "vitest";
import { bowline } from "./demo-process.ts";

const chaos = async (runs: number) => {
  const ran = await bowline(["chaos", "--runs", String(runs), "--seed", "1", "--json"]);
  // What the run said of a violation is worth more than a comparison of counts.
  if (ran.code !== 0) throw new Error(`${ran.errors.slice(-6000)}\n${ran.out.slice(-6000)}`);
  return JSON.parse(ran.out) as object;
};

describe("chaos over the whole running system breaks no law", () => {
  it("in 20 runs", { timeout: 600_000 }, async () => {
    expect(await chaos(20)).toMatchObject({ runs: 20, sessions: 2, neverFired: 0, violations: [] });
  });

  it("in 200 runs, which hit every state of an order", { tags: ["all"], timeout: 1_800_000 }, async () => {
    expect(await chaos(200)).toMatchObject({ runs: 200, sessions: 20, neverFired: 0, violations: [], thin: [] });
  });
});
