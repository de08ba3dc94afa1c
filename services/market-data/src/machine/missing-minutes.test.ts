import { at } from "@bowline/testkit";
import { expect, test } from "vitest";
import { minutesOf, withoutMinutes, withRun } from "./missing-minutes.ts";

const run = (from: number, to: number) => ({ fromUs: at(60 * from), toUs: at(60 * to) });

test("runs that touch or overlap become one, others stay apart", () => {
  expect(withRun([], run(1, 2))).toEqual([run(1, 2)]);
  expect(withRun([run(1, 2), run(6, 7)], run(2, 3))).toEqual([run(1, 3), run(6, 7)]);
  expect(withRun([run(1, 2), run(4, 7)], run(0, 5))).toEqual([run(0, 7)]);
  expect(withRun([run(4, 5)], run(1, 2))).toEqual([run(1, 2), run(4, 5)]);
});

test("a minute taken out of the middle leaves two runs", () => {
  expect(withoutMinutes([run(0, 4), run(6, 7)], new Set([at(120), at(420)]))).toEqual([run(0, 1), run(2, 4)]);
});

test("minutes are told by their close", () => {
  expect(minutesOf([run(0, 2), run(4, 5)])).toEqual([at(60), at(120), at(300)]);
});
