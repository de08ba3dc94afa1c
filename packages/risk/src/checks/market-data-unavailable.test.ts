import { holdsTo } from "../test-laws.ts";
import { marketDataUnavailable } from "./market-data-unavailable.ts";

holdsTo(marketDataUnavailable, {
  limits: {},
  passes: { "good data": { availability: "AVAILABLE" } },
  denies: {
    "data that warm up": [{ availability: "WARMING_UP" }, { availability: "WARMING_UP" }],
    silence: [{ availability: "SILENT" }, { availability: "SILENT" }],
    "no line": [{ availability: "NO_LINE" }, { availability: "NO_LINE" }],
  },
  needs: { availability: { availability: undefined } },
  exit: "passes",
});
