import type { ChangeTerms } from "@bowline/contracts";
import { px, qty } from "@bowline/kernel";
import { usageFailure } from "./command.ts";
import { trailOf } from "./order-wish.ts";
import { microsOf, termsTyped } from "./term-flags.ts";

/** The flags of `./bowline replace`, as they were typed. */
export type ChangeFlags = {
  readonly qty?: string;
  readonly limit?: string;
  readonly stop?: string;
  readonly trail?: string;
  readonly offset?: string;
  readonly display?: string;
  readonly till?: string;
};

/** What a person typed, as a change of a working order. Throws with what is wrong before anything is journaled. */
export function changeTyped({ qty: quantity, limit, stop, trail, offset, display, till }: ChangeFlags): ChangeTerms {
  const terms: ChangeTerms = {
    ...(quantity === undefined ? {} : { orderQty: qty(microsOf("--qty", quantity)) }),
    ...(limit === undefined ? {} : { lmtPx: px(microsOf("--limit", limit)) }),
    ...(stop === undefined ? {} : { stopPx: px(microsOf("--stop", stop)) }),
    ...(trail === undefined ? {} : trailOf(trail)),
    ...(offset === undefined ? {} : { lmtOffset: px(microsOf("--offset", offset)) }),
    ...termsTyped({ display, till }),
  };
  if (Object.keys(terms).length === 0)
    throw usageFailure("say what to change: --qty, --limit, --stop, --trail, --offset, --display or --till");
  return terms;
}
