import type { EventByKind } from "@bowline/contracts";
import { qty, shares } from "@bowline/kernel";
import { expect, it } from "vitest";
import { flattenText } from "./flatten-text.ts";

const told = (phase: "BEGUN" | "MOVED" | "DONE" | "ENDED"): EventByKind<"risk.flatten"> => ({
  kind: "risk.flatten",
  scope: "global",
  phase,
  reason: "drill",
  parts: [
    { symbol: "AAPL", step: "FLAT", startQty: shares(100), leftQty: qty(0), closedQty: shares(100), because: "" },
    {
      symbol: "BAC",
      step: "WAITING",
      startQty: qty(-shares(50)),
      leftQty: qty(-shares(30)),
      closedQty: shares(20),
      because: "BEYOND_COLLAR",
    },
  ],
});

it("tells how much is closed and what the rest waits for, until it is over", () => {
  const text = "global: 1 of 2 symbols flat, 120 of 150 shares closed; BAC: BEYOND_COLLAR";
  expect((["BEGUN", "MOVED", "DONE", "ENDED"] as const).map((phase) => flattenText(told(phase)))).toEqual([
    text,
    text,
    undefined,
    undefined,
  ]);
});
