import { micros, qty } from "@bowline/kernel";
import { at, dollars } from "@bowline/testkit";
import { testCondition } from "../testing/condition-test.ts";
import { NOTHING_KNOWN, someFacts } from "../testing/facts.ts";

const held = (quantity: string, avgPx: string) =>
  someFacts({ position: { quantity: qty(micros(quantity)), enteredUs: at(60), avgPx: dollars(avgPx) } });

testCondition("positionSize", {
  holds: [
    ["{ min: 100, max: 100 }", held("-100", "80")],
    ["{ max: 0 }", someFacts()],
  ],
  fails: [["{ min: 101 }", held("100", "80")]],
  unknown: [["{ min: 0 }", NOTHING_KNOWN]],
});
