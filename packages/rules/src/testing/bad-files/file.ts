import { type BadFile, GOOD, replaced } from "./bad-file.ts";

/** What is wrong with a file as a whole: its name, groups, parameters, YAML. */
export const BAD_FILE: readonly BadFile[] = [
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
    "s.yaml:4:1: grups: unknown key `grups`; did you mean `groups`? Allowed: strategy, description, about, groups, parameters, indicators, vars, predictions, conditions, rules",
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
    "a parameter that is no number",
    "value: 0.6",
    "value: high",
    "s.yaml:5:36: parameters.confidence.value: a number is needed",
    "s.yaml:11:64: rules[0].when[1].prediction.minConfidence: a number is needed, such as 0",
  ),
  replaced(
    "a misspelt key of a parameter",
    "step: 0.1",
    "stp: 0.1",
    "s.yaml:5:27: parameters.confidence.step: a number is needed",
    "s.yaml:5:61: parameters.confidence.stp: unknown key `stp`; did you mean `step`? Allowed: value, min, max, step, doc",
  ),
  replaced(
    "broken YAML",
    "groups: [tech]",
    "groups: [tech",
    "s.yaml:5:1: Flow sequence in block collection must be sufficiently indented and end with a ]",
  ),
];
