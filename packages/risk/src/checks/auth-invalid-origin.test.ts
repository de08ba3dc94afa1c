import { holdsTo } from "../test-laws.ts";
import { authInvalidOrigin } from "./auth-invalid-origin.ts";

holdsTo(authInvalidOrigin, {
  limits: {},
  passes: { "the strategy of its group": {}, "the desk of its group": { machine: "desk.tech" } },
  denies: {
    "the strategy of another group": [{ machine: "strategy.banks" }, { machine: "strategy.banks", group: "tech" }],
    "another service": [{ machine: "portfolio" }, { machine: "portfolio", group: "tech" }],
  },
  exit: "is asked",
});
