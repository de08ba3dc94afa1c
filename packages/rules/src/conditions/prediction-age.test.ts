import { testCondition } from "../testing/condition-test.ts";
import { NOTHING_KNOWN, someFacts } from "../testing/facts.ts";

testCondition("predictionAge", {
  holds: [
    ["{ max: 10 }", someFacts()],
    ["{ min: 10 }", someFacts()],
  ],
  fails: [
    ["{ max: 9 }", someFacts()],
    ["{ min: 11 }", someFacts()],
  ],
  unknown: [["{ max: 10 }", NOTHING_KNOWN]],
});
