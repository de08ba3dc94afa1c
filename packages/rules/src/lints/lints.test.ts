import { formatConfigError } from "@bowline/config";
import { describe, expect, it, test } from "vitest";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { lintRules } from "../compile.ts";
import { LINTS } from "./index.ts";

/** The findings in a file, without its name. */
function findings(body: string): readonly string[] {
  const found = lintRules(`strategy: test\ndescription: For tests.\ngroups: all\n${body}`, "s.yaml");
  if (!found.ok) throw new Error(found.error.map(formatConfigError).join("\n"));
  return found.value.map(formatConfigError).map((line) => line.slice("s.yaml:".length));
}

const rules = (...all: readonly string[]): string => `rules:\n${all.map((rule) => `  - { ${rule} }\n`).join("")}`;

const SIZE = "size: { riskPerTrade: { equityPercent: 0.1, maxNotionalPercent: 10, maxNotional: 5000 } }";
const enter = (more = "", size = SIZE, bracket = "{ stopAtr: 2, targetAtr: 3 }"): string =>
  `do: { enter: { ${more}order: marketable-limit, collarBps: 5, bracket: ${bracket}, ${size} } }`;
const ENTER = enter();
const EXIT = "do: { exit: {} }";
const EARLY = "session.minutes_to_close >= 20";
const LEAVE = `id: leave, on: clock, when: position.age_minutes > 30, ${EXIT}`;
const ENTRY = `id: a, on: prediction, when: ${EARLY}, ${ENTER}`;
const NAMED = "conditions: { calm: [market.spread_bps < 5], late: [calm] }\n";
const bySession = (indicator: string, when: string): string =>
  `indicators: { x: { ${indicator} } }\n${rules(`id: a, on: bar, when: [${when}], ${EXIT}`)}`;
const parameter = (text: string): string =>
  `parameters: { p: ${text} }\n${rules(`id: a, on: clock, when: market.bid > params.p, ${EXIT}`)}`;
const fixed = (more: string): string => enter("", `size: { quantity: { shares: 10${more} } }`);

/** A file with one mistake, where it is found and with what words; and the file without it. */
const CASES: readonly (readonly [code: string, bad: string, finding: string, good: string])[] = [
  [
    "ALWAYS_TRUE",
    rules(`id: a, on: clock, when: market.bid > 5 || market.bid < 10, ${EXIT}`),
    "5:31: rules[0].when: `market.bid > 5 || market.bid < 10` is true wherever it is known",
    rules(`id: a, on: clock, when: market.bid > 10 || market.bid < 5, ${EXIT}`),
  ],
  [
    "ALWAYS_TRUE",
    rules(`id: a, on: clock, when: prediction.confidence >= 0, ${EXIT}`),
    "5:31: rules[0].when: `prediction.confidence >= 0` is true wherever it is known",
    rules(`id: a, on: clock, when: prediction.confidence > 0, ${EXIT}`),
  ],
  [
    "COLD_INDICATOR",
    bySession("openingRange: { minutes: 30, output: high }", "market.mid > ind.x, session.minutes_since_open < 20"),
    "6:29: rules[0].when: `a` fires until minute 19 of the session, and ind.x has no value before minute 30",
    bySession("openingRange: { minutes: 30, output: high }", "market.mid > ind.x, session.minutes_since_open < 90"),
  ],
  [
    "CONFIDENCE_WITHOUT_PREDICTION",
    rules(
      `id: a, on: bar, cooldownMinutes: 5, when: ${EARLY}, ${fixed(", maxNotional: 10, confidence: { none: 0.5, full: 1 }")}`,
      LEAVE,
    ),
    "5:85: rules[0].do: the size of `a` rests on a confidence, and the rule asks for no prediction",
    rules(
      `id: a, on: bar, cooldownMinutes: 5, when: [${EARLY}, prediction.age_minutes < 5], ${fixed(", maxNotional: 10, confidence: { none: 0.5, full: 1 }")}`,
      LEAVE,
    ),
  ],
  [
    "CONSTANT_CONDITION",
    rules(`id: a, on: clock, when: [1 < 2, market.bid > 1], ${EXIT}`),
    "5:31: rules[0].when: `1 < 2` looks at no fact",
    rules(`id: a, on: clock, when: [market.bid > 1], ${EXIT}`),
  ],
  [
    "CONTRADICTION",
    rules(`id: a, on: clock, when: [market.bid > 70, 'market.ask > 1 && market.bid < 30'], ${EXIT}`),
    "5:31: rules[0].when: `a` never fires: what it requires of market.bid excludes itself",
    rules(`id: a, on: clock, when: [market.bid > 30, 'market.ask > 1 && market.bid < 70'], ${EXIT}`),
  ],
  [
    "CONTRADICTION",
    rules(`id: a, on: clock, when: [market.bid > 70, market.bid <= 70], ${EXIT}`),
    "5:31: rules[0].when: `a` never fires: what it requires of market.bid excludes itself",
    rules(`id: a, on: clock, when: [market.bid > 5, market.bid >= 7, market.bid <= 7], ${EXIT}`),
  ],
  [
    "CONTRADICTION",
    rules(`id: a, on: clock, when: 1 < prediction.confidence, ${EXIT}`),
    "5:31: rules[0].when: `a` never fires: what it requires of prediction.confidence excludes itself",
    rules(`id: a, on: clock, when: 0.9 < prediction.confidence, ${EXIT}`),
  ],
  [
    "DUPLICATE_RULE",
    rules(
      `id: a, priority: 2, mode: edge, on: clock, when: market.bid > 1, ${EXIT}`,
      `id: b, on: clock, when: market.bid > 1, ${EXIT}`,
    ),
    "6:11: rules[1].id: `b` does what `a` does",
    rules(
      `id: a, priority: 2, mode: edge, on: clock, when: market.bid > 1, ${EXIT}`,
      `id: b, on: clock, when: market.bid > 2, ${EXIT}`,
    ),
  ],
  [
    "ENTRY_AFTER_FLATTEN",
    rules(ENTRY, `id: flat, on: { clock: "15:30" }, when: position.open, ${EXIT}`),
    "5:11: rules[0].id: `a` may still enter when `flat` closes everything",
    rules(ENTRY, `id: flat, on: { clock: "15:45" }, when: position.open, ${EXIT}`),
  ],
  [
    "ENTRY_AFTER_FLATTEN",
    rules(ENTRY, `id: flat, on: clock, when: [position.open, session.minutes_to_close < 25], ${EXIT}`),
    "5:11: rules[0].id: `a` may still enter when `flat` closes everything",
    rules(ENTRY, `id: noon, on: { clock: "12:00" }, ${EXIT}`, `id: flat, on: { clock: "15:55" }, ${EXIT}`),
  ],
  [
    "ENTRY_UNTIL_CLOSE",
    rules(`id: a, on: prediction, when: prediction.confidence > 0.6, ${ENTER}`, LEAVE),
    "5:11: rules[0].id: `a` may enter until the close: ask for `time: { minutesToClose: { min: … } }`",
    rules(
      `id: a, on: prediction, when: clock.time < time("15:30"), ${ENTER}`.replace(/clock[^,]+/, (text) => `'${text}'`),
      LEAVE,
    ),
  ],
  [
    "ENTRY_WITHOUT_CONDITION",
    rules(`id: a, on: { clock: "10:00" }, ${ENTER}`, LEAVE),
    "5:11: rules[0].id: `a` enters whenever it is triggered",
    rules(`id: a, on: { clock: "10:00" }, when: market.bid > 5, cooldownMinutes: 1, ${ENTER}`, LEAVE),
  ],
  [
    "ENTRY_WITHOUT_EXIT",
    rules(ENTRY),
    `5:72: rules[0].do: \`a\` opens positions, and no rule closes them: add one, such as an exit before the close`,
    rules(ENTRY, LEAVE),
  ],
  [
    "EQUAL_PRIORITY",
    rules(
      `id: a, on: clock, when: market.bid > 1, do: { reduce: { percent: 50 } }`,
      `id: b, on: clock, when: market.bid > 2, ${EXIT}`,
    ),
    "6:11: rules[1].id: `b` and `a` act on the same at once: give one of them a priority",
    rules(
      `id: a, on: clock, when: market.bid > 1, do: { reduce: { percent: 50 } }`,
      `id: b, priority: 1, on: clock, when: market.bid > 2, ${EXIT}`,
    ),
  ],
  [
    "LEVEL_WITHOUT_REST",
    rules(`id: a, on: clock, when: ${EARLY}, ${ENTER}`, LEAVE),
    "5:11: rules[0].id: `a` fires each time while its condition holds: give it `mode: edge`, `cooldownMinutes` or `maxFires`",
    rules(`id: a, on: clock, when: ${EARLY}, mode: edge, ${ENTER}`, LEAVE),
  ],
  [
    "LOOK_AHEAD",
    rules(`id: a, on: { session: open }, when: market.mid > market.high, ${EXIT}`),
    "5:43: rules[0].when: `a` is asked before the first minute has closed, when nobody knows market.high",
    rules(`id: a, on: { clock: "09:31" }, when: market.mid > market.high, ${EXIT}`),
  ],
  [
    "MARKET_ORDER_WITHOUT_SPREAD",
    rules(ENTRY.replace("marketable-limit, collarBps: 5", "market"), LEAVE),
    "5:72: rules[0].do: `a` enters at the market whatever the spread is: ask for `spread: { maxBps: … }`",
    rules(
      ENTRY.replace("marketable-limit, collarBps: 5", "market").replace(EARLY, `[${EARLY}, market.spread_bps < 5]`),
      LEAVE,
    ),
  ],
  [
    "OPPOSITE_ENTRIES",
    rules(
      `id: a, on: prediction, when: [${EARLY}, market.bid > 5], ${enter("direction: LONG, ")}`,
      `id: b, on: prediction, when: [${EARLY}, market.ask > 5], ${enter("direction: SHORT, ")}`,
      LEAVE,
    ),
    "6:11: rules[1].id: `b` and `a` may go opposite ways at once: give one of them a priority",
    rules(
      `id: a, on: prediction, when: [${EARLY}, market.bid > 5], ${enter("direction: LONG, ")}`,
      `id: b, on: prediction, when: [${EARLY}, market.bid < 5], ${enter("direction: SHORT, ")}`,
      LEAVE,
    ),
  ],
  [
    "OUTSIDE_SESSION",
    rules(`id: a, on: { clock: "16:30" }, when: position.open, ${EXIT}`),
    "5:11: rules[0].id: `a` only fires outside of regular trading, 09:30 to 16:00",
    rules(`id: a, on: { clock: "16:30" }, when: position.open, do: { notify: { severity: INFO, text: late } }`),
  ],
  [
    "PARAMETER_OFF_STEP",
    parameter("{ value: 3, min: 2, max: 10, step: 2 }"),
    "4:18: parameters.p: steps of 2 from 2 on never come to 3",
    parameter("{ value: 4, min: 2, max: 10, step: 2 }"),
  ],
  [
    "PARAMETER_OFF_STEP",
    parameter("{ value: 2, min: 2, max: 3, step: 2 }"),
    "4:18: parameters.p: a step of 2 is more than there is from 2 to 3",
    parameter("{ value: 0.3, min: 0.1, max: 0.7, step: 0.1 }"),
  ],
  [
    "SIZE_WITHOUT_CAP",
    rules(`id: a, on: prediction, when: ${EARLY}, ${fixed("")}`, LEAVE),
    "5:72: rules[0].do: the size of `a` has no `maxNotional` and no `maxNotionalPercent`",
    rules(`id: a, on: prediction, when: ${EARLY}, ${fixed(", maxNotional: 500")}`, LEAVE),
  ],
  [
    "STOP_WIDER_THAN_TARGET",
    rules(`id: a, on: prediction, when: ${EARLY}, ${enter("", SIZE, "{ stopAtr: 4, targetAtr: 3 }")}`, LEAVE),
    "5:72: rules[0].do: the stop of `a` is further off than its target",
    rules(`id: a, on: prediction, when: ${EARLY}, ${enter("", SIZE, "{ stopPercent: 1, targetR: 1 }")}`, LEAVE),
  ],
  [
    "UNREACHABLE_RULE",
    rules(
      `id: b, on: clock, when: [market.bid > 1, market.ask > 2], ${EXIT}`,
      `id: a, on: clock, when: market.bid > 1, ${EXIT}`,
    ),
    "5:11: rules[0].id: `b` never acts: whenever it could, `a` acts on the same before it",
    rules(LEAVE, `id: b, on: clock, when: market.bid < 10, ${EXIT}`),
  ],
  [
    "UNUSED_CONDITION",
    NAMED + rules(LEAVE),
    "4:52: conditions.late: nothing calls `late`",
    NAMED + rules(`id: a, on: clock, when: position.open && late, ${EXIT}`),
  ],
  [
    "UNUSED_INDICATOR",
    `indicators: { fast: { ema: {} } }\n${rules(LEAVE)}`,
    "4:21: indicators.fast: no rule looks at `ind.fast`",
    `indicators: { fast: { ema: {} } }\n${rules(LEAVE.replace("position", "ind.fast > 1 && position"))}`,
  ],
  [
    "UNUSED_PARAMETER",
    `parameters: { p: 3 }\n${rules(LEAVE)}`,
    "4:18: parameters.p: nothing uses `$p` or `params.p`",
    `parameters: { p: 3 }\nindicators: { fast: { ema: { period: $p } } }\n${rules(LEAVE.replace("position", "ind.fast > 1 && position"))}`,
  ],
];

describe.each(CASES)("%s", (code, bad, finding, good) => {
  it("is found, and nothing else", () =>
    expect(findings(bad)).toEqual([finding.replace(/^(\S+ \S+ )/, `$1${code}: `)]));
  it("is not found where it is put right", () => expect(findings(good)).toEqual([]));
});

test("a time of day needs no rest", () => {
  expect(findings(rules(`id: a, on: { clock: "10:00" }, when: market.bid > 5, ${ENTER}`, LEAVE))).toEqual([]);
});

test("every lint is shown", () => {
  expect([...new Set(CASES.map(([code]) => code))].sort()).toEqual(LINTS.map(({ code }) => code).sort());
});

test("the strategies that come along have no finding", () => {
  const folder = join(import.meta.dirname, "../../../../deploy/strategies");
  for (const name of readdirSync(folder)) {
    const found = lintRules(readFileSync(join(folder, name), "utf8"), name);
    expect(found.ok && found.value).toEqual([]);
  }
});

test("every lint has a code of its own, and says what it finds", () => {
  expect(new Set(LINTS.map(({ code }) => code)).size).toBe(LINTS.length);
  for (const { code, doc } of LINTS)
    expect([code, doc.length > 20]).toEqual([expect.stringMatching(/^[A-Z_]+$/), true]);
});
