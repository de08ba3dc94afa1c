import { testCondition } from "../testing/condition-test.ts";
import { NOTHING_KNOWN, someFacts } from "../testing/facts.ts";

testCondition("longPositions", {
  holds: [["{ min: 1, max: 1 }", someFacts()]],
  fails: [["{ max: 0 }", someFacts()]],
  unknown: [["{ max: 5 }", NOTHING_KNOWN]],
});
