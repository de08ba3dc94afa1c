import { describe, expect, test } from "vitest";
import { aSignal, at, dollars } from "@bowline/testkit";
import { NEVER_FIRED } from "../facts.ts";
import { NOTHING_KNOWN } from "../testing/facts.ts";
import { aProtectedPosition } from "../testing/protected.ts";
import { FACTS } from "./index.ts";
import { isUnit } from "./types.ts";

/** A moment at which everything is known that can be. */
const known = aProtectedPosition({
  prediction: aSignal({ targetPx: dollars("103"), stopPx: dollars("97") }),
  history: { ...NEVER_FIRED, firedUs: at(300) },
});

describe.each(FACTS)("$name", (fact) => {
  test("has a value of its type where it is known", () => {
    const value = fact.read(known);
    expect(typeof value).toBe(isUnit(fact.type) ? "number" : fact.type === "bool" ? "boolean" : "string");
    expect(fact.values?.includes(String(value)) ?? true).toBe(true);
  });

  test("is UNKNOWN where nothing is known, unless it says that it never is", () => {
    expect(fact.read(NOTHING_KNOWN) === undefined).toBe(fact.unknown !== "never");
  });
});

test("names are two words, each once", () => {
  const names = FACTS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+\.[a-z_]+$/);
});
