import { aSignal, dollars } from "@bowline/testkit";
import { testCondition } from "../testing/condition-test.ts";
import { NOTHING_KNOWN, someFacts } from "../testing/facts.ts";

const towards = (direction: "LONG" | "SHORT" | "FLAT", px?: string) =>
  someFacts({ prediction: aSignal({ direction, ...(px === undefined ? {} : { targetPx: dollars(px) }) }) });

testCondition("predictionTarget", {
  holds: [
    ["{ minPercent: 1.5 }", towards("LONG", "101.5")],
    ["{ minPercent: 1.5 }", towards("SHORT", "98.5")],
  ],
  fails: [
    ["{ minPercent: 1.5001 }", towards("LONG", "101.5")],
    ["{ minPercent: 0 }", towards("SHORT", "101.5")],
    ["{ minPercent: 0 }", towards("FLAT", "101.5")],
  ],
  unknown: [
    ["{ minPercent: 1 }", towards("LONG")],
    ["{ minPercent: 1 }", NOTHING_KNOWN],
  ],
});
