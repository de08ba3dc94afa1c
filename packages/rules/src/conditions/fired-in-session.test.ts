import { NEVER_FIRED } from "../facts.ts";
import { testCondition } from "../testing/condition-test.ts";
import { NOTHING_KNOWN, someFacts } from "../testing/facts.ts";

testCondition("firedInSession", {
  holds: [
    ["{ max: 2 }", someFacts({ history: { ...NEVER_FIRED, inSession: 2 } })],
    ["{ max: 0 }", NOTHING_KNOWN],
  ],
  fails: [
    ["{ max: 1 }", someFacts({ history: { ...NEVER_FIRED, inSession: 2 } })],
    ["{ min: 1 }", someFacts()],
  ],
  unknown: "never",
});
