import { testCondition } from "../testing/condition-test.ts";
import { NOTHING_KNOWN, someFacts } from "../testing/facts.ts";

testCondition("tradingState", {
  holds: [["{ is: ACTIVE }", someFacts()]],
  fails: [["{ is: HALTED }", someFacts()]],
  unknown: [["{ is: ACTIVE }", NOTHING_KNOWN]],
});
