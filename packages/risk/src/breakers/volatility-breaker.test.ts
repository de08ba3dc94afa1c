import { volatilityBreaker } from "./volatility-breaker.ts";
import { breaksBy, ratio } from "../breaking/test-laws.ts";

breaksBy(volatilityBreaker, {
  limits: { breakerMinuteSigmas: ratio("8") },
  over: { "the limit": [{ minuteSigmas: () => ratio("8") }, { minuteSigmas: "8", breakerMinuteSigmas: "8" }] },
  near: { "just under it": { minuteSigmas: () => ratio("7.9") } },
  calm: { "a fifth below": { minuteSigmas: () => ratio("6.4") } },
  missing: { minuteSigmas: { minuteSigmas: () => undefined } },
});
