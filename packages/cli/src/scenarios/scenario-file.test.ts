import { formatConfigError } from "@bowline/config";
import { expect, it } from "vitest";
import { parseScenarios } from "./scenario-file.ts";

const GOOD = `given: { equity: 50000 }
scenarios:
  - name: one
    steps:
      - at: "10:00"
        expect:
          - { fires: enter, order: { quantity: 5 } }
`;

it("is read with what it does not say filled in", () => {
  const parsed = parseScenarios(GOOD, "x.yaml");
  expect(parsed).toMatchObject({
    ok: true,
    value: [
      {
        given: { equity: 50_000_000_000, symbols: { AAPL: 100_000_000 }, date: "2024-03-04" },
        place: { line: 3, column: 5 },
        steps: [{ at: 600, expectPlaces: [{ line: 7, column: 13 }] }],
      },
    ],
  });
});

it.each([
  ["name: one", "nme: one", "x.yaml:3:5: scenarios[0].name: missing; a sentence that says what is shown is needed"],
  ['"10:00"', '"25:00"', 'x.yaml:5:13: scenarios[0].steps[0].at: a time of day is "HH:MM" in exchange time'],
  [
    '"10:00"',
    '"09:00"',
    "x.yaml:5:13: scenarios[0].steps[0].at: is not after the step before, or lies before the open",
  ],
  ['"10:00"', '"16:00"', "x.yaml:5:13: scenarios[0].steps[0].at: lies after the close at 16:00 on 2024-03-04"],
  ["fires: enter", "fired: enter", "x.yaml:7:15: scenarios[0].steps[0].expect[0].fired: unknown key `fired`"],
  [
    "{ fires: enter, order: { quantity: 5 } }",
    "{ fire: enter }",
    "x.yaml:7:15: scenarios[0].steps[0].expect[0].fire: `fire`: did you mean `fires`?",
  ],
  ["fires: enter", "blocked: enter", "x.yaml:7:31: scenarios[0].steps[0].expect[0].order: unknown key `order`"],
  [
    "quantity: 5",
    "quantity: five",
    "x.yaml:7:48: scenarios[0].steps[0].expect[0].order.quantity: a whole number from 0 to",
  ],
  [
    "quantity: 5",
    "limit: 0.0000001",
    "x.yaml:7:45: scenarios[0].steps[0].expect[0].order.limit: must be at least 0.01",
  ],
  ["quantity: 5 }", "quantity: 5 }, symbol: IBM", "x.yaml:5:9: scenarios[0].steps[0]: `IBM` is not given: AAPL"],
  ["equity: 50000", "equity: rich", "x.yaml:1:18: given.equity: a number is needed"],
  ["equity: 50000", 'date: "2024-03-03"', "x.yaml:1:16: given.date: is no trading day of the exchange"],
  ["equity: 50000", "date: noon", "x.yaml:1:16: given.date: is no trading day of the exchange"],
  ["equity: 50000", "equty: 50000", "x.yaml:1:10: given.equty: unknown key `equty`; did you mean `equity`?"],
  ["equity: 50000", "symbols: {}", "x.yaml:1:19: given.symbols: at least one symbol is needed"],
  [
    "\n        expect:\n          - {",
    "\n        expect: something\n        # {",
    "expect: `nothing`, or a list of what is expected",
  ],
  [
    'at: "10:00"',
    'at: "10:00"\n        prediction: { direction: UP }',
    "scenarios[0].steps[0].prediction[0].direction: `UP`",
  ],
  ["scenarios:", "scenarios: [", "x.yaml:3:11: this does not fit here"],
])("says where %j as %j is wrong", (from, to, expected) => {
  const parsed = parseScenarios(GOOD.replace(from, to), "x.yaml");
  expect(parsed.ok ? [] : parsed.error.map(formatConfigError).join("\n")).toContain(expected);
});
