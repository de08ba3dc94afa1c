import { authStaleEpoch } from "./auth-stale-epoch.ts";
import { brokerNotReady } from "./broker-not-ready.ts";
import { clockStale } from "./clock-stale.ts";
import { dailyLossLimit } from "./daily-loss-limit.ts";
import { duplicateIntentId } from "./duplicate-intent-id.ts";
import { grossExposureLimit } from "./gross-exposure-limit.ts";
import { instrumentUnknown } from "./instrument-unknown.ts";
import { intentExpired } from "./intent-expired.ts";
import { malformedOrder } from "./malformed-order.ts";
import { marketClosed } from "./market-closed.ts";
import { marketDataDivergent } from "./market-data-divergent.ts";
import { marketDataDoubtful } from "./market-data-doubtful.ts";
import { marketDataGap } from "./market-data-gap.ts";
import { marketDataInsane } from "./market-data-insane.ts";
import { marketDataNotLive } from "./market-data-not-live.ts";
import { marketDataStale } from "./market-data-stale.ts";
import { marketDataUnavailable } from "./market-data-unavailable.ts";
import { notionalExceedsMax } from "./notional-exceeds-max.ts";
import { openCloseBlackout } from "./open-close-blackout.ts";
import { positionLimit } from "./position-limit.ts";
import { priceOutsideCollar } from "./price-outside-collar.ts";
import { qtyExceedsMax } from "./qty-exceeds-max.ts";
import { rateLimit } from "./rate-limit.ts";
import { reconciliationPending } from "./reconciliation-pending.ts";
import { symbolHalted } from "./symbol-halted.ts";
import { tradingHalted } from "./trading-halted.ts";
import { tradingStateReducing } from "./trading-state-reducing.ts";
import { wouldNotReduce } from "./would-not-reduce.ts";

/** Every check, in the order of evaluation: cheap before expensive. All failures are collected, the first is the primary one. */
export const CHECKS = [
  malformedOrder,
  authStaleEpoch,
  duplicateIntentId,
  intentExpired,
  clockStale,
  tradingHalted,
  tradingStateReducing,
  wouldNotReduce,
  brokerNotReady,
  reconciliationPending,
  instrumentUnknown,
  marketClosed,
  openCloseBlackout,
  symbolHalted,
  marketDataStale,
  marketDataInsane,
  marketDataNotLive,
  marketDataDoubtful,
  marketDataDivergent,
  marketDataGap,
  marketDataUnavailable,
  priceOutsideCollar,
  qtyExceedsMax,
  notionalExceedsMax,
  positionLimit,
  grossExposureLimit,
  rateLimit,
  dailyLossLimit,
] as const;
