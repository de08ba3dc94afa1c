import type { Fired } from "@bowline/chaos";
import { us } from "@bowline/kernel";
import { anEntry } from "@bowline/testkit";
import { expect, it } from "vitest";
import { describeResult, describeViolation } from "./chaos-text.ts";
import type { ChaosResult, SessionViolation } from "./run-chaos.ts";

const FIRED: Fired = {
  run: 31,
  seq: 7,
  fault: { kind: "cut", what: "tws-socket", ms: 100 },
  state: "PENDING_REPLACE",
  clOrdId: "A",
};
const VIOLATION: SessionViolation = {
  session: 4,
  run: 31,
  law: "one-place-order",
  text: "A was placed again",
  fired: [FIRED],
  entries: [
    { ...anEntry({ kind: "control.clock", nowUs: us(0), phase: "REGULAR", sessionDate: "2024-01-02" }), seq: 9 },
  ],
  again: "./bowline chaos --seed 7 --session 4",
  runDir: "/tmp/run",
};

it("tells of a violation everything that its reader needs to see it again", () => {
  const lines = describeViolation(7, VIOLATION).split("\n");
  expect(lines.slice(0, 5)).toEqual([
    "VIOLATED one-place-order: seed 7, session 4, run 31",
    "  A was placed again",
    "  faults of the session:",
    "    run 31, entry 7: tws-socket, 100 ms, at PENDING_REPLACE of A",
    "  entries:",
  ]);
  expect(lines[5]).toMatch(/^ {4}9 \S+Z \{"kind":"control.clock"/);
  expect(lines.slice(6)).toEqual(["  logs: /tmp/run/logs", "  again: ./bowline chaos --seed 7 --session 4"]);
  expect(describeViolation(7, { ...VIOLATION, run: undefined })).toContain("session 4, before any run\n");
});

it("counts what was let loose, and what came of it", () => {
  const result = {
    ...{ seed: 7, runs: 20, sessions: 2, durationMs: 90_000, violations: [], thin: [] },
    kinds: { kill: 5, pause: 3, duplicate: 2, reorder: 2, cut: 4, late: 4 },
    states: { NEW: 1, LOST: 2 },
    ...{ placedOrders: 528, lostOrders: 32, placedChanges: 107, madeChanges: 105 },
    ...{ equalToCalm: 1, notCompared: 0, killed: 1, neverFired: 0 },
  } as unknown as ChaosResult;
  expect(describeResult(result).split("\n")).toEqual([
    "20 runs in 2 sessions, seed 7, 1.5 minutes: 0 violations",
    "  kinds: kill 5, pause 3, duplicate 2, reorder 2, cut 4, late 4",
    "  order states hit: NEW 1, LOST 2",
    "  528 orders placed, 32 lost; 107 changes of them placed, 105 made; 1 sessions decided as the calm run, " +
      "0 lost an order and could not be compared; 1 were killed by an operator",
  ]);
  expect(describeResult({ ...result, neverFired: 3 })).toContain("3 runs were never let loose");
});
