import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatConfigError } from "@bowline/config";
import { describe, expect, it } from "vitest";
import { CHECKS } from "../checks/index.ts";
import { PROFILES } from "./limit.ts";
import { parseLimits, readLimits, renderLimits } from "./limits-file.ts";
import { cash, ratio } from "../test-view.ts";

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
          expect(text).toMatch(new RegExp(`^  ${name}: \\S.* # .+\\.$`, "m"));
    }
  });
  it("suggests amounts from the equity", () => {
    const parsed = parseLimits(rendered, "limits.yaml");
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        everywhere: {
          maxDailyLoss: cash("250"),
          maxOrderNotional: cash("12500"),
          maxOrderQty: 1_000_000_000,
          maxGrossExposure: ratio("1"),
        },
      },
    });
  });
});

describe("a limits file", () => {
  it("must have every limit: there are no defaults", () => {
    expect(problems(rendered.replace(/^.*maxDailyLoss.*$/m, ""))).toEqual([
      expect.stringMatching(
        /^limits.yaml:\d+:\d+: limits.maxDailyLoss: an amount of dollars is needed.*; there is no such line.*waived in words/,
      ),
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
  it("must name an index fund where it bounds one: a list of none would bound nothing", () => {
    const written = renderLimits({ equity: cash("25000"), profile: "careful", index: "SPY" });
    expect(problems(written)).toEqual([]);
    for (const name of ["maxIndexDrop", "maxBetaExposure", "breakerIndexCrash"])
      expect(problems(written.replace(new RegExp(`${name}: \\{.*?\\}`), `${name}: {}`)), name).toEqual([
        expect.stringMatching(/name an index fund, such as \{ SPY: 0.05 \}, or waive the limit/),
      ]);
  });
  it("takes cents and a quoted amount exactly", () => {
    const parsed = parseLimits(
      rendered
        .replace(/maxDailyLoss: \S+/, "maxDailyLoss: 100.1")
        .replace(/maxOrderNotional: \S+/, 'maxOrderNotional: "0.000001"'),
      "f",
    );
    expect(parsed).toMatchObject({
      ok: true,
      value: { everywhere: { maxDailyLoss: 100_100_000, maxOrderNotional: 1 } },
    });
  });
  it("is read from disk, or refused with all findings", () => {
    const file = join(mkdtempSync(join(tmpdir(), "limits-")), "limits.yaml");
    expect(() => readLimits(file)).toThrow(/no such file; a limits.yaml/);
    writeFileSync(file, rendered);
    expect(readLimits(file).everywhere.maxOrdersPerSecond).toBe(10);
    writeFileSync(file, "limits: {}\n");
    expect(() => readLimits(file)).toThrow(/maxIntentAgeMs[^]*maxDailyLoss/);
  });
});

describe("a limit that nobody wants", () => {
  const waiving = (text: string) => rendered.replace(/maxDailyLoss: \S+/, `maxDailyLoss: ${text}`);
  it("is waived in words, which are kept", () => {
    expect(parseLimits(waiving('{ waived: "the broker watches it" }'), "f")).toMatchObject({
      ok: true,
      value: { everywhere: { maxDailyLoss: "waived" }, waivers: { maxDailyLoss: "the broker watches it" } },
    });
  });
  it("is not waived without a reason, nor by a word or a blank", () => {
    for (const text of [
      "{ waived: no }",
      '{ waived: "" }',
      "waived",
      "",
      "null",
      "{ waived: ten words of mine, by: me }",
    ])
      expect(problems(waiving(text)), text).toEqual([
        expect.stringMatching(/^limits.yaml:\d+:\d+: limits.maxDailyLoss/),
      ]);
  });
});

describe("tighter limits for a part", () => {
  const scope = { accountId: "DU1", group: "tech", strategy: "demo", symbol: "AAPL" };
  const book = (more: string) => {
    const parsed = parseLimits(`${rendered}${more}`, "limits.yaml");
    if (!parsed.ok) throw new Error(parsed.error.map(formatConfigError).join());
    return parsed.value;
  };
  it("hold for their orders, and the strictest of all does", () => {
    const { limitsFor } = book(`groups: { tech: { maxOrderQty: 90 } }
symbols: { AAPL: { maxOrderQty: 100, restrictedSymbols: [GME] }, MSFT: { maxOrderQty: 5000 } }
strategies: { demo: { maxOrderQty: 80, openBlackoutMinutes: 30 } }
accounts: { DU1: { allowedOrderTypes: [LMT] } }
`);
    expect(limitsFor(scope)).toMatchObject({
      maxOrderQty: 80_000_000,
      openBlackoutMinutes: 30,
      restrictedSymbols: ["GME"],
      allowedOrderTypes: ["LMT"],
    });
    expect(limitsFor({ ...scope, strategy: "other" }).maxOrderQty).toBe(90_000_000);
    expect(limitsFor({ accountId: "DU2", group: "none", strategy: "other", symbol: "MSFT" }).maxOrderQty).toBe(
      1_000_000_000,
    );
  });
  it("bind where the whole is waived", () => {
    const text = rendered.replace(/maxOrderQty: \S+/, 'maxOrderQty: { waived: "positions are bounded" }');
    const parsed = parseLimits(`${text}symbols: { AAPL: { maxOrderQty: 7 } }\n`, "f");
    expect(parsed.ok && parsed.value.limitsFor(scope).maxOrderQty).toBe(7_000_000);
  });
  it("are refused with their place where they are unknown or wrong", () => {
    expect(problems(`${rendered}symbols:\n  AAPL: { maxWishes: 3 }\n`)).toEqual([
      expect.stringMatching(/^limits.yaml:\d+:11: symbols.AAPL.maxWishes: .*maxW/),
    ]);
    expect(problems(`${rendered}groups: { tech: { maxOrderQty: few } }\n`)).toEqual([
      expect.stringMatching(/groups.tech.maxOrderQty: a whole number is needed/),
    ]);
    expect(problems(`${rendered}sectors: {}\n`)).toHaveLength(1);
  });
});
