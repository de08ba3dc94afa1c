import type { JsonValue, Money, Px, Qty, Us } from "@bowline/kernel";

export type BrokerSide = "BUY" | "SELL";

/** MOO and LOO are MKT and LMT with the time in force OPG. */
export type BrokerOrdType =
  | "MKT"
  | "LMT"
  | "STP"
  | "STP LMT"
  | "TRAIL"
  | "TRAIL LIMIT"
  | "MIT"
  | "LIT"
  | "MOC"
  | "LOC"
  | "REL"
  | "MIDPRICE";

export type BrokerTimeInForce = "DAY" | "GTC" | "GTD" | "IOC" | "FOK" | "OPG";

/** IB's numbers. 0 default, 1 double bid/ask, 2 last, 3 double last, 4 bid/ask, 7 last or bid/ask, 8 mid-point. */
export type TriggerMethod = 0 | 1 | 2 | 3 | 4 | 7 | 8;

/** What a fill of one order of an OCA group does to the others. 1 cancels them, 2 and 3 reduce them; 3 without a block: it may overfill. */
export type OcaType = 1 | 2 | 3;

/** One condition; `conjunction` ties it to the next one: "a" and, "o" or. `isMore`: at or above, else at or below. */
export type OrderCondition = { readonly conjunction: "a" | "o" } & (
  | {
      readonly type: "price";
      readonly symbol: string;
      readonly isMore: boolean;
      readonly px: Px;
      readonly triggerMethod?: TriggerMethod | undefined;
    }
  | { readonly type: "time"; readonly isMore: boolean; readonly us: Us }
  /** The cushion of the account, (equity − maintenance margin) ÷ equity, in whole percent. */
  | { readonly type: "margin"; readonly isMore: boolean; readonly percent: number }
  /** Change from the last session's close; the ratio in micros of 1 (5 % = 50_000). */
  | {
      readonly type: "percent";
      readonly symbol: string;
      readonly isMore: boolean;
      readonly changeMicros: number;
      /** The close before the first session that the broker sees: it knows the later ones itself. */
      readonly firstClosePx?: Px | undefined;
    }
  /** Volume of the session so far. */
  | { readonly type: "volume"; readonly symbol: string; readonly isMore: boolean; readonly volume: Qty }
  /** An execution in the symbol after the order came in. */
  | { readonly type: "execution"; readonly symbol: string }
);

/** Strategies of IB's that are worked: Twap, Vwap, Adaptive. Parameters as the client sent them; times, where it sent some, read. */
export type OrderAlgo = {
  readonly strategy: string;
  readonly params: readonly (readonly [tag: string, value: string])[];
  readonly startUs?: Us | undefined;
  readonly endUs?: Us | undefined;
};

/** Carried and told again; not worked. */
export type OrderScale = {
  readonly initLevelQty?: Qty | undefined;
  readonly subsLevelQty?: Qty | undefined;
  readonly priceIncrementPx?: Px | undefined;
};

/** What a client asks for. A request with the id of a working order of the same client modifies that order. */
export type OrderRequest = {
  readonly clientId: number;
  readonly ibOrderId: number;
  /** The client's own name for it, our clOrdId; may be empty. */
  readonly orderRef: string;
  /** The broker's first account where it is absent. */
  readonly account?: string | undefined;
  readonly symbol: string;
  readonly side: BrokerSide;
  readonly orderQty: Qty;
  readonly ordType: BrokerOrdType;
  /** LMT, STP LMT, LIT, LOC; the cap of REL and MIDPRICE, absent: none; the first limit of TRAIL LIMIT. */
  readonly lmtPx?: Px | undefined;
  /** Trigger of STP, STP LMT, MIT, LIT. */
  readonly stopPx?: Px | undefined;
  readonly timeInForce: BrokerTimeInForce;
  /** ibOrderId of the entry that this order protects. */
  readonly parentIbOrderId?: number | undefined;
  /** A fill of one order of the group ends or reduces the others, by `ocaType`. */
  readonly ocaGroup?: string | undefined;
  readonly ocaType?: OcaType | undefined;
  /** False: staged, until a member of the same family that transmits arrives. */
  readonly transmit: boolean;

  /** Distance of TRAIL and TRAIL LIMIT: one of the two; the ratio in micros of 1 (1 % = 10_000). */
  readonly trailingAmount?: Px | undefined;
  readonly trailingMicros?: number | undefined;
  /** Where a trailing stop begins; from the market's price where it is absent. */
  readonly trailStopPx?: Px | undefined;
  /** TRAIL LIMIT: how far the limit lies behind the stop. */
  readonly lmtPxOffset?: Px | undefined;
  readonly triggerMethod?: TriggerMethod | undefined;

  /** Held until then. */
  readonly goodAfterUs?: Us | undefined;
  /** Needed by GTD: ends then. */
  readonly goodTillUs?: Us | undefined;
  /** Works, and triggers, outside regular hours too. */
  readonly outsideRth?: boolean | undefined;
  readonly conditions?: readonly OrderCondition[] | undefined;
  /** Conditions are looked at outside regular hours too. */
  readonly conditionsIgnoreRth?: boolean | undefined;
  /** Conditions that are met cancel the order; else they let it work. */
  readonly conditionsCancelOrder?: boolean | undefined;

  readonly allOrNone?: boolean | undefined;
  /** The first fill is of at least so many. */
  readonly minQty?: Qty | undefined;
  readonly hidden?: boolean | undefined;
  /** Iceberg: shown at once. */
  readonly displayQty?: Qty | undefined;
  /** LMT: takes the other side up to so far beyond its limit. */
  readonly discretionaryAmount?: Px | undefined;
  /** REL: how far better than the quote of its own side; one of the two; the ratio in micros of 1. */
  readonly pegOffsetPx?: Px | undefined;
  readonly percentOffsetMicros?: number | undefined;

  /** 1: the broker holds the shares of a short sale, 2: they come from elsewhere. */
  readonly shortSaleSlot?: 0 | 1 | 2 | undefined;
  /** Margins and commission are told, nothing is placed. */
  readonly whatIf?: boolean | undefined;
  readonly algo?: OrderAlgo | undefined;
  readonly scale?: OrderScale | undefined;
  /** What else the client said, or how it said it: not looked at, told again. */
  readonly carried?: JsonValue | undefined;
};

/** Margins and commission of an order that was only asked about. Money of the account's currency. */
export type WhatIfMargins = {
  readonly initMarginBefore: Money;
  readonly maintMarginBefore: Money;
  readonly equityBefore: Money;
  readonly initMarginAfter: Money;
  readonly maintMarginAfter: Money;
  readonly equityAfter: Money;
  /** What it would be charged, as far as the plan lets one say; else the least and the most. */
  readonly commission?: Money | undefined;
  readonly minCommission?: Money | undefined;
  readonly maxCommission?: Money | undefined;
  /** Why the order would be rejected. */
  readonly warning?: string | undefined;
};
