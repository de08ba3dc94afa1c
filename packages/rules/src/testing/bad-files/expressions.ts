import { type BadFile, replaced } from "./bad-file.ts";

/** What is wrong with expressions. */
export const BAD_EXPRESSIONS: readonly BadFile[] = [
  replaced(
    "conditions that are no list",
    "[{ position: { is: open, minAgeMinutes: 30 } }]",
    "always",
    "s.yaml:18:11: rules[1].when: nothing is called `always`; names begin with prediction, position, orders, market, session, clock, account, group, portfolio, risk, rule, params, ind, vars\n    always\n    ^^^^^^",
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
];
