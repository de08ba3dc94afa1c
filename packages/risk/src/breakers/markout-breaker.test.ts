import { markoutBreaker } from "./markout-breaker.ts";
import { breaksBy, ratio } from "../breaking/test-laws.ts";

breaksBy(markoutBreaker, {
  limits: { breakerMarkout: ratio("0.005") },
  over: { "the limit": [{ markout: ratio("0.005") }, { markout: "0.005", breakerMarkout: "0.005" }] },
  near: { "just under it": { markout: ratio("0.004999") } },
  calm: {
    "too few fills to tell": { markout: undefined },
    "a fifth below": { markout: ratio("0.004") },
    "a market that goes with it": { markout: -ratio("0.1") },
  },
});
