import { aFill, anEntry } from "@bowline/testkit";
import { expect, it } from "vitest";
import { prepareSigning } from "./signing.ts";

it("signs anew each time, and verifies what it signed", () => {
  const { header, event } = anEntry(aFill());
  const signing = prepareSigning(header, event);
  expect(signing.sign()).toBeGreaterThan(100);
  expect(signing.verify()).toBe(1);
});
