import { testCondition } from "../testing/condition-test.ts";
import { NOTHING_KNOWN, someFacts } from "../testing/facts.ts";

testCondition("price", {
  holds: [["{ min: 100, max: 100 }", someFacts()]],
  fails: [["{ max: 99.99 }", someFacts()]],
  unknown: [["{ min: 0 }", NOTHING_KNOWN]],
});
