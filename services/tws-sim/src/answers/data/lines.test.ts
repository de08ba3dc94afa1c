import { expect, it } from "vitest";
import { makeLines } from "./lines.ts";

it("finds lines by request and by symbol, also after some ended", () => {
  const lines = makeLines<{ symbol: string; n: number }>();
  lines.set(1, { symbol: "IBM", n: 1 });
  lines.set(2, { symbol: "SPY", n: 2 });
  lines.set(3, { symbol: "IBM", n: 3 });
  expect([...lines.of("IBM")]).toEqual([
    [1, { symbol: "IBM", n: 1 }],
    [3, { symbol: "IBM", n: 3 }],
  ]);
  lines.set(1, { symbol: "SPY", n: 4 });
  expect([...lines.of("IBM")].map(([reqId]) => reqId)).toEqual([3]);
  expect([...lines.of("SPY")].map(([reqId]) => reqId)).toEqual([2, 1]);
  expect([lines.delete(2), lines.delete(2), lines.has(2), lines.size]).toEqual([true, false, false, 2]);
  expect([...lines.keys()]).toEqual([3, 1]);
  lines.clear();
  expect([lines.size, [...lines.of("SPY")], [...lines.values()]]).toEqual([0, [], []]);
});
