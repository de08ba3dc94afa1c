import { testCondition } from "../testing/condition-test.ts";
import { NOTHING_KNOWN, someFacts } from "../testing/facts.ts";

testCondition("cash", {
  holds: [["{ min: 40000 }", someFacts()]],
  fails: [["{ min: 40000.01 }", someFacts()]],
  unknown: [["{ min: 0 }", NOTHING_KNOWN]],
});
