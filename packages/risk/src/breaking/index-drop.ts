import type { IndexDrops } from "../limits/index-drop-limit.ts";
import { WAIVED, type Waived } from "../limits/limit.ts";
import type { SystemView } from "./breaker-view.ts";
import { type Reading, calm, measure, worstReading } from "./measure.ts";

type Watched = {
  readonly drops: IndexDrops | Waived;
  /** Name of the limit that says how far each may drop. */
  readonly named: string;
  readonly recovery: number | Waived;
};

/** How far index funds are down on the day, each against its own limit; the worst of them. */
export function indexDrop({ dayMoveOf }: SystemView, { drops, named, recovery }: Watched): Reading {
  if (drops === WAIVED) return calm;
  return worstReading(
    Object.entries(drops).map(([symbol, limit]) => {
      const move = dayMoveOf(symbol);
      const value = move === undefined ? undefined : Math.max(0, -move);
      return measure({ what: `drop${symbol}`, value, limit, named, recovery });
    }),
  );
}
