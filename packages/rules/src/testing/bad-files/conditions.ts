import { CONDITIONS } from "../../conditions/index.ts";
import { type BadFile, GOOD, namesIn, replaced } from "./bad-file.ts";

const CONDITION_NAMES = `Allowed: ${namesIn(CONDITIONS)}, all, any, not`;

/** What is wrong with conditions. */
export const BAD_CONDITIONS: readonly BadFile[] = [
  replaced(
    "a reference without parameters",
    GOOD.slice(GOOD.indexOf("parameters"), GOOD.indexOf("rules:")),
    "",
    "s.yaml:10:64: rules[0].when[1].prediction.minConfidence: unknown parameter `$confidence`; the file declares none under `parameters`",
    "s.yaml:13:51: rules[0].do.enter.bracket.stopAtr: unknown parameter `$stop`; the file declares none under `parameters`",
  ),
  replaced(
    "a misspelt condition",
    "spread:",
    "spraed:",
    `s.yaml:10:9: rules[0].when[0].spraed: unknown condition \`spraed\`; did you mean \`spread\`? ${CONDITION_NAMES}`,
  ),
  replaced(
    "two conditions behind one dash",
    "- spread: { maxBps: 10 }",
    "- { spread: { maxBps: 10 }, workingOrders: none }",
    "s.yaml:10:9: rules[0].when[0]: exactly one condition stands here, there are 2: spread, workingOrders",
  ),
  replaced(
    "a condition that is a word",
    "- spread: { maxBps: 10 }",
    "- spread",
    "s.yaml:10:9: rules[0].when[0]: `spread` is a condition: `spread: …` is needed",
  ),
  replaced(
    "an empty condition",
    "- spread: { maxBps: 10 }",
    "- {}",
    "s.yaml:10:9: rules[0].when[0]: exactly one condition stands here, there are 0: none",
  ),
  replaced(
    "an unknown key in a condition",
    "maxBps: 10",
    "maxBsp: 10, maxBps: 1",
    "s.yaml:10:19: rules[0].when[0].spread.maxBsp: unknown key `maxBsp`; did you mean `maxBps`? Allowed: maxBps",
  ),
  replaced(
    "a missing threshold",
    "{ maxBps: 10 }",
    "{}",
    "s.yaml:10:17: rules[0].when[0].spread.maxBps: missing; a number is needed",
  ),
  replaced(
    "a word for a number",
    "maxBps: 10",
    "maxBps: wide",
    "s.yaml:10:27: rules[0].when[0].spread.maxBps: a number is needed, such as 0",
  ),
  replaced(
    "a threshold out of range",
    "minConfidence: $confidence",
    "minConfidence: 65",
    "s.yaml:11:64: rules[0].when[1].prediction.minConfidence: must be at most 1",
  ),
  replaced(
    "more precision than there is",
    "minConfidence: $confidence",
    "minConfidence: 0.1234567",
    "s.yaml:11:64: rules[0].when[1].prediction.minConfidence: has more than six decimal places",
  ),
  replaced(
    "a misspelt direction",
    "[LONG, SHORT]",
    "[LONG, SHROT]",
    "s.yaml:11:41: rules[0].when[1].prediction.direction[1]: `SHROT` is not known; did you mean `SHORT`? Allowed: LONG, SHORT, FLAT, opposite",
  ),
  replaced(
    "a direction that is no word",
    "[LONG, SHORT]",
    "[1]",
    "s.yaml:11:35: rules[0].when[1].prediction.direction[0]: `1` is not known; Allowed: LONG, SHORT, FLAT, opposite",
  ),
  replaced(
    "no direction at all",
    "[LONG, SHORT]",
    "[]",
    "s.yaml:11:34: rules[0].when[1].prediction.direction: at least one is needed",
  ),
  replaced(
    "a condition that says nothing",
    "{ direction: [LONG, SHORT], minConfidence: $confidence }",
    "{}",
    "s.yaml:11:21: rules[0].when[1].prediction: needs at least one of direction, minConfidence, maxConfidence, model",
  ),
  replaced(
    "a time of day",
    '"09:45"',
    "9.45",
    's.yaml:12:24: rules[0].when[2].time.after: a time of day is "HH:MM" in exchange time, such as "09:45"',
  ),
  replaced(
    "an hour that no day has",
    '"09:45"',
    '"24:00"',
    's.yaml:12:24: rules[0].when[2].time.after: a time of day is "HH:MM" in exchange time, such as "09:45"',
  ),
  replaced(
    "an empty span of time",
    'after: "09:45"',
    'after: "09:45", before: "09:45"',
    "s.yaml:12:15: rules[0].when[2].time: `after` is not before `before`: never true",
  ),
  replaced(
    "a range upside down",
    "{ min: 20 }",
    "{ min: 20, max: 10 }",
    "s.yaml:12:49: rules[0].when[2].time.minutesToClose: `min` is above `max`: never true",
  ),
  replaced(
    "a range of nothing",
    "{ min: 20 }",
    "{}",
    "s.yaml:12:49: rules[0].when[2].time.minutesToClose: needs `min`, `max` or both",
  ),
  replaced(
    "half a minute",
    "minAgeMinutes: 30",
    "minAgeMinutes: 30.5",
    "s.yaml:18:51: rules[1].when[0].position.minAgeMinutes: must be a whole number",
  ),
  replaced(
    "a word for a whole number",
    "minAgeMinutes: 30",
    "minAgeMinutes: long",
    "s.yaml:18:51: rules[1].when[0].position.minAgeMinutes: a whole number is needed, such as 0",
  ),
  replaced(
    "an empty any",
    "spread: { maxBps: 10 }",
    "any: []",
    "s.yaml:10:9: rules[0].when[0].any: `any` needs a list of at least one",
  ),
];
