import { fillUnexpectedBreaker } from "./fill-unexpected-breaker.ts";
import { breaksBy, ratio } from "../breaking/test-laws.ts";

breaksBy(fillUnexpectedBreaker, {
  limits: { breakerFillSlip: ratio("0.03") },
  over: {
    "the slip": [
      { oddFills: [{ clOrdId: "A", contradicts: undefined, slip: ratio("0.03") }] },
      { clOrdId: "A", slip: "0.03", breakerFillSlip: "0.03" },
    ],
    "another side": [
      { oddFills: [{ clOrdId: "B", contradicts: "side", slip: 0 }] },
      { clOrdId: "B", contradicts: "side" },
    ],
  },
  calm: { "a little less slip": { oddFills: [{ clOrdId: "A", contradicts: undefined, slip: ratio("0.029999") }] } },
});
