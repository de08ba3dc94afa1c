import { testCondition } from "../testing/condition-test.ts";
import { NOTHING_KNOWN, someFacts } from "../testing/facts.ts";

testCondition("earlyClose", {
  holds: [["{ is: false }", someFacts()]],
  fails: [["{ is: true }", someFacts()]],
  unknown: [["{ is: false }", NOTHING_KNOWN]],
});
