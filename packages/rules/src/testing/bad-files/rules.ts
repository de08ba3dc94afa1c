import { TRIGGERS } from "../../triggers.ts";
import { type BadFile, replaced } from "./bad-file.ts";

const TRIGGER_NAMES = Object.keys(TRIGGERS).join(", ");

/** What is wrong with a rule besides its conditions and actions. */
export const BAD_RULES: readonly BadFile[] = [
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
    "a negative cooldown",
    "cooldownMinutes: 5",
    "cooldownMinutes: -1",
    "s.yaml:15:22: rules[0].cooldownMinutes: must be at least 0",
  ),
  replaced(
    "something to arm a rule that is never disarmed",
    "on: bar",
    "on: bar\n    rearm: market.halted",
    "s.yaml:18:5: rules[1].rearm: `rearm` belongs to `mode: edge`",
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
