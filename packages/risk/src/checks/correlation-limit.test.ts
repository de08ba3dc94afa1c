import { holdsTo } from "../test-laws.ts";
import { cash, ratio } from "../test-view.ts";
import { correlationLimit } from "./correlation-limit.ts";

holdsTo(correlationLimit, {
  limits: { clusterCorrelation: ratio("0.7"), maxClusterExposure: ratio("0.5") },
  passes: {
    "half of the equity": { clusterAt: () => cash("12500") },
    "what moves by itself": { clusterAt: (correlation) => cash(correlation === ratio("0.7") ? "12500" : "99999") },
  },
  denies: {
    "a cent more": [
      { clusterAt: () => cash("12500.01") },
      { clusterExposure: "12500.01", maxClusterExposure: "12500" },
    ],
  },
  needs: { clusterExposure: { clusterAt: () => undefined }, equity: { equity: undefined } },
  exit: "passes",
  waived: { maxClusterExposure: "waived" },
});
