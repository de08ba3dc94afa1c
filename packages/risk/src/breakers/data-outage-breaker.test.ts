import { dataOutageBreaker } from "./data-outage-breaker.ts";
import { breaksBy, ratio } from "../breaking/test-laws.ts";

breaksBy(dataOutageBreaker, {
  limits: { breakerSilentShare: ratio("0.5"), breakerSilentMs: 15_000 },
  over: {
    "the share": [
      { silentShare: (ms) => (ms === 15_000 ? ratio("0.5") : 0) },
      { silentShare: "0.5", breakerSilentShare: "0.5" },
    ],
  },
  near: { "just under it": { silentShare: () => ratio("0.499999") } },
  calm: { "a fifth below": { silentShare: () => ratio("0.4") } },
  missing: { silentShare: { silentShare: () => undefined } },
});
