import { expect, test } from "vitest";
import { aBarOf, goldenBars, runBars, runGolden } from "../testing/golden.ts";
import { openingRange } from "./opening-range.ts";

test("has a value once the first minutes are over, until the session ends", () => {
  const { high, low, width } = runGolden(openingRange, { minutes: 30 });
  for (const day of [0, 100, 200]) {
    const first = goldenBars.slice(day, day + 30);
    expect(high!.slice(day, day + 29)).toEqual(first.slice(1).map(() => undefined));
    expect(high![day + 99]).toBe(Math.max(...first.map(({ highPx }) => highPx)));
    expect(low![day + 29]).toBe(Math.min(...first.map(({ lowPx }) => lowPx)));
    expect(width![day + 50]).toBe(high![day + 50]! - low![day + 50]!);
  }
});

test("is over with the first bar after its minutes, and leaves the pre-market out", () => {
  const bars = [
    aBarOf(50, 60, 40, 50, { minute: 0 }),
    aBarOf(5, 6, 4, 5, { minute: 2 }),
    aBarOf(8, 9, 7, 8, { minute: 9 }),
  ];
  expect(runBars(openingRange, { minutes: 5 }, bars).high).toEqual([undefined, undefined, 6_000_000]);
});
