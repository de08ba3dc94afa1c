import { type Sourced, unconfirmed } from "./sourced.ts";

const REG_T = "Regulation T of the Federal Reserve, 12 CFR 220.12";
const FINRA_4210 = "FINRA rule 4210";
const IB_MARGIN =
  "Interactive Brokers, page on stock margin: intraday initial equals maintenance, Regulation T at the end of the day";

/** How much of a position's value the account must have as equity. Ratios in micros of 1, prices and money in micros of a dollar. */
export type MarginTerms = {
  readonly kind: "MARGIN" | "CASH";
  /** INTRADAY asks at the time of trade for what it asks to maintain; REG_T asks for Regulation T's initial margin at once. */
  readonly initialRule: "INTRADAY" | "REG_T";
  readonly regTInitial: Sourced;
  readonly longMaintenance: Sourced;
  /** Of a short position's value, next to the proceeds that it brought: 0.3 is the 130 % of the rule. */
  readonly shortMaintenance: Sourced;
  /** At least so many dollars for each share that is short; below `lowPx` the lower one, and the whole value. */
  readonly shortPerShare: Sourced;
  readonly lowPx: Sourced;
  readonly lowShortPerShare: Sourced;
  /** Shares below this price are no security for a loan: they are margined whole. */
  readonly unmarginableBelowPx: Sourced;
  /** A position worth more than this part of the equity is concentrated, and margined at the other ratio; absent: no such rule. */
  readonly concentration?: { readonly overEquity: Sourced; readonly maintenance: Sourced } | undefined;
  /** Below this equity a margin account borrows nothing. */
  readonly minEquity: Sourced;
  /** A pattern day trader below this equity has three day trades in five days. */
  readonly patternDayEquity: Sourced;
  /** What a cash account's market and stop orders must have besides, for the price may move: a ratio. */
  readonly cashMarketBuffer: Sourced;
};

/** All from memory: the rules are named, their texts were not read. */
const COMMON = {
  initialRule: "INTRADAY",
  regTInitial: unconfirmed("0.5", REG_T, "1974"),
  longMaintenance: unconfirmed("0.25", FINRA_4210, "2024"),
  shortMaintenance: unconfirmed("0.3", FINRA_4210, "2024"),
  shortPerShare: unconfirmed("5", FINRA_4210, "2024"),
  lowPx: unconfirmed("5", FINRA_4210, "2024"),
  lowShortPerShare: unconfirmed("2.5", FINRA_4210, "2024"),
  unmarginableBelowPx: unconfirmed("3", "IB's house rule for low-priced shares", "2024"),
  minEquity: unconfirmed("2000", FINRA_4210, "2024"),
  patternDayEquity: unconfirmed("25000", FINRA_4210, "2024"),
  cashMarketBuffer: unconfirmed("0.05", "An introducing broker of IB's, help page on cash accounts", "2024"),
} as const;

/** A Reg-T margin account as IB keeps it: four times the equity in the day, twice overnight. The source of INTRADAY: IB's margin page. */
export const IB_REG_T_MARGIN: MarginTerms = { kind: "MARGIN", ...COMMON };

/** The same with more asked for concentrated positions. */
export const IB_REG_T_CONCENTRATED: MarginTerms = {
  ...IB_REG_T_MARGIN,
  concentration: {
    overEquity: unconfirmed("2", `${IB_MARGIN}; its rule for concentration is a scenario, not a ratio`, "2024"),
    maintenance: unconfirmed("0.35", "A stand-in for IB's scenario", "2024"),
  },
};

/** A cash account: buys with settled cash only, sells only what it has. */
export const IB_CASH: MarginTerms = { kind: "CASH", ...COMMON };

/** The terms by the name that a script gives them. */
export const MARGIN_TERMS = {
  "reg-t": IB_REG_T_MARGIN,
  "reg-t-concentrated": IB_REG_T_CONCENTRATED,
  cash: IB_CASH,
} as const;
