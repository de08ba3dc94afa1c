import { aSignal, dollars } from "@bowline/testkit";
import { testCondition } from "../testing/condition-test.ts";
import { someFacts } from "../testing/facts.ts";

const stopAt = (px: string) => someFacts({ prediction: aSignal({ stopPx: dollars(px) }) });

testCondition("predictionStop", {
  holds: [
    ["{ max: 1.5 }", stopAt("98.5")],
    ["{ min: 1.5 }", stopAt("101.5")],
  ],
  fails: [["{ max: 1.4999 }", stopAt("98.5")]],
  unknown: [
    ["{ max: 5 }", someFacts()],
    ["{ max: 5 }", { ...stopAt("98"), quote: undefined }],
  ],
});
