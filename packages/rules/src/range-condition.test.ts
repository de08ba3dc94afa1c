import { micros, qty } from "@bowline/kernel";
import { aSignal, at, dollars } from "@bowline/testkit";
import { NEVER_FIRED } from "./facts.ts";
import { testCondition } from "./testing/condition-test.ts";
import { NOTHING_KNOWN, someFacts } from "./testing/facts.ts";

// Every condition that is a range or a yes: one file of tests, as each file costs a second to start.

const held = (quantity: string, avgPx: string) =>
  someFacts({ position: { quantity: qty(micros(quantity)), enteredUs: at(60), avgPx: dollars(avgPx) } });
const stopAt = (px: string) => someFacts({ prediction: aSignal({ stopPx: dollars(px) }) });
const fired = (inSession: number, inPosition: number) =>
  someFacts({ history: { ...NEVER_FIRED, inSession, inPosition } });

testCondition("predictionAge", {
  holds: [
    ["{ max: 10 }", someFacts()],
    ["{ min: 10 }", someFacts()],
  ],
  fails: [
    ["{ max: 9 }", someFacts()],
    ["{ min: 11 }", someFacts()],
  ],
  unknown: [["{ max: 10 }", NOTHING_KNOWN]],
});

testCondition("predictionHorizon", {
  holds: [["{ min: 15, max: 15 }", someFacts()]],
  fails: [
    ["{ min: 16 }", someFacts()],
    ["{ max: 14 }", someFacts()],
  ],
  unknown: [["{ min: 1 }", NOTHING_KNOWN]],
});

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

testCondition("firedInSession", {
  holds: [
    ["{ max: 2 }", fired(2, 0)],
    ["{ max: 0 }", NOTHING_KNOWN],
  ],
  fails: [
    ["{ max: 1 }", fired(2, 0)],
    ["{ min: 1 }", someFacts()],
  ],
  unknown: "never",
});

testCondition("firedInPosition", {
  holds: [["{ min: 3 }", fired(0, 3)]],
  fails: [["{ max: 2 }", fired(0, 3)]],
  unknown: "never",
});

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

testCondition("positionSize", {
  holds: [
    ["{ min: 100, max: 100 }", held("-100", "80")],
    ["{ max: 0 }", someFacts()],
  ],
  fails: [["{ min: 101 }", held("100", "80")]],
  unknown: [["{ min: 0 }", NOTHING_KNOWN]],
});

testCondition("positionValue", {
  holds: [
    ["{ min: 10000, max: 10000 }", held("-100", "80")],
    ["{ max: 0 }", someFacts()],
  ],
  fails: [["{ max: 9999.99 }", held("100", "80")]],
  unknown: [["{ max: 1000000 }", { ...held("100", "80"), quote: undefined }]],
});

testCondition("openPositions", {
  holds: [["{ max: 2 }", someFacts()]],
  fails: [["{ max: 1 }", someFacts()]],
  unknown: [["{ max: 5 }", NOTHING_KNOWN]],
});

testCondition("longPositions", {
  holds: [["{ min: 1, max: 1 }", someFacts()]],
  fails: [["{ max: 0 }", someFacts()]],
  unknown: [["{ max: 5 }", NOTHING_KNOWN]],
});

testCondition("shortPositions", {
  holds: [["{ min: 1, max: 1 }", someFacts()]],
  fails: [["{ max: 0 }", someFacts()]],
  unknown: [["{ max: 5 }", NOTHING_KNOWN]],
});

testCondition("unrealizedPnl", {
  holds: [["{ min: -12.5 }", someFacts()]],
  fails: [
    ["{ min: -12.49 }", someFacts()],
    ["{ max: -12.51 }", someFacts()],
  ],
  unknown: [["{ min: -1000 }", NOTHING_KNOWN]],
});

testCondition("dayPnl", {
  holds: [["{ min: 250, max: 250 }", someFacts()]],
  fails: [["{ max: 249.99 }", someFacts()]],
  unknown: [["{ min: -1000 }", NOTHING_KNOWN]],
});

testCondition("grossExposure", {
  holds: [["{ max: 60 }", someFacts()]],
  fails: [["{ max: 59.9999 }", someFacts()]],
  unknown: [
    ["{ max: 400 }", NOTHING_KNOWN],
    ["{ max: 400 }", someFacts({ equity: undefined })],
  ],
});

testCondition("netExposure", {
  holds: [["{ min: 20, max: 20 }", someFacts()]],
  fails: [["{ max: 19.9999 }", someFacts()]],
  unknown: [["{ max: 400 }", NOTHING_KNOWN]],
});

testCondition("cash", {
  holds: [["{ min: 40000 }", someFacts()]],
  fails: [["{ min: 40000.01 }", someFacts()]],
  unknown: [["{ min: 0 }", NOTHING_KNOWN]],
});

testCondition("price", {
  holds: [["{ min: 100, max: 100 }", someFacts()]],
  fails: [["{ max: 99.99 }", someFacts()]],
  unknown: [["{ min: 0 }", NOTHING_KNOWN]],
});

testCondition("dayChange", {
  holds: [["{ min: 2.04, max: 2.05 }", someFacts()]],
  fails: [["{ max: 2.04 }", someFacts()]],
  unknown: [["{ min: -100 }", someFacts({ previousClosePx: undefined })]],
});

testCondition("openGap", {
  holds: [["{ min: 1.02, max: 1.03 }", someFacts()]],
  fails: [["{ max: 1.02 }", someFacts()]],
  unknown: [
    ["{ min: -100 }", someFacts({ previousClosePx: undefined })],
    ["{ min: -100 }", someFacts({ day: undefined })],
  ],
});

testCondition("fromOpen", {
  holds: [["{ min: 1.01, max: 1.02 }", someFacts()]],
  fails: [["{ max: 1.01 }", someFacts()]],
  unknown: [["{ min: -100 }", someFacts({ day: undefined })]],
});

testCondition("fromHigh", {
  holds: [["{ min: 0.99, max: 1 }", someFacts()]],
  fails: [["{ min: 1 }", someFacts()]],
  unknown: [["{ min: -100 }", someFacts({ day: undefined })]],
});

testCondition("fromLow", {
  holds: [["{ min: 1.52, max: 1.53 }", someFacts()]],
  fails: [["{ max: 1.52 }", someFacts()]],
  unknown: [["{ min: -100 }", someFacts({ day: undefined })]],
});

testCondition("dayRange", {
  holds: [["{ min: 2.52, max: 2.53 }", someFacts()]],
  fails: [["{ max: 2.52 }", someFacts()]],
  unknown: [["{ min: 0 }", someFacts({ day: undefined })]],
});

testCondition("dayVolume", {
  holds: [["{ min: 5000 }", someFacts()]],
  fails: [["{ min: 5000.000001 }", someFacts()]],
  unknown: [["{ min: 0 }", someFacts({ day: undefined })]],
});

testCondition("atrDollars", {
  holds: [["{ min: 0.2, max: 0.2 }", someFacts()]],
  fails: [["{ min: 0.200001 }", someFacts()]],
  unknown: [["{ min: 0 }", someFacts({ atr: undefined })]],
});

testCondition("exiting", {
  holds: [
    ["{ is: true }", someFacts({ exiting: true })],
    ["{ is: false }", NOTHING_KNOWN],
  ],
  fails: [["{ is: true }", someFacts()]],
  unknown: "never",
});

testCondition("halted", {
  holds: [["{ is: false }", someFacts()]],
  fails: [["{ is: true }", someFacts()]],
  unknown: [["{ is: true }", NOTHING_KNOWN]],
});

testCondition("feedAlive", {
  holds: [["{ is: true }", someFacts()]],
  fails: [["{ is: false }", someFacts()]],
  unknown: [["{ is: true }", NOTHING_KNOWN]],
});

testCondition("earlyClose", {
  holds: [["{ is: false }", someFacts()]],
  fails: [["{ is: true }", someFacts()]],
  unknown: [["{ is: false }", NOTHING_KNOWN]],
});

testCondition("regularHours", {
  holds: [["{ is: true }", someFacts()]],
  fails: [["{ is: false }", someFacts()]],
  unknown: [["{ is: true }", NOTHING_KNOWN]],
});
