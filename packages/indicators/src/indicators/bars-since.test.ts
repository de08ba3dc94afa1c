import { expect, test } from "vitest";
import { runNumbers } from "../testing/golden.ts";
import { barsSince } from "./bars-since.ts";

test("counts from the last bar that was other than 0", () => {
  expect(runNumbers(barsSince, {}, [0, 0, 1, 0, 0, -1, 0])).toEqual([undefined, undefined, 0, 1, 2, 0, 1]);
});
