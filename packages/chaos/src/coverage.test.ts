import { expect, it } from "vitest";
import { ORD_STATUSES } from "@bowline/orders";
import { coverageOf, type Fired, thinStates } from "./coverage.ts";

const fired = (state: Fired["state"], kind: "kill" | "pause"): Fired => ({
  run: 1,
  seq: 1,
  clOrdId: "A",
  state,
  fault: kind === "kill" ? { kind, service: "strategy" } : { kind, service: "strategy", ms: 1 },
});

it("counts kinds and states, and names the states that 200 runs hit too seldom", () => {
  const all = ORD_STATUSES.flatMap((state) => Array.from({ length: 5 }, () => fired(state, "kill")));
  const coverage = coverageOf([...all, fired("NEW", "pause")]);
  expect(coverage.kinds).toMatchObject({ kill: 5 * ORD_STATUSES.length, pause: 1, cut: 0 });
  expect(coverage.states).toMatchObject({ NEW: 6, LOST: 5, PENDING_REPLACE: 5 });
  expect(thinStates(coverage, 200)).toEqual([]);
  expect(thinStates(coverageOf(all.slice(1)), 200)).toEqual([
    "PENDING_NEW was hit 4 times, at least 5 are wanted in 200 runs",
  ]);
  expect(thinStates(coverageOf([]), 20)).toEqual([]);
});
