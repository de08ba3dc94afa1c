import { expect, test } from "vitest";
import { runNumbers } from "../testing/golden.ts";
import { crossing } from "./crossing.ts";

test("passes upwards and downwards, each on one bar", () => {
  expect(runNumbers(crossing, {}, [1, 3, 4, 1], [2, 2, 2, 2])).toEqual([undefined, 1, 0, -1]);
});

test("touching and going on is a crossing, touching and turning back is none", () => {
  expect(runNumbers(crossing, {}, [1, 2, 3], [2, 2, 2])).toEqual([undefined, 0, 1]);
  expect(runNumbers(crossing, {}, [1, 2, 1], [2, 2, 2])).toEqual([undefined, 0, 0]);
});

test("who never differed cannot pass", () => {
  expect(runNumbers(crossing, {}, [2, 2, 3], [2, 2, 2])).toEqual([undefined, 0, 0]);
});
