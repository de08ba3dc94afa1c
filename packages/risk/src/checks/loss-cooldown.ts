import type { Streak } from "../facts/round-trips.ts";
import { US_PER_MINUTE } from "@bowline/kernel";
import { defineCheck, deny, pass } from "../define-check.ts";
import { together } from "../at-most.ts";
import { countLimit, isUnder, WAIVED, type Waived } from "../limits/limit.ts";

/** Denies entries for a while after several losing round trips in a row, of the symbol or of the strategy. */
export const lossCooldown = defineCheck({
  code: "LOSS_COOLDOWN",
  doc: "The symbol and the strategy have not lost several times in a row a moment ago.",
  remedy: "Wait; a round trip that gains begins anew.",
  exemptsReducing: true,
  limits: {
    maxSymbolLosses: countLimit("Losing round trips of a symbol in a row after which it rests.", {
      careful: 3,
      normal: 5,
    }),
    maxStrategyLosses: countLimit("Losing round trips of a strategy in a row after which it rests.", {
      careful: 5,
      normal: 20,
    }),
    lossCooldownMinutes: countLimit("Minutes of rest after the last of them.", { careful: 30, normal: 15 }, "least"),
  },
  check: ({ symbolLosses, strategyLosses, nowUs }, { maxSymbolLosses, maxStrategyLosses, lossCooldownMinutes }) => {
    const rests = ({ losses, lastUs }: Streak, most: number | Waived): boolean =>
      most !== WAIVED &&
      losses >= Math.max(1, most) &&
      // Losses of nobody knows when were just now.
      (lastUs === undefined || isUnder((nowUs - lastUs) / US_PER_MINUTE, lossCooldownMinutes));
    return together(
      rests(symbolLosses, maxSymbolLosses)
        ? deny({ symbolLosses: String(symbolLosses.losses), maxSymbolLosses: String(maxSymbolLosses) })
        : pass,
      rests(strategyLosses, maxStrategyLosses)
        ? deny({ strategyLosses: String(strategyLosses.losses), maxStrategyLosses: String(maxStrategyLosses) })
        : pass,
    );
  },
});
