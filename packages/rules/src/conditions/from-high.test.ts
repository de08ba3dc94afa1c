import { testCondition } from "../testing/condition-test.ts";
import { someFacts } from "../testing/facts.ts";

testCondition("fromHigh", {
  holds: [["{ min: 0.99, max: 1 }", someFacts()]],
  fails: [["{ min: 1 }", someFacts()]],
  unknown: [["{ min: -100 }", someFacts({ day: undefined })]],
});
