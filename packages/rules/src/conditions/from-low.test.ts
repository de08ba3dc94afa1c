import { testCondition } from "../testing/condition-test.ts";
import { someFacts } from "../testing/facts.ts";

testCondition("fromLow", {
  holds: [["{ min: 1.52, max: 1.53 }", someFacts()]],
  fails: [["{ max: 1.52 }", someFacts()]],
  unknown: [["{ min: -100 }", someFacts({ day: undefined })]],
});
