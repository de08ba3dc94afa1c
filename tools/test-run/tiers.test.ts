import { expect, test } from "vitest";
import { tagsFilterOf, tierOf } from "./tiers.ts";

test("leaves out what a tier has no time for", () => {
  expect(tagsFilterOf("default")).toEqual(["!all", "!soak"]);
  expect(tagsFilterOf("all")).toEqual(["!soak"]);
  expect(tagsFilterOf("soak")).toEqual([]);
});

test("refuses a tier that it does not know", () => {
  expect(tierOf("")).toBe("default");
  expect(() => tierOf("quick")).toThrow("use default, all or soak");
});
