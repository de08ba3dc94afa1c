import { testCondition } from "../testing/condition-test.ts";
import { NOTHING_KNOWN, someFacts } from "../testing/facts.ts";

testCondition("grossExposure", {
  holds: [["{ max: 60 }", someFacts()]],
  fails: [["{ max: 59.9999 }", someFacts()]],
  unknown: [
    ["{ max: 400 }", NOTHING_KNOWN],
    ["{ max: 400 }", someFacts({ equity: undefined })],
  ],
});
