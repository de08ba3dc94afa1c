import { expect, test } from "vitest";
import { markersIn, numbersIn } from "./named-rows.ts";

test("reads what a name covers, of its kind alone", () => {
  const name = "sends nothing later [pitfalls 1, 12-13] [fault 31] [faults 2-3, 7]";
  expect(numbersIn(name, "pitfall")).toEqual([1, 12, 13]);
  expect(markersIn(name, "fault")).toEqual([
    { marker: "[fault 31]", rows: [31] },
    { marker: "[faults 2-3, 7]", rows: [2, 3, 7] },
  ]);
  expect(numbersIn("names none [faults ]", "fault")).toEqual([]);
});
