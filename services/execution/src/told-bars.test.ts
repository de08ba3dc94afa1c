import { shares } from "@bowline/kernel";
import { aBar, at } from "@bowline/testkit";
import { expect, test } from "vitest";
import { makeToldBars } from "./told-bars.ts";

test("a repeat says nothing new; a late bar and a revised one do, each once", () => {
  const told = makeToldBars();
  const bar = (second: number, volume = 100) => aBar({ closeUs: at(second), volume: shares(volume) });
  expect([bar(5), bar(15), bar(15), bar(10), bar(10)].map(told.isNews)).toEqual([true, true, false, true, false]);
  expect([bar(5, 7), bar(5, 7), bar(5)].map(told.isNews)).toEqual([true, false, true]);
  expect(told.isNews(aBar({ symbol: "MSFT" }))).toBe(true);
});

test("what is five minutes older than the newest is taken for a repeat, and forgotten", () => {
  const told = makeToldBars();
  const bar = (second: number) => aBar({ closeUs: at(second) });
  expect([bar(400), bar(100), bar(105), bar(405), bar(105)].map(told.isNews)).toEqual([true, false, true, true, false]);
});
