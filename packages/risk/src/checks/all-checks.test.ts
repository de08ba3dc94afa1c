import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { DenialCode } from "../denial-codes.ts";
import { CHECKS } from "./index.ts";

/** What lets an order through that only reduces a position: no limit on loss or size stands in the way of an exit. */
const EXITS_PASS: readonly DenialCode[] = [
  "TRADING_STATE_REDUCING",
  "OPEN_CLOSE_BLACKOUT",
  "EVENT_BLACKOUT",
  "SPREAD_TOO_WIDE",
  "VOLATILITY_HALT",
  "MARKET_STRESS",
  "POSITION_LIMIT",
  "GROSS_EXPOSURE_LIMIT",
  "NET_EXPOSURE_LIMIT",
  "SECTOR_LIMIT",
  "GROUP_LIMIT",
  "STRATEGY_LIMIT",
  "CORRELATION_LIMIT",
  "BETA_LIMIT",
  "VAR_LIMIT",
  "STRESS_LIMIT",
  "CONCENTRATION_LIMIT",
  "MARGIN_INSUFFICIENT",
  "UNSETTLED_FUNDS",
  "PDT_LIMIT",
  "INTRADAY_MARGIN_DEFICIT",
  "WARN_WASH_SALE",
  "DAILY_LOSS_LIMIT",
  "DRAWDOWN_TIER_1",
  "DRAWDOWN_TIER_2",
  "DRAWDOWN_TIER_3",
  "PERIOD_LOSS_LIMIT",
  "LOSS_COOLDOWN",
  "PREDICTION_STALE",
  "PREDICTION_DRIFT",
];
/** These too, by our own choice: each could hold a position that nobody can leave. */
const EXITS_PASS_BY_CHOICE: readonly DenialCode[] = [
  "LIMIT_CHANGE_UNSIGNED",
  "SYMBOL_RESTRICTED",
  "MARKET_DATA_DOUBTFUL",
  "MARKET_DATA_DIVERGENT",
  "MARKET_DATA_UNAVAILABLE",
  "MARKET_DATA_GAP",
  "NOTIONAL_BELOW_MIN",
  "LIQUIDITY_LIMIT",
  "MESSAGE_RATIO_LIMIT",
  "REPEATED_EXECUTION_LIMIT",
  "STRATEGY_CONFLICT",
  "SOURCE_QUARANTINED",
];

const fileOf = (code: DenialCode): string => code.toLowerCase().replaceAll("_", "-");
const nameOf = (code: DenialCode): string =>
  fileOf(code).replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());

describe("every check", () => {
  it.each(CHECKS.map(({ code }) => code))("%s is held to the laws, in the test beside it", (code) => {
    const test = readFileSync(new URL(`${fileOf(code)}.test.ts`, import.meta.url), "utf8");
    expect(test).toContain(`from "./${fileOf(code)}.ts"`);
    expect(test).toMatch(new RegExp(`^ *holdsTo\\(${nameOf(code)}, \\{$`, "m"));
    expect(test).not.toMatch(/\.(skip|todo|only|skipIf|runIf)\b/);
  });
  it("asks an exit, or lets it through, as it is listed", () => {
    const passes = CHECKS.filter(({ exemptsReducing }) => exemptsReducing).map(({ code }) => code);
    expect(passes.toSorted()).toEqual([...EXITS_PASS, ...EXITS_PASS_BY_CHOICE].toSorted());
  });
});
