import { at } from "@bowline/testkit";
import { NEVER_FIRED } from "../facts.ts";
import { testCondition } from "../testing/condition-test.ts";
import { someFacts } from "../testing/facts.ts";

const fired = (second: number) => someFacts({ history: { ...NEVER_FIRED, inSession: 1, firedUs: at(second) } });

testCondition("sinceFired", {
  holds: [
    ["{ minMinutes: 5 }", fired(300)],
    ["{ minMinutes: 5 }", someFacts()],
  ],
  fails: [["{ minMinutes: 5 }", fired(301)]],
  unknown: "never",
});
