import { addSeconds } from "@bowline/kernel";
import { T0, T0_CLOSE, at } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import { testCondition } from "../testing/condition-test.ts";
import { NOTHING_KNOWN, shown, someFacts, truthsOf } from "../testing/facts.ts";

const minute = (number: number) => someFacts({ nowUs: at(number * 60) });

testCondition("time", {
  holds: [
    ['{ after: "10:00" }', minute(30)],
    ['{ before: "10:00" }', minute(29)],
    ['{ after: "09:45", before: "15:30" }', minute(100)],
    ["{ minutesSinceOpen: { min: 5 } }", minute(5)],
    ["{ minutesToClose: { min: 20 } }", minute(370)],
    ["{ minutesToClose: { max: 10 } }", minute(380)],
  ],
  fails: [
    ['{ after: "10:00" }', minute(29)],
    ['{ before: "10:00" }', minute(30)],
    ['{ after: "09:45", before: "15:30" }', minute(360)],
    ["{ minutesSinceOpen: { min: 5 } }", minute(4.9)],
    ["{ minutesSinceOpen: { max: 5 } }", minute(6)],
    ["{ minutesToClose: { min: 20 } }", minute(370.1)],
    ["{ minutesToClose: { min: 5, max: 10 } }", minute(386)],
  ],
  unknown: [
    ['{ before: "16:00" }', NOTHING_KNOWN],
    ["{ minutesSinceOpen: { min: 0 } }", NOTHING_KNOWN],
  ],
});

describe("exchange time", () => {
  test("is shown as a time of day", () => {
    expect(shown('time: { after: "09:45", before: "15:30" }', minute(5))).toBe(
      "time.ofDay: 09:35 [from 09:45 before 15:30] FALSE",
    );
  });
});

describe("minutes of the session", () => {
  test("an early close moves the end and nothing else", () => {
    const early = someFacts({ nowUs: at(200 * 60), session: { regular: true, openUs: T0, closeUs: at(210 * 60) } });
    expect(truthsOf('time: { minutesToClose: { max: 10 }, after: "12:50" }', early)).toEqual(["TRUE", "TRUE"]);
  });
});

test("nothing holds outside regular hours", () => {
  const evening = someFacts({
    nowUs: addSeconds(T0_CLOSE, 60),
    session: { regular: false, openUs: T0, closeUs: T0_CLOSE },
  });
  expect(
    truthsOf('time: { after: "09:30", minutesToClose: { max: 10 }, minutesSinceOpen: { min: 0 } }', evening),
  ).toEqual(["FALSE", "FALSE", "FALSE"]);
  expect(shown("time: { minutesToClose: { max: 10 } }", evening)).toBe("time.toClose: market closed [≤ 10 min] FALSE");
  expect(shown('time: { after: "09:30" }', evening)).toBe("time.ofDay: market closed [from 09:30] FALSE");
});

test("everything is UNKNOWN without a session", () => {
  expect(truthsOf('time: { before: "16:00", minutesSinceOpen: { min: 0 } }', NOTHING_KNOWN)).toEqual([
    "UNKNOWN",
    "UNKNOWN",
  ]);
});
