import { describe, expect, test } from "vitest";
import { makeFieldReader } from "./field-reader.ts";

const MAX = "1.7976931348623157E308";

describe("a field reader", () => {
  test("reads fields in order, the message id apart", () => {
    const reader = makeFieldReader(["3", "12", "AAPL", "1", "187.25", "x"]);
    expect(reader.requestId("orderId")).toBe(12);
    expect(reader.text("symbol")).toBe("AAPL");
    expect(reader.bool("flag")).toBe(true);
    expect(reader.decimal("lmtPrice")).toBe(187_250_000);
    reader.skip("rest");
    reader.end();
    expect(reader.failure).toBeUndefined();
  });

  test("takes '' as the default", () => {
    const reader = makeFieldReader(["3", "", "", "", "", ""]);
    expect([reader.int("a"), reader.bool("b"), reader.text("c"), reader.decimal("d"), reader.intOrUnset("e")]).toEqual([
      0,
      false,
      "",
      undefined,
      undefined,
    ]);
    expect(reader.failure).toBeUndefined();
  });

  test("takes the largest double, decimal, int and long as absent", () => {
    const decimals = [MAX, "1.7976931348623157e+308", "170141183460469231731687303715884105727"];
    const reader = makeFieldReader(["3", ...decimals, "2147483647", "9223372036854775807"]);
    for (const _ of decimals) expect(reader.decimal("px")).toBeUndefined();
    expect([reader.intOrUnset("c"), reader.intOrUnset("d")]).toEqual([undefined, undefined]);
    expect(reader.failure).toBeUndefined();
  });

  test("reads decimals exactly, without a double in between", () => {
    const reader = makeFieldReader(["3", "0.1", "1.005", "9006999999.999999", "-3", "100.0", "4.350000"]);
    const micros = [100_000, 1_005_000, 9_006_999_999_999_999, -3_000_000, 100_000_000, 4_350_000];
    expect(micros.map(() => reader.decimal("px"))).toEqual(micros);
    expect(reader.failure).toBeUndefined();
  });

  test.each([
    ["0.1234567", "NOT_A_DECIMAL"],
    ["0.30000000000000004", "NOT_A_DECIMAL"],
    ["9007199254.740991", "NOT_A_DECIMAL"],
    ["1e5", "NOT_A_DECIMAL"],
    ["nan", "NOT_A_DECIMAL"],
    ["1,000", "NOT_A_DECIMAL"],
    [" 1", "NOT_A_DECIMAL"],
  ])("refuses the decimal %j", (text, reason) => {
    const reader = makeFieldReader(["3", text]);
    reader.decimal("lmtPrice");
    expect(reader.failure).toMatchObject({ field: "lmtPrice", reason, value: text });
  });

  test.each([["1.5"], ["x"], ["9223372036854775807"], ["0x10"], ["--1"], ["1e3"]])("refuses the integer %j", (text) => {
    const reader = makeFieldReader(["3", text]);
    expect(reader.int("orderId")).toBe(0);
    expect(reader.failure).toMatchObject({ field: "orderId", reason: "NOT_AN_INTEGER", value: text });
  });

  test("takes an integer that a client wrote as a float", () => {
    expect(makeFieldReader(["3", "12.0"]).int("orderId")).toBe(12);
  });

  test("refuses a flag that is neither 0 nor 1", () => {
    const reader = makeFieldReader(["3", "true"]);
    expect(reader.bool("transmit")).toBe(false);
    expect(reader.failure).toMatchObject({ field: "transmit", reason: "NOT_A_BOOLEAN", value: "true" });
  });

  test("keeps the first failure, with the id read before it, and gives defaults after it", () => {
    const reader = makeFieldReader(["3", "77", "oops", "AAPL"], { messageName: "placeOrder" });
    reader.requestId("orderId");
    reader.int("conId");
    expect(reader.text("symbol")).toBe("");
    reader.bool("beyond");
    reader.end();
    expect(reader.failure).toEqual({
      type: "MALFORMED",
      messageId: "3",
      messageName: "placeOrder",
      field: "conId",
      reason: "NOT_AN_INTEGER",
      value: "oops",
      requestId: 77,
    });
  });

  test("has no request id where that very field failed", () => {
    const reader = makeFieldReader(["3", "oops"]);
    reader.requestId("orderId");
    expect(reader.failure).toMatchObject({ field: "orderId", requestId: undefined });
  });

  test("says what is missing and what is too much", () => {
    const short = makeFieldReader(["3"]);
    short.text("orderId");
    expect(short.failure).toMatchObject({ field: "orderId", reason: "MISSING", value: undefined });
    const long = makeFieldReader(["3", "1"]);
    long.end();
    expect(long.failure).toMatchObject({ field: "end", reason: "TRAILING_FIELDS", value: "1" });
  });

  test("never counts more groups than the message can hold", () => {
    for (const count of ["2", "-1", "999999999"]) {
      const reader = makeFieldReader(["3", count, "tag", "value", "half"]);
      expect(reader.count("params", 2)).toBe(0);
      expect(reader.failure).toMatchObject({ field: "params", reason: "COUNT_OUT_OF_RANGE", value: count });
    }
    expect(makeFieldReader(["3", "2", "a", "b", "c", "d"]).count("params", 2)).toBe(2);
    expect(makeFieldReader(["3", ""]).count("params", 2)).toBe(0);
  });

  test("cuts a long value before it shows it", () => {
    const reader = makeFieldReader(["3", "x".repeat(10_000)]);
    reader.int("orderId");
    expect(reader.failure?.value).toHaveLength(80);
  });
});

test.each([
  ["1,234,567.5", 1_234_567_500_000],
  ["187.24333333333334", 187_243_333],
  ["1.0E-4", 100],
  ["1.2345678E7", 12_345_678_000_000],
  ["-0.0000004", 0],
  ["Infinity", undefined],
  ["NaN", undefined],
  ["1.7976931348623157E308", undefined],
])("a server's decimal %s is %s micros", (text, value) => {
  const reader = makeFieldReader(["1", text], { direction: "out" });
  expect(reader.decimal("px")).toBe(value);
  expect(reader.failure).toBeUndefined();
});

test.each([["1,2"], ["12,34.5"], ["1E999"], ["x"]])("a server's decimal %s cannot be read", (text) => {
  const reader = makeFieldReader(["1", text], { direction: "out" });
  reader.decimal("px");
  expect(reader.failure?.reason).toBe("NOT_A_DECIMAL");
});

test("a client's decimal has no thousands and no exponent", () => {
  for (const text of ["1,234", "1E2", "Infinity"]) {
    const reader = makeFieldReader(["1", text]);
    reader.decimal("px");
    expect(reader.failure?.reason).toBe("NOT_A_DECIMAL");
  }
});
