import { testCondition } from "../testing/condition-test.ts";
import { someFacts } from "../testing/facts.ts";

testCondition("atrDollars", {
  holds: [["{ min: 0.2, max: 0.2 }", someFacts()]],
  fails: [["{ min: 0.200001 }", someFacts()]],
  unknown: [["{ min: 0 }", someFacts({ atr: undefined })]],
});
