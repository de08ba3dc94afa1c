import { testCondition } from "../testing/condition-test.ts";
import { someFacts } from "../testing/facts.ts";

testCondition("dayVolume", {
  holds: [["{ min: 5000 }", someFacts()]],
  fails: [["{ min: 5000.000001 }", someFacts()]],
  unknown: [["{ min: 0 }", someFacts({ day: undefined })]],
});
