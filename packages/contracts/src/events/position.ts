import {
  bool,
  defineEvent,
  list,
  message,
  moneyField,
  optional,
  pxField,
  qtyField,
  string,
  text,
  usField,
} from "../schema/index.ts";
import { accountId, clOrdId, execId, group, side, strategy, symbol } from "./shared.ts";

const fields = {
  accountId,
  strategy,
  group,
  symbol,
  quantity: qtyField("Position after this fill, signed: long is positive."),
  cost: moneyField("Total cost of the open quantity, without commissions, positive; 0 when flat."),
  realizedPnl: moneyField("Realised by this fill, commissions apart."),
  entryUs: usField("When the open position, or the one just closed, was first entered."),
  clOrdId,
  execId,
  side,
  lastQty: qtyField("Quantity of the causing fill."),
  lastPx: pxField("Price of the causing fill."),
};
const position = <const K extends string>(event: K, name: string, doc: string) =>
  defineEvent({
    kind: `position.${event}` as const,
    domain: "position",
    name,
    subject: `position.${event}.{group}.{symbol}`,
    writers: ["portfolio"],
    doc,
    fields,
  });

export const positionOpened = position("opened", "Opened", "A flat position became long or short.");
export const positionIncreased = position("increased", "Increased", "A position grew on its own side.");
export const positionReduced = position("reduced", "Reduced", "A position shrank without closing.");
export const positionFlipped = position("flipped", "Flipped", "A position went through zero to the other side.");
export const positionClosed = position("closed", "Closed", "A position became flat.");

export const positionRestated = position(
  "restated",
  "Restated",
  "A position as it is after an execution of it was corrected or taken back.",
);

export const account = defineEvent({
  kind: "account",
  domain: "account",
  name: "Account",
  subject: "account.{accountId}",
  writers: ["portfolio"],
  doc: "Our own books of the account, from fills, commissions and quotes.",
  fields: {
    accountId,
    cash: moneyField("Cash."),
    equity: moneyField("Cash plus positions at their marks."),
    grossExposure: moneyField("Sum of absolute position values."),
    netExposure: moneyField("Sum of signed position values."),
    realizedPnl: moneyField("Realised since the start, commissions apart."),
    unrealizedPnl: moneyField("At the marks."),
    commissions: moneyField("Charged since the start."),
    sessionDate: text("Session, yyyy-mm-dd; empty before the first clock."),
  },
});

export const differenceMessage = message("Difference", "One value that differs between our books and the broker's.", {
  subject: string("Symbol, or CASH."),
  ours: text("Our value."),
  broker: text("The broker's value."),
});

export const accountReconciliation = defineEvent({
  kind: "account.reconciliation",
  domain: "account",
  name: "Reconciliation",
  subject: "account.{accountId}.reconciliation",
  writers: ["portfolio"],
  doc: "Our books compared with the broker's account: written when a difference appears, changes or goes.",
  fields: { accountId, clean: bool("Whether nothing differs."), differences: list(differenceMessage, "What differs.") },
});

export const brokerPositionMessage = message("BrokerPosition", "A position as the broker reports it.", {
  symbol,
  quantity: qtyField("Signed quantity."),
  avgPx: optional(pxField("Average cost a share.")),
  marketPx: optional(pxField("The broker's mark.")),
});
