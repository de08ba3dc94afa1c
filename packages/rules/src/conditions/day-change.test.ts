import { testCondition } from "../testing/condition-test.ts";
import { someFacts } from "../testing/facts.ts";

testCondition("dayChange", {
  holds: [["{ min: 2.04, max: 2.05 }", someFacts()]],
  fails: [["{ max: 2.04 }", someFacts()]],
  unknown: [["{ min: -100 }", someFacts({ previousClosePx: undefined })]],
});
