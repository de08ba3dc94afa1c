import { authInvalidOrigin } from "./auth-invalid-origin.ts";
import { authStaleEpoch } from "./auth-stale-epoch.ts";
import { betaLimit } from "./beta-limit.ts";
import { brokerNotReady } from "./broker-not-ready.ts";
import { brokerResetWindow } from "./broker-reset-window.ts";
import { clockSkew } from "./clock-skew.ts";
import { clockStale } from "./clock-stale.ts";
import { concentrationLimit } from "./concentration-limit.ts";
import { correlationLimit } from "./correlation-limit.ts";
import { dailyLossLimit } from "./daily-loss-limit.ts";
import { dependencyStale } from "./dependency-stale.ts";
import { drawdownTier1 } from "./drawdown-tier-1.ts";
import { drawdownTier2 } from "./drawdown-tier-2.ts";
import { drawdownTier3 } from "./drawdown-tier-3.ts";
import { duplicateIntentId } from "./duplicate-intent-id.ts";
import { duplicateOrderContent } from "./duplicate-order-content.ts";
import { eventBlackout } from "./event-blackout.ts";
import { grossExposureLimit } from "./gross-exposure-limit.ts";
import { groupLimit } from "./group-limit.ts";
import { instrumentUnknown } from "./instrument-unknown.ts";
import { intentExpired } from "./intent-expired.ts";
import { intradayMarginDeficit } from "./intraday-margin-deficit.ts";
import { limitChangeUnsigned } from "./limit-change-unsigned.ts";
import { liquidityLimit } from "./liquidity-limit.ts";
import { lossCooldown } from "./loss-cooldown.ts";
import { malformedOrder } from "./malformed-order.ts";
import { marginInsufficient } from "./margin-insufficient.ts";
import { marketClosed } from "./market-closed.ts";
import { marketDataDivergent } from "./market-data-divergent.ts";
import { marketDataDoubtful } from "./market-data-doubtful.ts";
import { marketDataGap } from "./market-data-gap.ts";
import { marketDataInsane } from "./market-data-insane.ts";
import { marketDataNotLive } from "./market-data-not-live.ts";
import { marketDataStale } from "./market-data-stale.ts";
import { marketDataUnavailable } from "./market-data-unavailable.ts";
import { marketStress } from "./market-stress.ts";
import { messageRatioLimit } from "./message-ratio-limit.ts";
import { netExposureLimit } from "./net-exposure-limit.ts";
import { notionalBelowMin } from "./notional-below-min.ts";
import { notionalExceedsMax } from "./notional-exceeds-max.ts";
import { openCloseBlackout } from "./open-close-blackout.ts";
import { openOrdersLimit } from "./open-orders-limit.ts";
import { orderTypeNotAllowed } from "./order-type-not-allowed.ts";
import { parentQtyExceeded } from "./parent-qty-exceeded.ts";
import { pdtLimit } from "./pdt-limit.ts";
import { periodLossLimit } from "./period-loss-limit.ts";
import { positionLimit } from "./position-limit.ts";
import { predictionDrift } from "./prediction-drift.ts";
import { predictionStale } from "./prediction-stale.ts";
import { priceIncrementInvalid } from "./price-increment-invalid.ts";
import { priceOutsideCollar } from "./price-outside-collar.ts";
import { qtyExceedsMax } from "./qty-exceeds-max.ts";
import { qtyIncrementInvalid } from "./qty-increment-invalid.ts";
import { rateLimit } from "./rate-limit.ts";
import { reconciliationPending } from "./reconciliation-pending.ts";
import { repeatedExecutionLimit } from "./repeated-execution-limit.ts";
import { sectorLimit } from "./sector-limit.ts";
import { selfMatch } from "./self-match.ts";
import { shortNotAvailable } from "./short-not-available.ts";
import { sideNotAllowed } from "./side-not-allowed.ts";
import { sourceQuarantined } from "./source-quarantined.ts";
import { spreadTooWide } from "./spread-too-wide.ts";
import { ssrPriceTest } from "./ssr-price-test.ts";
import { strategyConflict } from "./strategy-conflict.ts";
import { strategyLimit } from "./strategy-limit.ts";
import { stressLimit } from "./stress-limit.ts";
import { symbolHalted } from "./symbol-halted.ts";
import { symbolRestricted } from "./symbol-restricted.ts";
import { timeInForceNotAllowed } from "./time-in-force-not-allowed.ts";
import { tradingFlattening } from "./trading-flattening.ts";
import { tradingHalted } from "./trading-halted.ts";
import { tradingLocked } from "./trading-locked.ts";
import { tradingStateReducing } from "./trading-state-reducing.ts";
import { unsettledFunds } from "./unsettled-funds.ts";
import { varLimit } from "./var-limit.ts";
import { versionMismatch } from "./version-mismatch.ts";
import { volatilityHalt } from "./volatility-halt.ts";
import { warnWashSale } from "./warn-wash-sale.ts";
import { wouldNotReduce } from "./would-not-reduce.ts";

/** Every check, in the order of evaluation: cheap before expensive. All failures are collected, the first is the primary one. */
export const CHECKS = [
  malformedOrder,
  authInvalidOrigin,
  authStaleEpoch,
  intentExpired,
  clockStale,
  clockSkew,
  duplicateIntentId,
  duplicateOrderContent,
  versionMismatch,
  limitChangeUnsigned,
  tradingHalted,
  tradingFlattening,
  tradingLocked,
  tradingStateReducing,
  wouldNotReduce,
  brokerNotReady,
  brokerResetWindow,
  reconciliationPending,
  dependencyStale,
  instrumentUnknown,
  symbolRestricted,
  orderTypeNotAllowed,
  timeInForceNotAllowed,
  sideNotAllowed,
  marketClosed,
  openCloseBlackout,
  eventBlackout,
  symbolHalted,
  marketDataStale,
  marketDataInsane,
  marketDataNotLive,
  marketDataDoubtful,
  marketDataDivergent,
  marketDataUnavailable,
  marketDataGap,
  spreadTooWide,
  volatilityHalt,
  marketStress,
  priceIncrementInvalid,
  qtyIncrementInvalid,
  priceOutsideCollar,
  qtyExceedsMax,
  notionalExceedsMax,
  notionalBelowMin,
  liquidityLimit,
  positionLimit,
  openOrdersLimit,
  grossExposureLimit,
  netExposureLimit,
  sectorLimit,
  groupLimit,
  strategyLimit,
  correlationLimit,
  betaLimit,
  varLimit,
  stressLimit,
  concentrationLimit,
  marginInsufficient,
  unsettledFunds,
  rateLimit,
  messageRatioLimit,
  repeatedExecutionLimit,
  parentQtyExceeded,
  selfMatch,
  strategyConflict,
  shortNotAvailable,
  ssrPriceTest,
  pdtLimit,
  intradayMarginDeficit,
  warnWashSale,
  dailyLossLimit,
  drawdownTier1,
  drawdownTier2,
  drawdownTier3,
  periodLossLimit,
  lossCooldown,
  predictionStale,
  predictionDrift,
  sourceQuarantined,
] as const;
