import { testCondition } from "../testing/condition-test.ts";
import { someFacts } from "../testing/facts.ts";

testCondition("groupLead", {
  holds: [["{ min: 1.04, max: 1.05 }", someFacts()]],
  fails: [["{ min: 1.05 }", someFacts()]],
  unknown: [["{ min: -100 }", someFacts({ peers: undefined })]],
});
