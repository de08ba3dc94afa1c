import { testCondition } from "../testing/condition-test.ts";
import { NOTHING_KNOWN, someFacts } from "../testing/facts.ts";

testCondition("openPositions", {
  holds: [["{ max: 2 }", someFacts()]],
  fails: [["{ max: 1 }", someFacts()]],
  unknown: [["{ max: 5 }", NOTHING_KNOWN]],
});
