import { describe, expect, it } from "vitest";
import { BREAKER_CODES } from "./breaker-codes.ts";
import { BREAKERS } from "../breakers/index.ts";

describe("the list of breakers", () => {
  it("has every code once, in the order of the codes", () => {
    expect(BREAKERS.map(({ code }) => code)).toEqual([...BREAKER_CODES]);
  });
  it("says of each what it is and what to do, in a sentence", () => {
    for (const { code, doc, remedy, limits } of BREAKERS) {
      expect(doc, code).toMatch(/^[A-Z].*\.$/);
      expect(remedy, code).toMatch(/^[A-Z].*[.`]$/);
      expect(Object.keys(limits).length, code).toBeGreaterThan(0);
    }
  });
});
