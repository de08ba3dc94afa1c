import { parseYaml } from "@bowline/config";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeLimits } from "./limits.ts";
import { makeMessageRate } from "./message-rate.ts";
import { makeHistoryPacing, makeQuota } from "./pacing.ts";
import { SWITCHES, switchesSchema, switchesWith } from "./switches.ts";

describe("messages per second", () => {
  it("are free up to the limit, and a violation is told once with its number", () => {
    const rate = makeMessageRate(50, 3);
    for (let index = 0; index < 50; index++) expect(rate.count(1000 + index)).toBeUndefined();
    expect(rate.count(1050)).toEqual({
      text: "Max rate of messages per second has been exceeded:max=50 rec=51 (1)",
      isLast: false,
    });
    expect(rate.count(1051)).toBeUndefined();
  });

  it("count any second, not the clock's", () => {
    const rate = makeMessageRate(2, 3);
    expect([900, 950, 1899, 1901, 1950].map((ms) => rate.count(ms)?.isLast)).toEqual([
      undefined,
      undefined,
      false,
      undefined,
      undefined,
    ]);
  });

  it("cut the client at the last violation", () => {
    const rate = makeMessageRate(1, 2);
    expect([0, 0, 0, 0].map((ms) => rate.count(ms)?.isLast)).toEqual([undefined, false, undefined, true]);
  });

  it("never violate when they come no faster than they may, and always when they do", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 300 }),
        (most, gaps) => {
          const rate = makeMessageRate(most, 0);
          let nowMs = 0;
          let window: number[] = [];
          for (const gap of gaps) {
            nowMs += gap;
            window = [...window.filter((at) => at > nowMs - 1000), nowMs];
            const violation = rate.count(nowMs);
            expect(violation !== undefined).toBe(window.length > most);
            if (violation !== undefined) window = [];
          }
        },
      ),
    );
  });

  it("may be without a limit", () => {
    const rate = makeMessageRate(0, 3);
    for (let index = 0; index < 500; index++) expect(rate.count(0)).toBeUndefined();
  });
});

describe("the pacing of historical requests", () => {
  const aRequest = (identity: string, contract = identity, weight: 1 | 2 = 1) => ({ identity, contract, weight });
  const pacing = (wish: object = {}) => makeHistoryPacing(() => switchesWith(wish));

  it("refuses the same request within 15 seconds", () => {
    const { violates } = pacing();
    expect(violates(aRequest("a"), 0)).toBeUndefined();
    expect(violates(aRequest("a"), 14_999)).toBe("IDENTICAL");
    expect(violates(aRequest("a"), 15_000)).toBeUndefined();
  });

  it("refuses the sixth for one contract within two seconds", () => {
    const { violates } = pacing();
    const found = [0, 100, 200, 300, 400, 500].map((ms) => violates(aRequest(`${ms}`, "AAPL"), ms));
    expect(found).toEqual([undefined, undefined, undefined, undefined, undefined, "CONTRACT"]);
    expect(violates(aRequest("later", "AAPL"), 2000)).toBeUndefined();
    expect(violates(aRequest("other", "MSFT"), 2000)).toBeUndefined();
  });

  it("refuses the 61st within ten minutes, BID_ASK counting twice", () => {
    const { violates } = pacing();
    for (let index = 0; index < 59; index++) expect(violates(aRequest(`${index}`), index * 3000)).toBeUndefined();
    expect(violates(aRequest("double", "x", 2), 180_000)).toBe("TEN_MINUTES");
    expect(violates(aRequest("single"), 180_000)).toBeUndefined();
    expect(violates(aRequest("another"), 180_000)).toBe("TEN_MINUTES");
    expect(violates(aRequest("another"), 600_000)).toBeUndefined();
  });

  it("may be without limits", () => {
    const { violates } = pacing({ historyPerTenMinutes: 0, historySameSeconds: 0, historyPerContract: 0 });
    for (let index = 0; index < 200; index++) expect(violates(aRequest("a"), 0)).toBeUndefined();
  });
});

describe("the limits of a login", () => {
  it("count new real-time bars in ten minutes", () => {
    let nowMs = 0;
    const limits = makeLimits(
      () => switchesWith({ realTimeBarsPerTenMinutes: 2 }),
      () => nowMs,
    );
    expect([limits.isBarsQuotaUsedUp(), limits.isBarsQuotaUsedUp(), limits.isBarsQuotaUsedUp()]).toEqual([
      false,
      false,
      true,
    ]);
    nowMs = 600_000;
    expect(limits.isBarsQuotaUsedUp()).toBe(false);
    expect(makeQuota(() => 0, 10)(0)).toBe(false);
  });

  it("keep tick-by-tick requests for one instrument apart", () => {
    let nowMs = 0;
    const limits = makeLimits(
      () => switchesWith(),
      () => nowMs,
    );
    expect([limits.isTickByTickTooSoon("A"), limits.isTickByTickTooSoon("B"), limits.isTickByTickTooSoon("A")]).toEqual(
      [false, false, true],
    );
    nowMs = 15_000;
    expect(limits.isTickByTickTooSoon("A")).toBe(false);
  });
});

describe("the switches", () => {
  it("have defaults that their own rules allow, and each says where it comes from", () => {
    for (const { schema, default: value, what, source } of Object.values(SWITCHES)) {
      expect(schema.safeParse(value).success).toBe(true);
      expect(what.length * source.length).toBeGreaterThan(0);
    }
    expect(switchesWith({ marketDataLines: 7 })).toMatchObject({ marketDataLines: 7, messagesPerSecond: 50 });
  });

  it("come from a file that may name some of them, and no others", () => {
    const read = (text: string) => parseYaml(text, "switches.yaml", switchesSchema);
    expect(read("marketDataLines: 3\nmarketDataPermission: delayed\n")).toMatchObject({
      ok: true,
      value: { value: { marketDataLines: 3, marketDataPermission: "delayed" } },
    });
    expect(read("marketDataLine: 3\n").ok).toBe(false);
    expect(read("overRate: maybe\n").ok).toBe(false);
  });
});
