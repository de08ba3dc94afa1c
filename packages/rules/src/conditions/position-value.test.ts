import { micros, qty } from "@bowline/kernel";
import { at, dollars } from "@bowline/testkit";
import { testCondition } from "../testing/condition-test.ts";
import { someFacts } from "../testing/facts.ts";

const held = (quantity: string, avgPx: string) =>
  someFacts({ position: { quantity: qty(micros(quantity)), enteredUs: at(60), avgPx: dollars(avgPx) } });

testCondition("positionValue", {
  holds: [
    ["{ min: 10000, max: 10000 }", held("-100", "80")],
    ["{ max: 0 }", someFacts()],
  ],
  fails: [["{ max: 9999.99 }", held("100", "80")]],
  unknown: [["{ max: 1000000 }", { ...held("100", "80"), quote: undefined }]],
});
