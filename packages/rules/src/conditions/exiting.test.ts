import { testCondition } from "../testing/condition-test.ts";
import { NOTHING_KNOWN, someFacts } from "../testing/facts.ts";

testCondition("exiting", {
  holds: [
    ["{ is: true }", someFacts({ exiting: true })],
    ["{ is: false }", NOTHING_KNOWN],
  ],
  fails: [["{ is: true }", someFacts()]],
  unknown: "never",
});
