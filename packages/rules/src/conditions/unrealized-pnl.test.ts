import { testCondition } from "../testing/condition-test.ts";
import { NOTHING_KNOWN, someFacts } from "../testing/facts.ts";

testCondition("unrealizedPnl", {
  holds: [["{ min: -12.5 }", someFacts()]],
  fails: [
    ["{ min: -12.49 }", someFacts()],
    ["{ max: -12.51 }", someFacts()],
  ],
  unknown: [["{ min: -1000 }", NOTHING_KNOWN]],
});
