import { defineEvent, list, message, oneOf, optional, string, text } from "../schema/index.ts";
import { clOrdId, detailMessage, group, rule, strategy, symbol } from "./shared.ts";

export const leafMessage = message("Leaf", "One condition as it was evaluated.", {
  name: string("The condition."),
  value: text("What was seen, `UNKNOWN` where it was missing."),
  threshold: text("What it was held against."),
  result: oneOf("Truth", ["TRUE", "FALSE", "UNKNOWN"], "The outcome."),
});

export const decision = defineEvent({
  kind: "decision",
  domain: "decision",
  name: "Decision",
  subject: "decision.{group}.{symbol}",
  writers: ["strategy"],
  doc: "Why a rule fired or did not.",
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
  },
});
