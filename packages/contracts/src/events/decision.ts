import { defineEvent, int, list, message, nested, oneOf, optional, string, text } from "../schema/index.ts";
import { clOrdId, detailMessage, group, reasons, rule, strategy, symbol } from "./shared.ts";

export const leafMessage = message("Leaf", "One condition as it was evaluated.", {
  name: string("The condition."),
  value: text("What was seen, `UNKNOWN` where it was missing."),
  threshold: text("What it was held against."),
  result: oneOf("Truth", ["TRUE", "FALSE", "UNKNOWN"], "The outcome."),
});

const verdictMessage = message(
  "GateVerdict",
  "What the risk gate answered to an order of the rule, or to a change of one.",
  {
    answer: oneOf("GateAnswer", ["APPROVED", "DENIED", "LAPSED"], "Its answer."),
    reasons,
  },
);

export const decision = defineEvent({
  kind: "decision",
  domain: "decision",
  name: "Decision",
  subject: "decision.{group}.{symbol}",
  writers: ["strategy"],
  doc: "Why a rule fired or did not; once more with the gate's verdict when it answered.",
  fields: {
    strategy,
    rule,
    group,
    symbol,
    triggerKey: string("Natural key of what triggered the rule."),
    outcome: oneOf("Outcome", ["FIRED", "BLOCKED"], "Whether the rule acted."),
    firstBlocker: text("Name of the first condition that was not true; empty when fired."),
    leaves: list(leafMessage, "Every condition."),
    sizing: list(detailMessage, "How the quantity came about."),
    clOrdId: optional(clOrdId),
    tag: optional(text("What the rule tags it with; of several, with commas between.")),
    cooldownLeftMs: optional(int("How long the rule still rested when it was asked; absent where it has no cooldown.")),
    repeats: optional(
      int("How often it was asked since its last record or count, always with the outcome that these tell."),
    ),
    verdict: optional(nested(verdictMessage, "The gate's answer, in the record that follows it.")),
  },
});

export const shadowDecision = defineEvent({
  kind: "shadow.decision",
  domain: "decision",
  name: "ShadowDecision",
  subject: "shadow.decision.{group}.{symbol}",
  writers: ["strategy-shadow"],
  doc: "What a candidate file would have decided on the same entries. Nobody acts on it.",
  fields: decision.fields,
});

const countMessage = message("RuleCount", "How often one rule was asked about one symbol without a record.", {
  symbol,
  rule,
  count: int("How often, since the last record of the two or the last count."),
  firstBlocker: text("What held it back each time: another one would have been recorded."),
});

export const decisionCounts = defineEvent({
  kind: "decision.counts",
  domain: "decision",
  name: "DecisionCounts",
  subject: "decision.{group}",
  writers: ["strategy"],
  doc: "Evaluations that came to the same as before, counted instead of recorded; every five minutes at the most.",
  fields: {
    strategy,
    group,
    counts: list(countMessage, "Those that were asked, by symbol and rule in alphabetical order."),
  },
});
