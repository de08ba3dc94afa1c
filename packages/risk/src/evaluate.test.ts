import { describe, expect, it } from "vitest";
import { CHECKS } from "./checks/index.ts";
import { DENIAL_CODES } from "./define-check.ts";
import { evaluateChecks } from "./evaluate.ts";
import { parseLimits, renderLimits, type RiskLimits } from "./limits.ts";
import { aView, cash } from "./test-view.ts";
import type { RiskView } from "./view.ts";

const parsed = parseLimits(renderLimits({ equity: cash("100000"), profile: "normal" }), "limits.yaml");
const limits = (parsed.ok ? parsed.value : undefined) as RiskLimits;
const codes = (changes: Partial<RiskView>) => evaluateChecks(aView(changes), limits).map((reason) => reason.code);

describe("the checks", () => {
  it("are one for each code, in the order of the codes", () =>
    expect(CHECKS.map((check) => check.code)).toEqual(DENIAL_CODES));
  it("find nothing against a good order", () => expect(codes({})).toEqual([]));
  it("collect every failure, the primary one first", () => {
    expect(codes({ tradingState: "HALTED", brokerState: "DISCONNECTED", barStatus: "NO_DATA" })).toEqual([
      "TRADING_HALTED",
      "BROKER_NOT_READY",
      "MARKET_DATA_GAP",
    ]);
  });
  it("let a reducing order pass where an exit must stay possible, and only there", () => {
    const bad = {
      tradingState: "REDUCING",
      barStatus: "NO_DATA",
      worstGrossExposure: undefined,
      dayStartEquity: undefined,
      epoch: 1,
    } as const;
    expect(codes({ ...bad, reducing: true })).toEqual(["AUTH_STALE_EPOCH"]);
    expect(codes(bad)).toEqual([
      "AUTH_STALE_EPOCH",
      "TRADING_STATE_REDUCING",
      "MARKET_DATA_GAP",
      "GROSS_EXPOSURE_LIMIT",
      "DAILY_LOSS_LIMIT",
    ]);
  });
  it("deny when nothing is known at all", () => {
    const nothing = {
      leaseEpoch: undefined,
      brokerState: undefined,
      brokerAgrees: undefined,
      group: undefined,
      instrumentResolved: false,
      clock: undefined,
      quote: undefined,
      refPx: undefined,
      barStatus: undefined,
      availability: undefined,
      worstGrossExposure: undefined,
      equity: undefined,
      dayStartEquity: undefined,
    };
    for (const key of Object.keys(nothing))
      expect(codes({ [key]: nothing[key as keyof typeof nothing] }), key).not.toEqual([]);
    expect(codes(nothing)).toHaveLength(19);
  });
  it("name the values behind a denial", () => {
    expect(evaluateChecks(aView({ approvals: { lastSecond: 99, lastMinute: 99 } }), limits)).toEqual([
      {
        code: "RATE_LIMIT",
        detail: [
          { key: "lastSecond", value: "99" },
          { key: "lastMinute", value: "99" },
        ],
      },
    ]);
  });
});
