import { testCondition } from "../testing/condition-test.ts";
import { NOTHING_KNOWN, someFacts } from "../testing/facts.ts";

testCondition("dayPnl", {
  holds: [["{ min: 250, max: 250 }", someFacts()]],
  fails: [["{ max: 249.99 }", someFacts()]],
  unknown: [["{ min: -1000 }", NOTHING_KNOWN]],
});
