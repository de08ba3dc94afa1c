import { ACTIONS } from "../actions/index.ts";
import { CONDITIONS } from "../conditions/index.ts";
import { SIZINGS } from "../sizing/index.ts";
import { TRIGGERS } from "../triggers.ts";

/** A small file that is right; each bad one changes it in one place. */
export const GOOD = `# line 1
strategy: good
description: For tests.
groups: [tech]
parameters: { confidence: { value: 0.6, min: 0.5, max: 0.9, step: 0.1 }, stop: 2 }
rules:
  - id: enter
    on: prediction
    when:
      - spread: { maxBps: 10 }
      - prediction: { direction: [LONG, SHORT], minConfidence: $confidence }
      - time: { after: "09:45", minutesToClose: { min: 20 } }
    do:
      enter: { order: market, bracket: { stopAtr: $stop, targetAtr: 3 }, size: { riskPerTrade: { equityPercent: 0.1, maxNotionalPercent: 10, maxNotional: 5000 } } }
    cooldownMinutes: 5
  - id: leave
    on: bar
    when: [{ position: { is: open, minAgeMinutes: 30 } }]
    do: { exit: {} }
`;

export type BadFile = {
  readonly what: string;
  readonly change: (good: string) => string;
  readonly expected: readonly string[];
};

const replaced = (what: string, from: string, to: string, ...expected: readonly string[]): BadFile => ({
  what,
  change: (good) => good.replace(from, () => to),
  expected,
});

const namesIn = (plugIns: readonly { readonly name: string }[]): string => plugIns.map(({ name }) => name).join(", ");
const CONDITION_NAMES = `Allowed: ${namesIn(CONDITIONS)}, all, any, not`;
const TRIGGER_NAMES = Object.keys(TRIGGERS).join(", ");

export const BAD_FILES: readonly BadFile[] = [
  replaced("no name", "strategy: good", "", "s.yaml:1:1: strategy: missing; a name is needed"),
  replaced(
    "a name that cannot stand in a subject",
    "strategy: good",
    "strategy: Good One",
    "s.yaml:2:11: strategy: a name is lower-case letters, digits and dashes, 40 at most",
  ),
  replaced(
    "no description",
    "description: For tests.",
    "",
    "s.yaml:1:1: description: missing; a sentence that says what the strategy does is needed",
  ),
  replaced(
    "an unknown key",
    "groups:",
    "grups: 1\ngroups:",
    "s.yaml:4:8: grups: unknown key `grups`; did you mean `groups`? Allowed: strategy, description, groups, parameters, indicators, conditions, rules",
  ),
  replaced(
    "groups that are no list",
    "groups: [tech]",
    "groups: 3",
    "s.yaml:4:9: groups: `all`, or a list of ticker groups, is needed",
  ),
  replaced(
    "no rules",
    GOOD.slice(GOOD.indexOf("rules:")),
    "rules: []\n",
    "s.yaml:6:8: rules: at least one rule is needed",
  ),
  replaced(
    "a parameter outside its range",
    "value: 0.6",
    "value: 0.4",
    "s.yaml:5:27: parameters.confidence: `value` is outside `min` … `max`",
  ),
  replaced(
    "a parameter that nobody declared",
    "$stop",
    "$stp",
    "s.yaml:14:51: rules[0].do.enter.bracket.stopAtr: unknown parameter `$stp`; did you mean `stop`? Allowed: confidence, stop",
  ),
  replaced(
    "a reference without parameters",
    GOOD.slice(GOOD.indexOf("parameters"), GOOD.indexOf("rules:")),
    "",
    "s.yaml:10:64: rules[0].when[1].prediction.minConfidence: unknown parameter `$confidence`; the file declares none under `parameters`",
    "s.yaml:13:51: rules[0].do.enter.bracket.stopAtr: unknown parameter `$stop`; the file declares none under `parameters`",
  ),
  replaced(
    "a misspelt trigger",
    "on: bar",
    "on: bars",
    `s.yaml:17:9: rules[1].on: \`bars\` is not known; did you mean \`bar\`? Allowed: ${TRIGGER_NAMES}`,
  ),
  replaced("no trigger", "    on: bar\n", "", `s.yaml:16:5: rules[1].on: missing; one of ${TRIGGER_NAMES} is needed`),
  replaced(
    "a quote rule without a cooldown",
    "    on: bar\n",
    "    on: quote\n",
    "s.yaml:16:5: rules[1].cooldownMinutes: `on: quote` needs a cooldown of at least 1, or `mode: edge`: quotes come several times a second, and each would fire",
  ),
  {
    what: "a quote rule with a cooldown of nothing",
    change: (good) => good.replace("on: prediction", "on: quote").replace("cooldownMinutes: 5", "cooldownMinutes: 0"),
    expected: [
      "s.yaml:15:22: rules[0].cooldownMinutes: `on: quote` needs a cooldown of at least 1, or `mode: edge`: quotes come several times a second, and each would fire",
    ],
  },
  replaced(
    "the same id twice",
    "id: leave",
    "id: enter",
    "s.yaml:16:9: rules[1].id: the id `enter` is taken by an earlier rule",
  ),
  replaced(
    "a misspelt condition",
    "spread:",
    "spraed:",
    `s.yaml:10:17: rules[0].when[0].spraed: unknown condition \`spraed\`; did you mean \`spread\`? ${CONDITION_NAMES}`,
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
    "conditions that are no list",
    "[{ position: { is: open, minAgeMinutes: 30 } }]",
    "always",
    "s.yaml:18:11: rules[1].when: nothing is called `always`; names begin with prediction, position, orders, market, session, clock, account, portfolio, risk, rule, params, ind\n    always\n    ^^^^^^",
  ),
  replaced(
    "an unknown key in a condition",
    "maxBps: 10",
    "maxBsp: 10, maxBps: 1",
    "s.yaml:10:27: rules[0].when[0].spread.maxBsp: unknown key `maxBsp`; did you mean `maxBps`? Allowed: maxBps",
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
    "an unknown action",
    "exit:",
    "exot:",
    `s.yaml:19:17: rules[1].do.exot: unknown action \`exot\`; did you mean \`exit\`? Allowed: ${namesIn(ACTIONS)}`,
  ),
  replaced(
    "no action",
    "    do: { exit: {} }\n",
    "",
    `s.yaml:16:5: rules[1].do: an action is \`name: …\`. Allowed: ${namesIn(ACTIONS)}`,
  ),
  replaced(
    "an unknown order type",
    "order: market",
    "order: limit",
    "s.yaml:14:23: rules[0].do.enter.order: `limit` is not known; Allowed: market, marketable-limit",
  ),
  replaced(
    "a collar on a market order",
    "order: market",
    "order: market, collarBps: 5",
    "s.yaml:14:42: rules[0].do.enter.collarBps: `collarBps` belongs to `order: marketable-limit`, which needs it",
  ),
  replaced(
    "a limit without a collar",
    "order: market",
    "order: marketable-limit",
    "s.yaml:14:14: rules[0].do.enter.collarBps: `collarBps` belongs to `order: marketable-limit`, which needs it",
  ),
  replaced(
    "an entry without protection",
    ", bracket: { stopAtr: $stop, targetAtr: 3 }",
    "",
    "s.yaml:14:14: rules[0].do.enter.bracket: missing; `{ stopAtr, stopPercent, stop, targetAtr, targetPercent, targetR, target }` is needed",
  ),
  replaced(
    "half a bracket",
    ", targetAtr: 3",
    "",
    "s.yaml:14:40: rules[0].do.enter.bracket: exactly one of targetAtr, targetPercent, targetR, target is needed",
  ),
  replaced(
    "an unknown sizing",
    "riskPerTrade",
    "riskPerTrad",
    `s.yaml:14:95: rules[0].do.enter.size.riskPerTrad: unknown sizing \`riskPerTrad\`; did you mean \`riskPerTrade\`? Allowed: ${namesIn(SIZINGS)}`,
  ),
  replaced(
    "a size without a cap",
    ", maxNotional: 5000",
    "",
    "s.yaml:14:96: rules[0].do.enter.size.riskPerTrade.maxNotional: missing; a number is needed",
  ),
  replaced(
    "a percentage too fine",
    "equityPercent: 0.1",
    "equityPercent: 0.00001",
    "s.yaml:14:113: rules[0].do.enter.size.riskPerTrade.equityPercent: must be at least 0.0001",
  ),
  replaced(
    "a percentage with five places",
    "equityPercent: 0.1",
    "equityPercent: 0.12345",
    "s.yaml:14:113: rules[0].do.enter.size.riskPerTrade.equityPercent: a percentage has at most four decimal places",
  ),
  replaced(
    "a negative cooldown",
    "cooldownMinutes: 5",
    "cooldownMinutes: -1",
    "s.yaml:15:22: rules[0].cooldownMinutes: must be at least 0",
  ),
  replaced(
    "broken YAML",
    "groups: [tech]",
    "groups: [tech",
    "s.yaml:5:1: Flow sequence in block collection must be sufficiently indented and end with a ]",
  ),
  replaced(
    "a fact that nobody knows",
    "spread: { maxBps: 10 }",
    "market.spred_bps <= 10",
    "s.yaml:10:9: rules[0].when[0]: nothing is called `market.spred_bps`; did you mean `market.spread_bps`?\n    market.spred_bps <= 10\n    ^^^^^^^^^^^^^^^^",
  ),
  replaced(
    "a wrong name in the middle of an expression",
    "spread: { maxBps: 10 }",
    "market.spread_bps <= 10 && markt.halted == false",
    "s.yaml:10:36: rules[0].when[0]: nothing is called `markt.halted`; did you mean `market.halted`?\n    market.spread_bps <= 10 && markt.halted == false\n                               ^^^^^^^^^^^^",
  ),
  replaced(
    "a price held against a fraction",
    "spread: { maxBps: 10 }",
    "market.bid > prediction.confidence",
    "s.yaml:10:9: rules[0].when[0]: `>` does not go between a price and a ratio\n    market.bid > prediction.confidence\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
  ),
  replaced(
    "an expression that is no question",
    "spread: { maxBps: 10 }",
    "market.bid + 1",
    "s.yaml:10:9: rules[0].when[0]: true or false is needed, this is a price\n    market.bid + 1\n    ^^^^^^^^^^^^^^",
  ),
  replaced(
    "an expression that breaks off",
    "spread: { maxBps: 10 }",
    "'market.bid >'",
    "s.yaml:10:22: rules[0].when[0]: the expression ends too early\n    market.bid >\n                ^",
  ),
  replaced(
    "a word that a fact never is",
    "spread: { maxBps: 10 }",
    "prediction.direction == 'LNOG'",
    "s.yaml:10:33: rules[0].when[0]: `prediction.direction` is never \"LNOG\"; did you mean `LONG`? Allowed: LONG, SHORT, FLAT\n    prediction.direction == 'LNOG'\n                            ^^^^^^",
  ),
  replaced(
    "finer than a price can be",
    "spread: { maxBps: 10 }",
    "market.bid > 1.0000001",
    "s.yaml:10:22: rules[0].when[0]: a price has at most six decimal places, and below nine billion\n    market.bid > 1.0000001\n                 ^^^^^^^^^",
  ),
  replaced(
    "a parameter without its first word",
    "spread: { maxBps: 10 }",
    "prediction.confidence > confidence",
    "s.yaml:10:33: rules[0].when[0]: `confidence` is a parameter: write `params.confidence`\n    prediction.confidence > confidence\n                            ^^^^^^^^^^",
  ),
  replaced(
    "what CEL has and rules do not",
    "spread: { maxBps: 10 }",
    "prediction.model.size() > 3",
    "s.yaml:10:9: rules[0].when[0]: `.size(…)` is not part of the rule language\n    prediction.model.size() > 3\n    ^^^^^^^^^^^^^^^^^^^^^^^",
  ),
  replaced(
    "an empty any",
    "spread: { maxBps: 10 }",
    "any: []",
    "s.yaml:10:14: rules[0].when[0].any: `any` needs a list of at least one",
  ),
  replaced(
    "two actions on one position",
    "do: { exit: {} }",
    "do: [{ exit: {} }, { exit: {} }]",
    "s.yaml:19:24: rules[1].do[1]: `exit` and another action of this rule act on the same position, stop, target, orders",
  ),
  replaced(
    "something to arm a rule that is never disarmed",
    "on: bar",
    "on: bar\n    rearm: market.halted",
    "s.yaml:18:12: rules[1].rearm: `rearm` belongs to `mode: edge`",
  ),
  replaced(
    "a trigger that its own action pulls",
    "on: bar",
    "on: { order: [rejected] }",
    "s.yaml:16:5: rules[1].cooldownMinutes: `on: order` needs a cooldown of at least 1, or `mode: edge`: what the rule does can trigger it again",
  ),
  replaced(
    "a trigger with a wrong argument",
    "on: bar",
    "on: { bar: 7m }",
    "s.yaml:17:16: rules[1].on.bar: `7m` is not known; did you mean `1m`? Allowed: 1m, 2m, 5m, 15m, 30m, 1h, 1d, 1w",
  ),
];
