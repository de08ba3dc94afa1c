import { testCondition } from "../testing/condition-test.ts";
import { someFacts } from "../testing/facts.ts";

testCondition("groupRank", {
  holds: [["{ max: 2 }", someFacts()]],
  fails: [["{ max: 1 }", someFacts()]],
  unknown: [["{ max: 100 }", someFacts({ peers: undefined })]],
});
