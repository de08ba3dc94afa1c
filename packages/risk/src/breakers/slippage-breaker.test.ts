import { slippageBreaker } from "./slippage-breaker.ts";
import { breaksBy, ratio } from "../breaking/test-laws.ts";

breaksBy(slippageBreaker, {
  limits: { breakerSlippage: ratio("0.002") },
  over: { "the limit": [{ slippage: ratio("0.002") }, { slippage: "0.002", breakerSlippage: "0.002" }] },
  near: { "just under it": { slippage: ratio("0.001999") } },
  calm: { "too few fills to tell": { slippage: undefined }, "a fifth below": { slippage: ratio("0.0016") } },
});
