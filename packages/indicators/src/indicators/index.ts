import type { Indicator } from "../indicator.ts";
import { adl } from "./adl.ts";
import { adx } from "./adx.ts";
import { aroon } from "./aroon.ts";
import { atr } from "./atr.ts";
import { barsSince } from "./bars-since.ts";
import { beta } from "./beta.ts";
import { bollinger } from "./bollinger.ts";
import { cci } from "./cci.ts";
import { chandeMomentum } from "./chande-momentum.ts";
import { cmf } from "./cmf.ts";
import { correlation } from "./correlation.ts";
import { crossing } from "./crossing.ts";
import { dema } from "./dema.ts";
import { donchian } from "./donchian.ts";
import { ema } from "./ema.ts";
import { garmanKlassVolatility } from "./garman-klass-volatility.ts";
import { highest } from "./highest.ts";
import { hma } from "./hma.ts";
import { ichimoku } from "./ichimoku.ts";
import { kama } from "./kama.ts";
import { keltner } from "./keltner.ts";
import { linearRegression } from "./linear-regression.ts";
import { lowest } from "./lowest.ts";
import { macd } from "./macd.ts";
import { mfi } from "./mfi.ts";
import { momentum } from "./momentum.ts";
import { natr } from "./natr.ts";
import { obv } from "./obv.ts";
import { openingRange } from "./opening-range.ts";
import { parabolicSar } from "./parabolic-sar.ts";
import { parkinsonVolatility } from "./parkinson-volatility.ts";
import { percentileRank } from "./percentile-rank.ts";
import { pivotPoints } from "./pivot-points.ts";
import { realisedVolatility } from "./realised-volatility.ts";
import { relativeVolume } from "./relative-volume.ts";
import { roc } from "./roc.ts";
import { rsi } from "./rsi.ts";
import { sma } from "./sma.ts";
import { standardDeviation } from "./standard-deviation.ts";
import { stochRsi } from "./stoch-rsi.ts";
import { stochastic } from "./stochastic.ts";
import { supertrend } from "./supertrend.ts";
import { tema } from "./tema.ts";
import { trix } from "./trix.ts";
import { trueRange } from "./true-range.ts";
import { vwap } from "./vwap.ts";
import { vwma } from "./vwma.ts";
import { williamsR } from "./williams-r.ts";
import { wma } from "./wma.ts";
import { zScore } from "./z-score.ts";

/** Every indicator there is: a new one is a file, its test and a line here. */
export const INDICATORS: readonly Indicator[] = [
  adl,
  adx,
  aroon,
  atr,
  barsSince,
  beta,
  bollinger,
  cci,
  chandeMomentum,
  cmf,
  correlation,
  crossing,
  dema,
  donchian,
  ema,
  garmanKlassVolatility,
  highest,
  hma,
  ichimoku,
  kama,
  keltner,
  linearRegression,
  lowest,
  macd,
  mfi,
  momentum,
  natr,
  obv,
  openingRange,
  parabolicSar,
  parkinsonVolatility,
  percentileRank,
  pivotPoints,
  realisedVolatility,
  relativeVolume,
  roc,
  rsi,
  sma,
  standardDeviation,
  stochastic,
  stochRsi,
  supertrend,
  tema,
  trix,
  trueRange,
  vwap,
  vwma,
  williamsR,
  wma,
  zScore,
] as unknown as readonly Indicator[];

const byName = new Map(INDICATORS.map((indicator) => [indicator.name, indicator]));

/** The indicator of a name in a rule file. */
export const indicatorOf = (name: string): Indicator | undefined => byName.get(name);
