import type { Event } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import { aBar, aJournal, at, dollars } from "@bowline/testkit";
import { expect, it } from "vitest";
import { summarize } from "../run-summary.ts";
import { makePageFold } from "./page-fold.ts";

const FACTS = { seed: "1", speed: "max", durationMs: 1, deadLetters: 0 } as never;

it("draws corrected bars where they belong: put right, put in, and taken out", () => {
  const bar = (minute: number, price: string) =>
    aBar({ timeframe: "1m", closeUs: at(60 * minute), closePx: dollars(price), volume: shares(10) });
  const corrected = (minute: number, price: string, status: "TRADED" | "NO_TRADE" = "TRADED"): Event => {
    const { kind: _, openPx, highPx, lowPx, closePx, wapPx: __, ...rest } = bar(minute, price);
    const prices = status === "TRADED" ? { openPx, highPx, lowPx, closePx } : {};
    return { kind: "md.bar-corrected", ...rest, ...prices, status, revision: 1, reason: "REVISED", source: "HISTORY" };
  };
  const entries = aJournal([
    bar(1, "100"),
    aBar({ timeframe: "1m", closeUs: at(120), status: "NO_DATA", openPx: undefined }),
    bar(3, "101"),
    bar(4, "102"),
    corrected(2, "100.5"),
    corrected(3, "103"),
    corrected(1, "100", "NO_TRADE"),
  ]);
  const fold = makePageFold();
  for (const entry of entries) fold.add(entry);
  const [symbol] = fold.page(summarize(entries, FACTS)).symbols;
  expect(symbol?.candles.map(([, , , , close]) => close)).toEqual([100.5, 103, 102]);
});
