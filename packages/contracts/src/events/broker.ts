import { bool, defineEvent, int, list, message, moneyField, oneOf, optional, string, text } from "../schema/index.ts";
import { brokerPositionMessage } from "./position.ts";
import { accountId } from "./shared.ts";

export const BROKER_STATES = ["DISCONNECTED", "CONNECTED", "READY"] as const;
export type BrokerState = (typeof BROKER_STATES)[number];

export const brokerSession = defineEvent({
  kind: "broker.session",
  domain: "broker",
  name: "Session",
  subject: "broker.session",
  writers: ["execution"],
  doc: "State of the session with TWS. Only READY, after a clean reconciliation, lets orders through.",
  fields: {
    state: oneOf("BrokerState", BROKER_STATES, "State."),
    reason: text("What led to it."),
    accountId: optional(accountId),
    serverVersion: int("Negotiated version, 0 while not connected."),
  },
});

const actionMessage = message("Action", "One thing that reconciliation found.", {
  subject: string("clOrdId, permId or symbol."),
  finding: string("What was found."),
  action: string("What was done."),
});

export const brokerReconciliation = defineEvent({
  kind: "broker.reconciliation",
  domain: "broker",
  name: "Reconciliation",
  subject: "broker.reconciliation",
  writers: ["execution"],
  doc: "Result of comparing our log with open, completed and executed orders and positions at the broker.",
  fields: {
    trigger: string("START, RECONNECT or PERIODIC."),
    clean: bool("Whether everything is explained."),
    openOrders: int("Open at the broker."),
    executions: int("Executions reported."),
    actions: list(actionMessage, "What was found and done."),
  },
});

export const brokerAccount = defineEvent({
  kind: "broker.account",
  domain: "broker",
  name: "Account",
  subject: "broker.account",
  writers: ["execution"],
  doc: "The account as the broker reports it, as it came over the wire.",
  fields: {
    accountId,
    cash: moneyField("TotalCashBalance."),
    equity: moneyField("NetLiquidation."),
    positions: list(brokerPositionMessage, "Open positions, by symbol."),
  },
});

export const brokerPnl = defineEvent({
  kind: "broker.pnl",
  domain: "broker",
  name: "Pnl",
  subject: "broker.pnl",
  writers: ["execution"],
  doc: "Profit and loss of the account as TWS counts it (reqPnL), each time that it changes. What TWS leaves unset is absent.",
  fields: {
    accountId,
    dailyPnl: optional(moneyField("Since the last close, in the time zone of TWS.")),
    unrealizedPnl: optional(moneyField("Of what is held, from its average cost.")),
    realizedPnl: optional(moneyField("Of the day, less commissions.")),
  },
});
