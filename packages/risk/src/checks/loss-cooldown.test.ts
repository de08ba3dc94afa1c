import { holdsTo } from "../test-laws.ts";
import { later } from "../test-view.ts";
import { lossCooldown } from "./loss-cooldown.ts";

holdsTo(lossCooldown, {
  limits: { maxSymbolLosses: 3, maxStrategyLosses: 5, lossCooldownMinutes: 30 },
  passes: {
    "two losses of the symbol": { symbolLosses: { losses: 2, lastUs: later(0) } },
    "three, half an hour ago": { symbolLosses: { losses: 3, lastUs: later(-1_800_000_000) } },
    "four of the strategy": { strategyLosses: { losses: 4, lastUs: later(0) } },
  },
  denies: {
    "three of the symbol, a moment less ago": [
      { symbolLosses: { losses: 3, lastUs: later(-1_799_999_999) } },
      { symbolLosses: "3", maxSymbolLosses: "3" },
    ],
    "three, nobody knows when": [
      { symbolLosses: { losses: 3, lastUs: undefined } },
      { symbolLosses: "3", maxSymbolLosses: "3" },
    ],
    "five of the strategy": [
      { strategyLosses: { losses: 5, lastUs: later(0) } },
      { strategyLosses: "5", maxStrategyLosses: "5" },
    ],
  },
  exit: "passes",
  waived: { maxSymbolLosses: "waived", maxStrategyLosses: "waived" },
});
