import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatConfigError } from "@bowline/config";
import { describe, expect, it } from "vitest";
import { CHECKS } from "./checks/index.ts";
import { PROFILES } from "./limit.ts";
import { parseLimits, readLimits, renderLimits } from "./limits.ts";
import { cash, ratio } from "./test-view.ts";

const rendered = renderLimits({ equity: cash("25000"), profile: "careful" });
const problems = (text: string): string[] => {
  const parsed = parseLimits(text, "limits.yaml");
  return parsed.ok ? [] : parsed.error.map(formatConfigError);
};

describe("limits new", () => {
  it("writes every limit of every check with a comment, and can be read back", () => {
    for (const profile of PROFILES) {
      const text = renderLimits({ equity: cash("25000"), profile });
      expect(problems(text)).toEqual([]);
      for (const check of CHECKS)
        for (const name of Object.keys(check.limits))
          expect(text).toMatch(new RegExp(`^  ${name}: \\S+ # .+\\.$`, "m"));
    }
  });
  it("suggests amounts from the equity", () => {
    const parsed = parseLimits(rendered, "limits.yaml");
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        maxDailyLoss: cash("250"),
        maxOrderNotional: cash("6250"),
        maxOrderQty: 500_000_000,
        maxGrossExposure: ratio("1"),
      },
    });
  });
});

describe("a limits file", () => {
  it("must have every limit: there are no defaults", () => {
    expect(problems(rendered.replace(/^.*maxDailyLoss.*$/m, ""))).toEqual([
      expect.stringMatching(/^limits.yaml:5:\d+: limits.maxDailyLoss: an amount of dollars is needed/),
    ]);
  });
  it("must have no other, no negative and no vague value, each with its place", () => {
    expect(problems(`${rendered}  maxWishes: 3\n`)).toEqual([
      expect.stringMatching(/^limits.yaml:\d+:\d+: limits.maxWishes: /),
    ]);
    expect(problems(rendered.replace(/maxDailyLoss: \S+/, "maxDailyLoss: -1"))).toEqual([
      expect.stringMatching(/maxDailyLoss: .*not negative/),
    ]);
    expect(problems(rendered.replace(/maxDailyLoss: \S+/, "maxDailyLoss: lots"))).toHaveLength(1);
    expect(problems(rendered.replace(/maxOrderQty: \S+/, "maxOrderQty: 1.5"))).toEqual([
      expect.stringMatching(/a whole number is needed/),
    ]);
    expect(problems(rendered.replace(/maxOrderQty: \S+/, "maxOrderQty: -1"))).toEqual([
      expect.stringMatching(/not negative/),
    ]);
  });
  it("takes cents and a quoted amount exactly", () => {
    const parsed = parseLimits(
      rendered
        .replace(/maxDailyLoss: \S+/, "maxDailyLoss: 100.1")
        .replace(/maxOrderNotional: \S+/, 'maxOrderNotional: "0.000001"'),
      "f",
    );
    expect(parsed).toMatchObject({ ok: true, value: { maxDailyLoss: 100_100_000, maxOrderNotional: 1 } });
  });
  it("is read from disk, or refused with all findings", () => {
    const file = join(mkdtempSync(join(tmpdir(), "limits-")), "limits.yaml");
    expect(() => readLimits(file)).toThrow(/no such file; a limits.yaml/);
    writeFileSync(file, rendered);
    expect(readLimits(file).maxOrdersPerSecond).toBe(10);
    writeFileSync(file, "limits: {}\n");
    expect(() => readLimits(file)).toThrow(/maxIntentAgeMs[^]*maxDailyLoss/);
  });
});
