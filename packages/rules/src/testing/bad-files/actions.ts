import { ACTIONS } from "../../actions/index.ts";
import { SIZINGS } from "../../sizing/index.ts";
import { type BadFile, namesIn, replaced } from "./bad-file.ts";

/** What is wrong with actions, brackets and sizes. */
export const BAD_ACTIONS: readonly BadFile[] = [
  replaced(
    "a parameter that nobody declared",
    "$stop",
    "$stp",
    "s.yaml:14:51: rules[0].do.enter.bracket.stopAtr: unknown parameter `$stp`; did you mean `stop`? Allowed: confidence, stop",
  ),
  replaced(
    "an unknown action",
    "exit:",
    "exot:",
    `s.yaml:19:11: rules[1].do.exot: unknown action \`exot\`; did you mean \`exit\`? Allowed: ${namesIn(ACTIONS)}`,
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
    "s.yaml:14:31: rules[0].do.enter.collarBps: `collarBps` belongs to `order: marketable-limit`, which needs it",
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
    `s.yaml:14:82: rules[0].do.enter.size.riskPerTrad: unknown sizing \`riskPerTrad\`; did you mean \`riskPerTrade\`? Allowed: ${namesIn(SIZINGS)}`,
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
    "two actions on one position",
    "do: { exit: {} }",
    "do: [{ exit: {} }, { exit: {} }]",
    "s.yaml:19:24: rules[1].do[1]: `exit` and another action of this rule act on the same position, stop, target, orders",
  ),
];
