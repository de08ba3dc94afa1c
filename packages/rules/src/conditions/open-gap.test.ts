import { testCondition } from "../testing/condition-test.ts";
import { someFacts } from "../testing/facts.ts";

testCondition("openGap", {
  holds: [["{ min: 1.02, max: 1.03 }", someFacts()]],
  fails: [["{ max: 1.02 }", someFacts()]],
  unknown: [
    ["{ min: -100 }", someFacts({ previousClosePx: undefined })],
    ["{ min: -100 }", someFacts({ day: undefined })],
  ],
});
