import { describe, expect, it } from "vitest";
import { cash } from "../test-view.ts";
import { PROFILES } from "./limit.ts";
import { parseLimits, renderLimits } from "./limits-file.ts";
import { unsetForLive } from "./live-limits.ts";

function unset(text: string): readonly string[] {
  const book = parseLimits(text, "limits.yaml");
  if (!book.ok) throw new Error("the limits cannot be read");
  return unsetForLive(book.value);
}

describe("limits for real money", () => {
  it.each(PROFILES)("are all set by the profile %s, where there is an index fund", (profile) => {
    const text = renderLimits({ equity: cash("25000"), profile, index: "SPY" });
    expect(unset(text)).toEqual([]);
    for (const name of ["maxValueAtRisk", "maxClusterExposure", "maxBetaExposure", "maxStressLoss", "maxIndexDrop"])
      expect(text, name).toMatch(new RegExp(`^  ${name}: [\\d{]`, "m"));
    expect(text).toContain("breakerIndexCrash: { SPY: 0.07 }");
  });

  it("are not what a simulation does with: what it waives is named", () => {
    expect(unset(renderLimits({ equity: cash("25000"), profile: "careful" }))).toEqual(
      expect.arrayContaining(["maxValueAtRisk", "maxBetaExposure", "breakerIndexCrash"]),
    );
  });

  it("may be waived only where another stands for them", () => {
    const text = renderLimits({ equity: cash("25000"), profile: "normal", index: "SPY" });
    const waived = text.replace(/maxDailyLoss: \d+/, 'maxDailyLoss: { waived: "I never lose money" }');
    expect(unset(waived)).toEqual(["maxDailyLoss"]);
  });
});
