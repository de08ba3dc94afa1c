import { US_PER_MINUTE } from "@bowline/kernel";
import { defineFact } from "./define-fact.ts";

/** What the rule itself did before, in its scope. */
export const RULE_FACTS = [
  defineFact({
    name: "rule.fires_in_session",
    type: "number",
    doc: "How often the rule fired in this session.",
    unknown: "never",
    read: (facts) => facts.history.inSession,
  }),
  defineFact({
    name: "rule.fires_in_position",
    type: "number",
    doc: "How often the rule fired since the symbol was last flat.",
    unknown: "never",
    read: (facts) => facts.history.inPosition,
  }),
  defineFact({
    name: "rule.minutes_since_fired",
    type: "minutes",
    doc: "Whole minutes since the rule last fired.",
    unknown: "it never fired",
    read: ({ history, nowUs }) =>
      history.firedUs === undefined ? undefined : Math.floor((Number(nowUs) - Number(history.firedUs)) / US_PER_MINUTE),
  }),
];
