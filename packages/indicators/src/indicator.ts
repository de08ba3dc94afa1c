import type { JsonValue } from "@bowline/kernel";

/** What an indicator remembers: plain JSON, so that a snapshot is a copy and nothing is lost in between. */
export type IndicatorState = { [key: string]: JsonValue };

/** A number that a rule file may set. `whole` counts bars; `decimal` is a factor. */
export type Param = {
  readonly kind: "whole" | "decimal";
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly doc: string;
};
export type ParamShape = { readonly [name: string]: Param };
export type ParamsOf<P extends ParamShape> = { readonly [K in keyof P]: number };

/**
 * One closed bar. Prices are whole micros of a dollar, `volume` micros of a share, both as plain numbers: indicators compute
 * statistics in doubles. `day` is the exchange's date as the whole number YYYYMMDD; `minute` counts from the regular open
 * (09:30) to the bar's close, so the first minute's bar has 1, and one of the pre-market 0 or less.
 */
export type IndicatorBar = {
  readonly openPx: number;
  readonly highPx: number;
  readonly lowPx: number;
  readonly closePx: number;
  readonly volume: number;
  readonly day: number;
  readonly minute: number;
  /** Micros of a dollar: the close of the symbol that the study compares with, at the same moment. */
  readonly otherPx?: number | undefined;
};

/**
 * What a value is measured in. `input`: whatever the input is (micros for a price). `price`: micros. `volume`: micros of a
 * share. `percent`: 0 to 100 or so. `ratio`: 1 is all. `number`: no unit. `bars`: a count.
 */
export type Unit = "input" | "price" | "volume" | "percent" | "ratio" | "number" | "bars";

export type Output<S> = {
  readonly unit: Unit;
  readonly doc: string;
  /** `undefined` until enough bars were seen, and where the definition has no value. */
  read(state: S): number | undefined;
  /**
   * Whether enough bars were seen, where an indicator says it apart. A loop that asks before it reads gets a plain double: one
   * that may be `undefined` is boxed by V8, which costs more than the update.
   */
  ready?(state: S): boolean;
};

/**
 * What a missing minute does. `noTrade` (the feed lives, nobody traded): `skip` counts no bar, as a chart of trades does;
 * `carry` counts a bar at the last close with volume 0. `noData` (the feed is dead, so nobody knows): `skip` goes on with the
 * next bar, and the reading says how many bars ago the gap was; `restart` forgets everything; `session` has no value until
 * the next session, because one missing bar makes a sum over the session wrong.
 */
export type Missing = { readonly noTrade: "skip" | "carry"; readonly noData: "skip" | "restart" | "session" };

/**
 * What is left of the past. `window`: nothing but the bars needed, so a warm value is the value. `recursive`: a fading rest of
 * the first bars, so two runs that began at different bars differ by a little that shrinks. `cumulative`: everything since the
 * first bar, so only differences mean something. `session`: everything since the session began.
 */
export type Memory = "window" | "recursive" | "cumulative" | "session";

type About<P extends ParamShape, S> = {
  /** Name in rule files. */
  readonly name: string;
  readonly title: string;
  /** What it tells, in a sentence. */
  readonly doc: string;
  readonly formula: string;
  /** How the first value comes about. */
  readonly seeding: string;
  /** TA-Lib's function where it has one (the definition is then TA-Lib's), else where the definition comes from. */
  readonly source: { readonly talib: string } | { readonly citation: string };
  readonly params: P;
  /** The first is what the name alone stands for. */
  readonly outputs: { readonly [name: string]: Output<NoInfer<S>> };
  readonly memory: Memory;
  readonly missing: Missing;
  /** Bars until every output has a value; where the memory is of sessions, whole sessions count with their minutes. */
  barsNeeded(params: ParamsOf<P>): number;
  /** What is wrong with parameters that are each in range; `undefined` where nothing is. */
  conflict?(params: ParamsOf<P>): string | undefined;
  /** An empty state. Parameters were checked before. */
  init(params: ParamsOf<P>): S;
};

/** Folds one number at a time: any price of the bar, its volume, or another indicator's value. */
export type SeriesIndicator<P extends ParamShape = ParamShape, S = IndicatorState> = About<P, S> & {
  readonly takes: "series";
  update(state: NoInfer<S>, x: number): void;
};
/** Folds whole bars. */
export type BarIndicator<P extends ParamShape = ParamShape, S = IndicatorState, B = IndicatorBar> = About<P, S> & {
  readonly takes: "bar";
  update(state: NoInfer<S>, bar: B): void;
};
/** Folds two numbers of the same moment. */
export type PairIndicator<P extends ParamShape = ParamShape, S = IndicatorState> = About<P, S> & {
  readonly takes: "pair";
  update(state: NoInfer<S>, x: number, y: number): void;
};

/** Any indicator, its own types forgotten: what the registry holds. */
export type Indicator = SeriesIndicator | BarIndicator | PairIndicator;

/*
 * Each of these returns what it is given: the compiler then knows parameters and state of the one file. `update` sees closed
 * bars in rising order of time, each once; what is late, repeated or revised is the study's affair (study.ts). The same
 * inputs give the same bits on every machine: doubles in a fixed order of operations, window sums exact (parts/exact-sum.ts).
 */
export const defineSeries = <const P extends ParamShape, S extends IndicatorState>(
  indicator: Omit<SeriesIndicator<P, S>, "takes">,
): SeriesIndicator<P, S> => ({ ...indicator, takes: "series" });

/** `B` is what the indicator looks at of a bar, so that a caller with less than a whole bar can use it. */
export const defineBar = <const P extends ParamShape, S extends IndicatorState, B extends Partial<IndicatorBar>>(
  indicator: Omit<BarIndicator<P, S, B>, "takes">,
): BarIndicator<P, S, B> => ({ ...indicator, takes: "bar" });

export const definePair = <const P extends ParamShape, S extends IndicatorState>(
  indicator: Omit<PairIndicator<P, S>, "takes">,
): PairIndicator<P, S> => ({ ...indicator, takes: "pair" });

/** The usual answer to missing minutes: they are not bars. */
export const SKIP: Missing = { noTrade: "skip", noData: "skip" };

/** No window is longer: a year of days, or two and a half sessions of minutes. */
const LONGEST = 1000;

/** The parameter `period`: how many bars the window has, or the length that sets how fast the past fades. */
export const period = (fallback: number, min = 1, doc = "bars"): Param => ({
  kind: "whole",
  default: fallback,
  min,
  max: LONGEST,
  doc,
});

export const factor = (fallback: number, min: number, max: number, doc: string): Param => ({
  kind: "decimal",
  default: fallback,
  min,
  max,
  doc,
});
