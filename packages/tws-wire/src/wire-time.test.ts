import { describe, expect, test } from "vitest";
import { OPEN_US } from "./test-support.ts";
import { connectionTime, parseWireTime, wireDate, wireTime } from "./wire-time.ts";

const JULY_US = 1_719_927_000_000_000; // 2024-07-02 09:30:00 EDT

describe("times on the wire", () => {
  test("carry the zone from 174 on, and two blanks before", () => {
    expect(wireTime(173, OPEN_US)).toBe("20240102  09:30:00");
    expect(wireTime(174, OPEN_US)).toBe("20240102 09:30:00 US/Eastern");
    expect(wireTime(193, JULY_US)).toBe("20240702 09:30:00 US/Eastern");
  });

  test("are days for daily bars", () => {
    expect(wireDate(OPEN_US)).toBe("20240102");
    expect(wireDate(OPEN_US + 14 * 3_600_000_000)).toBe("20240102");
  });

  test("name winter and summer in the handshake", () => {
    expect(connectionTime(OPEN_US)).toBe("20240102 09:30:00 EST");
    expect(connectionTime(JULY_US)).toBe("20240702 09:30:00 EST");
  });
});

describe("parseWireTime", () => {
  test.each([
    ["20240102 09:30:00", OPEN_US],
    ["20240102  09:30:00", OPEN_US],
    ["20240102 09:30", OPEN_US],
    ["20240102 09:30:00 US/Eastern", OPEN_US],
    ["20240102 14:30:00 UTC", OPEN_US],
    ["20240102-14:30:00", OPEN_US],
    ["20240702 09:30:00 America/New_York", JULY_US],
    ["20240102", OPEN_US - 9.5 * 3_600_000_000],
  ])("reads %j", (text, timeUs) => {
    expect(parseWireTime(text)).toBe(timeUs);
  });

  test("reads what wireTime writes, in both forms", () => {
    for (const version of [157, 193]) expect(parseWireTime(wireTime(version, JULY_US))).toBe(JULY_US);
  });

  test.each([[""], ["2024-01-02"], ["20241340 09:30:00"], ["20240102 09:30:00 Mars/Olympus"], ["noon"]])(
    "does not read %j",
    (text) => {
      expect(parseWireTime(text)).toBeUndefined();
    },
  );
});
