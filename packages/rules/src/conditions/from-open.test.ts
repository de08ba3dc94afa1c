import { testCondition } from "../testing/condition-test.ts";
import { someFacts } from "../testing/facts.ts";

testCondition("fromOpen", {
  holds: [["{ min: 1.01, max: 1.02 }", someFacts()]],
  fails: [["{ max: 1.01 }", someFacts()]],
  unknown: [["{ min: -100 }", someFacts({ day: undefined })]],
});
