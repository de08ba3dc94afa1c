import { dayChangeOf } from "../day-change.ts";
import { defineFact } from "./define-fact.ts";

const unknown = "a symbol of the ticker group has no quote or no previous close";

/** The symbol beside the others of its ticker group. */
export const GROUP_FACTS = [
  defineFact({
    name: "group.rank",
    type: "number",
    doc: "Place of the symbol by its change of the day among those of its ticker group: 1 is the strongest.",
    unknown,
    read: (facts) => facts.peers?.rank,
  }),
  defineFact({
    name: "group.size",
    type: "number",
    doc: "Symbols of the ticker group; the weakest has this rank.",
    unknown,
    read: (facts) => facts.peers?.size,
  }),
  defineFact({
    name: "group.average_change",
    type: "ratio",
    doc: "Mean change of the day of the symbols of the ticker group: 0.01 is one percent up.",
    unknown,
    read: (facts) => facts.peers?.averageChange,
  }),
  defineFact({
    name: "group.relative_change",
    type: "ratio",
    doc: "Change of the day of the symbol, minus the mean of its ticker group.",
    unknown,
    read: ({ peers, quote, previousClosePx }) => {
      const own = dayChangeOf(quote, previousClosePx);
      return own === undefined || peers === undefined ? undefined : own - peers.averageChange;
    },
  }),
];
