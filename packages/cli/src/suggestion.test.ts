import { describe, expect, it } from "vitest";
import { nearest } from "./suggestion.ts";

describe("the nearest command", () => {
  const known = ["demo", "down", "doctor", "decode"];
  it("is the one with the fewest changes", () => {
    expect(nearest("dmeo", known)).toBe("demo");
    expect(nearest("docter", known)).toBe("doctor");
  });
  it("is none where nothing is near", () => expect(nearest("xyzzy", known)).toBeUndefined());
});
