import { ACCOUNT_FACTS } from "./account.ts";
import { CLOCK_FACTS } from "./clock.ts";
import type { Fact } from "./define-fact.ts";
import { GROUP_FACTS } from "./group.ts";
import { MARKET_FACTS } from "./market.ts";
import { ORDER_FACTS } from "./orders.ts";
import { PORTFOLIO_FACTS } from "./portfolio.ts";
import { POSITION_FACTS } from "./position.ts";
import { PREDICTION_FACTS } from "./prediction.ts";
import { RISK_FACTS } from "./risk.ts";
import { RULE_FACTS } from "./rule.ts";
import { SESSION_FACTS } from "./session.ts";

/** Everything that expressions may look at, next to `ind.*` and `params.*` of the file itself. */
export const FACTS: readonly Fact[] = [
  ...PREDICTION_FACTS,
  ...POSITION_FACTS,
  ...ORDER_FACTS,
  ...MARKET_FACTS,
  ...SESSION_FACTS,
  ...CLOCK_FACTS,
  ...ACCOUNT_FACTS,
  ...GROUP_FACTS,
  ...PORTFOLIO_FACTS,
  ...RISK_FACTS,
  ...RULE_FACTS,
];
