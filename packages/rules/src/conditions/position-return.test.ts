import { micros, qty } from "@bowline/kernel";
import { at, dollars } from "@bowline/testkit";
import { testCondition } from "../testing/condition-test.ts";
import { someFacts } from "../testing/facts.ts";

const held = (quantity: string, avgPx: string) =>
  someFacts({ position: { quantity: qty(micros(quantity)), enteredUs: at(60), avgPx: dollars(avgPx) } });

testCondition("positionReturn", {
  holds: [
    ["{ min: 25 }", held("100", "80")],
    ["{ max: -20 }", held("-100", "80")],
    ["{ min: 20 }", held("-100", "125")],
  ],
  fails: [["{ min: 25.0001 }", held("100", "80")]],
  unknown: [
    ["{ min: -100 }", someFacts()],
    ["{ min: -100 }", { ...held("100", "80"), quote: undefined }],
  ],
});
