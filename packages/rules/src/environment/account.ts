import { defineFact } from "./define-fact.ts";

const unknown = "the portfolio has not told yet";

/** Our own books of the account. */
export const ACCOUNT_FACTS = [
  defineFact({
    name: "account.equity",
    type: "money",
    doc: "Cash plus positions at their marks.",
    unknown,
    read: (facts) => facts.equity,
  }),
  defineFact({ name: "account.cash", type: "money", doc: "Cash.", unknown, read: (facts) => facts.account?.cash }),
  defineFact({
    name: "account.gross_exposure",
    type: "money",
    doc: "What all positions are worth, long and short added up.",
    unknown,
    read: (facts) => facts.account?.grossExposure,
  }),
  defineFact({
    name: "account.net_exposure",
    type: "money",
    doc: "What all positions are worth, short ones taken off.",
    unknown,
    read: (facts) => facts.account?.netExposure,
  }),
  defineFact({
    name: "account.unrealized_pnl",
    type: "money",
    doc: "Profit and loss of what is open, at the marks.",
    unknown,
    read: (facts) => facts.account?.unrealizedPnl,
  }),
  defineFact({
    name: "account.day_pnl",
    type: "money",
    doc: "Change of the equity since the first that was seen in this session.",
    unknown,
    read: (facts) => facts.account?.dayPnl,
  }),
];
