import { testCondition } from "../testing/condition-test.ts";
import { NOTHING_KNOWN, someFacts } from "../testing/facts.ts";

testCondition("netExposure", {
  holds: [["{ min: 20, max: 20 }", someFacts()]],
  fails: [["{ max: 19.9999 }", someFacts()]],
  unknown: [["{ max: 400 }", NOTHING_KNOWN]],
});
