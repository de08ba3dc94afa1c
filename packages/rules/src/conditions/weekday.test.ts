import { testCondition } from "../testing/condition-test.ts";
import { NOTHING_KNOWN, someFacts } from "../testing/facts.ts";

testCondition("weekday", {
  holds: [
    ["{ is: FRI }", someFacts()],
    ["{ is: [MON, FRI] }", someFacts()],
  ],
  fails: [["{ is: [MON, TUE] }", someFacts()]],
  unknown: [["{ is: FRI }", NOTHING_KNOWN]],
});
