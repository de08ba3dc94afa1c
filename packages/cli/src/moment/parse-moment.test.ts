import { isoOfUs, us } from "@bowline/kernel";
import { expect, test } from "vitest";
import { exchangeTextOf, parseMoment, untilEntry } from "./parse-moment.ts";

const usOf = (iso: string) => us(Date.parse(iso) * 1000);
const span = { firstUs: usOf("2024-03-04T14:30:00Z"), lastUs: usOf("2024-03-04T20:59:58Z"), lastSeq: 9 };

test.each([
  ["10:31", "2024-03-04T15:31:00.000Z"],
  ["9:45:07", "2024-03-04T14:45:07.000Z"],
  ["10:31:05.25", "2024-03-04T15:31:05.250Z"],
  ["2024-03-04 10:31", "2024-03-04T15:31:00.000Z"],
  ["2024-03-04T10:31:05", "2024-03-04T15:31:05.000Z"],
  ["2024-03-04T15:31:00Z", "2024-03-04T15:31:00.000Z"],
  ["2024-03-04T16:31:00+01:00", "2024-03-04T15:31:00.000Z"],
  // The minute in which the last entry lies is of the session.
  ["16:00", "2024-03-04T21:00:00.000Z"],
])("%s", (text, iso) => expect(isoOfUs(parseMoment(text, span))).toBe(iso));

test.each(["", "noon", "25:00", "10", "2024-13-04 10:31"])("%j is no time, and the message says what is", (text) =>
  expect(() => parseMoment(text, span)).toThrow(/is no time: write 10:31/),
);

test.each(["09:29", "16:01", "2024-03-05 10:00"])(
  "%s lies outside, and the message says where the session lies",
  (text) =>
    expect(() => parseMoment(text, span)).toThrow(/from 2024-03-04 09:30:00 to 2024-03-04 15:59:58 of the exchange/),
);

test("an entry of the future is not there yet", () => {
  expect(untilEntry(9, span)).toEqual({ seq: 9 });
  expect(() => untilEntry(10, span)).toThrow(/the last one is 9/);
});

test("the exchange's clock", () => expect(exchangeTextOf(span.firstUs)).toBe("2024-03-04 09:30:00"));
