import type { z } from "@bowline/config";
import type { Money, Px, Qty } from "@bowline/kernel";

/** What a size rests on. */
export type SizingFacts = {
  readonly equity: Money;
  /** Confidence of the prediction in micros of 1; `undefined` where there is none. */
  readonly confidence: number | undefined;
  /** The worst price that the entry accepts. */
  readonly worstPx: Px;
  /** What one share loses from the worst price to the stop, in micros; positive. */
  readonly riskPerShare: Px;
  /** What one share wins from the worst price to the target, in micros; at least 1. */
  readonly rewardPerShare: Px;
  /** ATR(14) of one-minute bars in micros, a double; `undefined` while it warms up. */
  readonly atr: number | undefined;
};

/** One named step of the reasoning, for the decision record. */
export type SizingStep = { readonly key: string; readonly value: string };

export type Sized = {
  /** Whole shares; 0 where the budget buys none. */
  readonly orderQty: Qty;
  readonly steps: readonly SizingStep[];
};

export type Sizing<S extends z.ZodType = z.ZodType> = {
  /** Name in rule files. */
  readonly name: string;
  /** How many shares, for the reference page. */
  readonly doc: string;
  readonly schema: S;
  /** Whether it cannot be done without the ATR. */
  readonly restsOnAtr?: boolean;
  size(params: z.output<S>, facts: SizingFacts): Sized;
};

export const defineSizing = <S extends z.ZodType>(sizing: Sizing<S>): Sizing<S> => sizing;
