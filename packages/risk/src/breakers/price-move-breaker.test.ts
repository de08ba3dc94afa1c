import { priceMoveBreaker } from "./price-move-breaker.ts";
import { breaksBy, ratio } from "../breaking/test-laws.ts";

breaksBy(priceMoveBreaker, {
  limits: { breakerFiveMinuteMove: ratio("0.05") },
  over: {
    "the limit": [{ fiveMinuteMove: () => ratio("0.05") }, { fiveMinuteMove: "0.05", breakerFiveMinuteMove: "0.05" }],
  },
  near: {
    "a move in the first two minutes": { watchedUs: 119_999_999, fiveMinuteMove: () => ratio("0.06") },
    "just under it": { fiveMinuteMove: () => ratio("0.049999") },
  },
  calm: { "a fifth below": { fiveMinuteMove: () => ratio("0.04") } },
  missing: { fiveMinuteMove: { fiveMinuteMove: () => undefined } },
});
