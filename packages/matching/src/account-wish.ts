import type { Money } from "@bowline/kernel";
import type { MarginTerms } from "./margin-terms.ts";

/** One account of a login. */
export type AccountWish = {
  readonly accountId: string;
  /** At the start. */
  readonly cash: Money;
  /** Absent: the broker's plain rule, a gross position value of four times the equity. */
  readonly margin?: MarginTerms | undefined;
};
