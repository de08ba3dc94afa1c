import { expect, it } from "vitest";
import type { SystemView } from "./breaker-view.ts";
import { indexDrop } from "./index-drop.ts";
import { ratio } from "./test-laws.ts";

it("names every fund that is beyond its own limit, and no other", () => {
  const moves: Readonly<Record<string, string>> = { SPY: "-0.05", QQQ: "-0.07", IWM: "-0.09" };
  const view = { dayMoveOf: (symbol: string) => ratio(moves[symbol] ?? "0") } as SystemView;
  const drops = { SPY: ratio("0.05"), QQQ: ratio("0.08"), IWM: ratio("0.08") };
  expect(indexDrop(view, { drops, named: "breakerIndexDrop", recovery: ratio("0.2") })).toEqual({
    at: "OVER",
    detail: { dropSPY: "0.05", dropIWM: "0.09", breakerIndexDrop: "0.08" },
  });
});
