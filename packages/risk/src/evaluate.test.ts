import { describe, expect, it } from "vitest";
import { CHECKS } from "./checks/index.ts";
import { DENIAL_CODES } from "./denial-codes.ts";
import { evaluateChecks, explainChecks } from "./evaluate.ts";
import type { RiskLimits } from "./limits/limit-book.ts";
import { WAIVED } from "./limits/limit.ts";
import { parseLimits, renderLimits } from "./limits/limits-file.ts";
import { aView, cash } from "./test-view.ts";
import type { RiskView } from "./view.ts";

const parsed = parseLimits(renderLimits({ equity: cash("100000"), profile: "normal" }), "limits.yaml");
if (!parsed.ok) throw new Error("the suggested limits cannot be read");
const limits = parsed.value.everywhere;
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
      worstGross: undefined,
      dayStartEquity: undefined,
      epoch: 1,
    } as const;
    expect(codes({ ...bad, reducing: true })).toEqual(["AUTH_STALE_EPOCH"]);
    expect(codes(bad)).toEqual([
      "AUTH_STALE_EPOCH",
      "TRADING_STATE_REDUCING",
      "MARKET_DATA_GAP",
      "GROSS_EXPOSURE_LIMIT",
      "STRESS_LIMIT",
      "MARGIN_INSUFFICIENT",
      "INTRADAY_MARGIN_DEFICIT",
      "DAILY_LOSS_LIMIT",
    ]);
  });
  it("say a warning to people, and let the order pass", () => {
    const view = aView({ lossUs: aView().nowUs });
    expect(evaluateChecks(view, limits)).toEqual([]);
    expect(explainChecks(view, limits).filter(({ outcome }) => outcome === "WARN")).toMatchObject([
      { check: { code: "WARN_WASH_SALE" } },
    ]);
  });
  it("ask for nothing that is waived, and nothing of an exit where it passes", () => {
    const waivedAll = Object.fromEntries(Object.keys(limits).map((name) => [name, WAIVED])) as unknown as RiskLimits;
    const unknown = { equity: undefined, worstGross: undefined, dayStartEquity: undefined, peakEquity: undefined };
    expect(evaluateChecks(aView(unknown), waivedAll)).toEqual([]);
    const halted = aView({ quote: { ...aView().quote!, halted: true }, unknownOrders: 1 });
    expect(evaluateChecks(halted, waivedAll).map(({ code }) => code)).toEqual([
      "RECONCILIATION_PENDING",
      "SYMBOL_HALTED",
    ]);
    const outcomes = (view: RiskView, of: RiskLimits) =>
      new Set(explainChecks(view, of).map(({ check, outcome }) => (check.limits === undefined ? "" : outcome)));
    expect(outcomes(aView(), waivedAll)).toEqual(new Set(["PASS", "WAIVED"]));
    expect(outcomes(aView({ reducing: true }), limits)).toEqual(new Set(["PASS", "EXEMPT", "WAIVED"]));
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
      worstGross: undefined,
      equity: undefined,
      dayStartEquity: undefined,
    };
    for (const key of Object.keys(nothing))
      expect(codes({ [key]: nothing[key as keyof typeof nothing] }), key).not.toEqual([]);
    expect(codes(nothing).length).toBeGreaterThanOrEqual(20);
  });
  it("name the values behind a denial", () => {
    expect(evaluateChecks(aView({ repeats: 99 }), limits)).toEqual([
      {
        code: "REPEATED_EXECUTION_LIMIT",
        detail: [
          { key: "repeats", value: "100" },
          { key: "maxRepeatedExecutions", value: "20" },
        ],
      },
    ]);
  });
});
