import { expect, test } from "vitest";
import { FAULT_BOUNDS, boundText, holdAgainst } from "./bounds.ts";
import { FAULT_ROWS } from "./matrix.ts";

const within5 = { what: "noticed after", atMost: 5, unit: "s" };
const noticed = (value: number) => ({ what: "noticed after", value, unit: "s" });

test("holds the largest figure of that name, up to the bound itself", () => {
  expect(holdAgainst([within5], [noticed(1), noticed(5)])).toEqual({ beyond: [], unmeasured: [] });
  expect(holdAgainst([within5], [noticed(1), noticed(5.1)]).beyond).toEqual([{ ...within5, value: 5.1 }]);
  expect(holdAgainst([within5], [{ ...noticed(70), what: "trades again after" }])).toEqual({
    beyond: [],
    unmeasured: [within5],
  });
});

test("says a bound once", () => {
  expect(boundText(within5)).toBe("noticed after at most 5 s");
  expect(boundText({ what: "placeOrder of one order at most", atMost: 1, unit: "time" })).toBe(
    "placeOrder of one order at most 1 time",
  );
});

test("has for every bound in seconds that number in the row's words", () => {
  for (const [row, bounds] of FAULT_BOUNDS) {
    const expected = FAULT_ROWS[row - 1]?.expected ?? "";
    for (const { atMost } of bounds.filter(({ unit }) => unit === "s")) expect(expected).toContain(`${atMost} s`);
  }
});
