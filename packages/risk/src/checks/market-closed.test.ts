import { us } from "@bowline/kernel";
import { aClock, T0, T0_CLOSE } from "@bowline/testkit";
import { holdsTo } from "../test-laws.ts";
import { marketClosed } from "./market-closed.ts";

holdsTo(marketClosed, {
  limits: {},
  passes: { "the open": { nowUs: T0 }, "the microsecond before the close": { nowUs: us(T0_CLOSE - 1) } },
  denies: {
    "the close": [{ nowUs: T0_CLOSE }, { phase: "REGULAR" }],
    "the microsecond before the open": [{ nowUs: us(T0 - 1) }, { phase: "REGULAR" }],
    "another phase": [{ clock: aClock({ phase: "POST" }) }, { phase: "POST" }],
  },
  needs: {
    session: [
      { clock: undefined },
      { clock: aClock({ openUs: undefined }) },
      { clock: aClock({ closeUs: undefined }) },
    ],
  },
  exit: "is asked",
});
