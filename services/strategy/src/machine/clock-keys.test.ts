import { US_PER_MINUTE } from "@bowline/kernel";
import { T0, T0_DATE } from "@bowline/testkit";
import { expect, test } from "vitest";
import { clockKeys } from "./clock-keys.ts";

const open = Math.floor(Number(T0) / US_PER_MINUTE);
const session = (regular: boolean) => ({ date: T0_DATE, regular, openUs: T0 });
const keys = (from: number, to: number, wasRegular = true, isRegular = true) =>
  clockKeys({ before: session(wasRegular), beforeMinute: open + from, now: session(isRegular), minute: open + to });

test("a minute of the session is a time of day, and divides", () => {
  expect(keys(14, 15)).toEqual(["clock", "clock:585", "every:1", "every:3", "every:5", "every:15"]);
});

test("the open and the close trigger once", () => {
  expect(keys(-1, 0, false)).toEqual(["clock", "session:open", "clock:570"]);
  expect(keys(389, 390, true, false)).toEqual(["clock", "session:close", "clock:960"]);
  expect(keys(390, 391, false, false)).toEqual(["clock", "clock:961"]);
});

test("times of day that the clock skipped are made up for", () => {
  expect(keys(10, 13).filter((key) => key.startsWith("clock:"))).toEqual(["clock:581", "clock:582", "clock:583"]);
});

test("a first clock in the middle of a session is its open, and makes up for nothing", () => {
  expect(clockKeys({ before: undefined, beforeMinute: 0, now: session(true), minute: open + 7 })).toEqual([
    "clock",
    "session:open",
    "clock:577",
    "every:1",
    "every:7",
  ]);
});

test("a day without a session has minutes only", () => {
  expect(clockKeys({ before: undefined, beforeMinute: 0, now: { date: T0_DATE, regular: false }, minute: 5 })).toEqual([
    "clock",
  ]);
});
