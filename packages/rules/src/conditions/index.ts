import type { Condition } from "../define-condition.ts";
import { atr } from "./atr.ts";
import { atrDollars } from "./atr-dollars.ts";
import { cash } from "./cash.ts";
import { dayChange } from "./day-change.ts";
import { dayPnl } from "./day-pnl.ts";
import { dayRange } from "./day-range.ts";
import { dayVolume } from "./day-volume.ts";
import { earlyClose } from "./early-close.ts";
import { exiting } from "./exiting.ts";
import { feedAlive } from "./feed-alive.ts";
import { firedInPosition } from "./fired-in-position.ts";
import { firedInSession } from "./fired-in-session.ts";
import { fromHigh } from "./from-high.ts";
import { fromLow } from "./from-low.ts";
import { fromOpen } from "./from-open.ts";
import { grossExposure } from "./gross-exposure.ts";
import { groupLead } from "./group-lead.ts";
import { groupRank } from "./group-rank.ts";
import { halted } from "./halted.ts";
import { indicator } from "./indicator.ts";
import { longPositions } from "./long-positions.ts";
import { netExposure } from "./net-exposure.ts";
import { openGap } from "./open-gap.ts";
import { openPositions } from "./open-positions.ts";
import { position } from "./position.ts";
import { positionReturn } from "./position-return.ts";
import { positionSize } from "./position-size.ts";
import { positionValue } from "./position-value.ts";
import { prediction } from "./prediction.ts";
import { predictionAge } from "./prediction-age.ts";
import { predictionHorizon } from "./prediction-horizon.ts";
import { predictionStop } from "./prediction-stop.ts";
import { predictionTarget } from "./prediction-target.ts";
import { price } from "./price.ts";
import { priceAgainst } from "./price-against.ts";
import { regularHours } from "./regular-hours.ts";
import { shortPositions } from "./short-positions.ts";
import { sinceFired } from "./since-fired.ts";
import { spread } from "./spread.ts";
import { time } from "./time.ts";
import { tradingState } from "./trading-state.ts";
import { unrealizedPnl } from "./unrealized-pnl.ts";
import { weekday } from "./weekday.ts";
import { workingOrders } from "./working-orders.ts";

/** Every condition of the language: a new one is a file, its test and a line here. */
export const CONDITIONS: readonly Condition[] = [
  atr,
  atrDollars,
  cash,
  dayChange,
  dayPnl,
  dayRange,
  dayVolume,
  earlyClose,
  exiting,
  feedAlive,
  firedInPosition,
  firedInSession,
  fromHigh,
  fromLow,
  fromOpen,
  grossExposure,
  groupLead,
  groupRank,
  halted,
  indicator,
  longPositions,
  netExposure,
  openGap,
  openPositions,
  position,
  positionReturn,
  positionSize,
  positionValue,
  prediction,
  predictionAge,
  predictionHorizon,
  predictionStop,
  predictionTarget,
  price,
  priceAgainst,
  regularHours,
  shortPositions,
  sinceFired,
  spread,
  time,
  tradingState,
  unrealizedPnl,
  weekday,
  workingOrders,
] as unknown as readonly Condition[];
