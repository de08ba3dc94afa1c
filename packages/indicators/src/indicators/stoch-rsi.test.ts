import { expect, test } from "vitest";
import { expectTalib, runGolden, runNumbers } from "../testing/golden.ts";
import { stochRsi } from "./stoch-rsi.ts";

test("equals TA-Lib from its first value", () => {
  const values = runGolden(stochRsi, { period: 14, window: 14, signal: 3 });
  // TA-Lib holds k back until d has a value too.
  expectTalib(
    values.k!.map((value, index) => (index < 29 ? undefined : value)),
    "stochRsi",
    1,
    0,
  );
  expectTalib(values.d!, "stochRsi", 1, 1);
});

test("is 0 where the RSI stands still", () => {
  expect(runNumbers(stochRsi, { period: 2, window: 2, signal: 1 }, [1, 2, 3, 4, 5]).at(-1)).toBe(0);
});
