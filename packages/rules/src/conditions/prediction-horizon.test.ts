import { testCondition } from "../testing/condition-test.ts";
import { NOTHING_KNOWN, someFacts } from "../testing/facts.ts";

testCondition("predictionHorizon", {
  holds: [["{ min: 15, max: 15 }", someFacts()]],
  fails: [
    ["{ min: 16 }", someFacts()],
    ["{ max: 14 }", someFacts()],
  ],
  unknown: [["{ min: 1 }", NOTHING_KNOWN]],
});
