import { brokerOutageBreaker } from "./broker-outage-breaker.ts";
import { cashGapBreaker } from "./cash-gap-breaker.ts";
import { dailyLossBreaker } from "./daily-loss-breaker.ts";
import { dailyLossHaltBreaker } from "./daily-loss-halt-breaker.ts";
import { dataOutageBreaker } from "./data-outage-breaker.ts";
import { drawdownBreaker } from "./drawdown-breaker.ts";
import { equityGapBreaker } from "./equity-gap-breaker.ts";
import { fillUnexpectedBreaker } from "./fill-unexpected-breaker.ts";
import { haltBreaker } from "./halt-breaker.ts";
import { heartbeatBreaker } from "./heartbeat-breaker.ts";
import { lossStreakBreaker } from "./loss-streak-breaker.ts";
import { lossVelocityBreaker } from "./loss-velocity-breaker.ts";
import { marketCrashBreaker } from "./market-crash-breaker.ts";
import { marketStressBreaker } from "./market-stress-breaker.ts";
import { markoutBreaker } from "./markout-breaker.ts";
import { messageRatioBreaker } from "./message-ratio-breaker.ts";
import { modelDriftBreaker } from "./model-drift-breaker.ts";
import { monthlyLossBreaker } from "./monthly-loss-breaker.ts";
import { nakedPositionBreaker } from "./naked-position-breaker.ts";
import { orderRunawayBreaker } from "./order-runaway-breaker.ts";
import { orderStuckBreaker } from "./order-stuck-breaker.ts";
import { pnlGapBreaker } from "./pnl-gap-breaker.ts";
import { priceMoveBreaker } from "./price-move-breaker.ts";
import { reconciliationBreaker } from "./reconciliation-breaker.ts";
import { rejectStormBreaker } from "./reject-storm-breaker.ts";
import { slippageBreaker } from "./slippage-breaker.ts";
import { spreadBreaker } from "./spread-breaker.ts";
import { staleDataBreaker } from "./stale-data-breaker.ts";
import { versionMismatchBreaker } from "./version-mismatch-breaker.ts";
import { volatilityBreaker } from "./volatility-breaker.ts";
import { weeklyLossBreaker } from "./weekly-loss-breaker.ts";

/** Every breaker, in the order in which they are asked. */
export const BREAKERS = [
  priceMoveBreaker,
  spreadBreaker,
  volatilityBreaker,
  haltBreaker,
  staleDataBreaker,
  fillUnexpectedBreaker,
  orderStuckBreaker,
  nakedPositionBreaker,
  lossStreakBreaker,
  rejectStormBreaker,
  slippageBreaker,
  markoutBreaker,
  modelDriftBreaker,
  marketStressBreaker,
  marketCrashBreaker,
  dataOutageBreaker,
  brokerOutageBreaker,
  heartbeatBreaker,
  reconciliationBreaker,
  equityGapBreaker,
  cashGapBreaker,
  pnlGapBreaker,
  orderRunawayBreaker,
  messageRatioBreaker,
  versionMismatchBreaker,
  lossVelocityBreaker,
  dailyLossBreaker,
  dailyLossHaltBreaker,
  weeklyLossBreaker,
  monthlyLossBreaker,
  drawdownBreaker,
] as const;
