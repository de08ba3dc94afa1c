import { holdsTo } from "../test-laws.ts";
import { instrumentUnknown } from "./instrument-unknown.ts";

holdsTo(instrumentUnknown, {
  limits: {},
  passes: { "its own group, resolved by the broker": {} },
  denies: {
    "no group": [{ group: undefined }, { symbol: "AAPL", group: "none" }],
    "another group": [{ group: "banks" }, { symbol: "AAPL", group: "banks" }],
  },
  needs: { instrument: { instrumentResolved: false } },
  exit: "is asked",
});
