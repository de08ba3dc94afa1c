import type { Entry, Event, EventByKind } from "@bowline/contracts";
import { money, qty, shares } from "@bowline/kernel";
import { aClock, aFill, aJournal, anEntry, anOrder, aQuote, at, dollars } from "@bowline/testkit";

const about = { clOrdId: "ORDER000000000000001", group: "tech", symbol: "AAPL" };

export const ACCOUNT = "DU1234567";

const submitted: EventByKind<"order.submitted"> = {
  kind: "order.submitted",
  ...about,
  accountId: ACCOUNT,
  strategy: "demo",
  rule: "entry",
  leg: "ENTRY",
  side: "BUY",
  orderQty: shares(100),
  ordType: "LMT",
  lmtPx: dollars("100"),
  timeInForce: "DAY",
};

const brokerAccount: EventByKind<"broker.account"> = {
  kind: "broker.account",
  accountId: ACCOUNT,
  cash: money(1_000_000_000_000),
  equity: money(1_000_000_000_000),
  positions: [],
};

/** A short day: 100 AAPL bought at 100 in two fills, for a dollar, and worth 100.5 at its end. */
export const DAY: readonly Event[] = [
  { kind: "control.generation", generation: "g1" },
  { kind: "control.lease", machineName: "risk-gate", holder: "risk-gate-7-aa", leaseEpoch: 3 },
  { kind: "broker.session", state: "READY", reason: "reconciled", accountId: ACCOUNT, serverVersion: 193 },
  brokerAccount,
  aClock(),
  { kind: "risk.trading-state", scope: "global", state: "ACTIVE", reason: "the broker is READY" },
  { kind: "order.intent", order: anOrder() },
  { kind: "order.approved", order: anOrder(), refPx: dollars("100") },
  submitted,
  { kind: "order.accepted", ...about, orderId: "1001" },
  aFill({ lastQty: shares(40), cumQty: shares(40), leavesQty: shares(60) }),
  { kind: "order.commission", ...about, execId: "exec-1", commission: money(1_000_000), currency: "USD" },
  aFill({ execId: "exec-2", lastQty: shares(60), cumQty: shares(100), leavesQty: qty(0) }),
  aQuote({ bidPx: dollars("100.49"), askPx: dollars("100.51"), lastPx: dollars("100.5") }),
];

/** As a journal; the order was sent two seconds after the open. */
export const aDay = (events: readonly Event[] = DAY): readonly Entry[] =>
  aJournal(
    events.map((event, index) =>
      event.kind === "order.submitted" ? anEntry(event, { seq: index + 1, eventUs: at(2) }) : event,
    ),
  );
