import { expect, it } from "vitest";
import { strategyOf } from "./strategy-of.ts";

it("names the strategy of a strategy's scope alone", () =>
  expect(["strategy:demo", "group:demo", "global", "AAPL"].map(strategyOf)).toEqual([
    "demo",
    undefined,
    undefined,
    undefined,
  ]));
