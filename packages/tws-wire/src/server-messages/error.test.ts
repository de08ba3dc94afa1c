import { encode } from "./index.ts";
import { expect, test } from "vitest";
import { encodeFrame } from "../framing.ts";
import { goldenFrame } from "../test-support.ts";

const farm = { id: -1, code: 2104, text: "Market data farm connection is OK:usfarm" };

test("an error has four fields before 166 and the reject details from then on", () => {
  expect(encodeFrame(encode.errorMessage(157, farm))).toEqual(goldenFrame(`4|2|-1|2104|${farm.text}|`));
  expect(encodeFrame(encode.errorMessage(165, farm))).toEqual(goldenFrame(`4|2|-1|2104|${farm.text}|`));
  for (const version of [166, 178, 193]) {
    expect(encodeFrame(encode.errorMessage(version, farm))).toEqual(goldenFrame(`4|2|-1|2104|${farm.text}||`));
  }
});

test("reject details are always valid JSON", () => {
  const refused = {
    id: 12,
    code: 201,
    text: "Order rejected - reason:x",
    advancedOrderReject: { rejects: ['a"b', 1] },
  };
  expect(encode.errorMessage(193, refused)).toEqual([
    "4",
    "2",
    "12",
    "201",
    "Order rejected - reason:x",
    '{"rejects":["a\\"b",1]}',
  ]);
  expect(encode.errorMessage(165, refused)).toHaveLength(5);
});
