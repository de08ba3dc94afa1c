import { NEVER_FIRED } from "../facts.ts";
import { testCondition } from "../testing/condition-test.ts";
import { someFacts } from "../testing/facts.ts";

testCondition("firedInPosition", {
  holds: [["{ min: 3 }", someFacts({ history: { ...NEVER_FIRED, inPosition: 3 } })]],
  fails: [["{ max: 2 }", someFacts({ history: { ...NEVER_FIRED, inPosition: 3 } })]],
  unknown: "never",
});
