import { testCondition } from "../testing/condition-test.ts";
import { someFacts } from "../testing/facts.ts";

testCondition("dayRange", {
  holds: [["{ min: 2.52, max: 2.53 }", someFacts()]],
  fails: [["{ max: 2.52 }", someFacts()]],
  unknown: [["{ min: 0 }", someFacts({ day: undefined })]],
});
