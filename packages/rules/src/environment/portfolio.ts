import { defineFact } from "./define-fact.ts";

const unknown = "a position of the ticker group is in doubt";

/** The strategy's positions in the ticker group of the symbol. */
export const PORTFOLIO_FACTS = [
  defineFact({
    name: "portfolio.open_positions",
    type: "number",
    doc: "Symbols of the ticker group with an open position or an entry under way.",
    unknown,
    read: (facts) => facts.portfolio?.openPositions,
  }),
  defineFact({
    name: "portfolio.long_positions",
    type: "number",
    doc: "Symbols of the ticker group that are held long.",
    unknown,
    read: (facts) => facts.portfolio?.longPositions,
  }),
  defineFact({
    name: "portfolio.short_positions",
    type: "number",
    doc: "Symbols of the ticker group that are held short.",
    unknown,
    read: (facts) => facts.portfolio?.shortPositions,
  }),
];
