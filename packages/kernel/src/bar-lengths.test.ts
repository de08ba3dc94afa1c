import { expect, it } from "vitest";
import { BAR_LENGTHS, barMinutes, barsASession } from "./bar-lengths.ts";

it("knows the minutes of what is shorter than a session, and how many a session gives", () => {
  expect(BAR_LENGTHS.map(barMinutes)).toEqual([1, 2, 5, 15, 30, 60, undefined, undefined]);
  expect([1, 2, 5, 15, 30, 60].map(barsASession)).toEqual([390, 195, 78, 26, 13, 7]);
});
