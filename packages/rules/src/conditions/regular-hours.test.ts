import { testCondition } from "../testing/condition-test.ts";
import { NOTHING_KNOWN, someFacts } from "../testing/facts.ts";

testCondition("regularHours", {
  holds: [["{ is: true }", someFacts()]],
  fails: [["{ is: false }", someFacts()]],
  unknown: [["{ is: true }", NOTHING_KNOWN]],
});
