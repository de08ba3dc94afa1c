import type { Entry, EventByKind } from "@bowline/contracts";
import { micros, money, qty, shares } from "@bowline/kernel";
import { aFill, aJournal, anEntry, anOrder, aQuote, aSignal, at, dollars } from "@bowline/testkit";

export const ENTRY_ID = "ORDER000000000000001";
export const STOP_ID = "STOP0000000000000001";
export const TARGET_ID = "TARGET00000000000001";

const about = { group: "tech", symbol: "AAPL" };
const order = anOrder({
  bracket: {
    stopClOrdId: STOP_ID,
    stopPx: dollars("99"),
    targetClOrdId: TARGET_ID,
    targetLmtPx: dollars("102"),
  },
});

const submitted = (changes: Partial<EventByKind<"order.submitted">> = {}): EventByKind<"order.submitted"> => ({
  kind: "order.submitted",
  clOrdId: ENTRY_ID,
  ...about,
  accountId: "DU1234567",
  strategy: "demo",
  rule: "entry",
  leg: "ENTRY",
  side: "BUY",
  orderQty: shares(100),
  ordType: "LMT",
  timeInForce: "DAY",
  ...changes,
});

const position = (changes: Partial<EventByKind<"position.opened">>): EventByKind<"position.opened"> => ({
  kind: "position.opened",
  accountId: "DU1234567",
  strategy: "demo",
  ...about,
  quantity: shares(100),
  cost: money(micros("10000")),
  realizedPnl: money(0),
  entryUs: at(1),
  clOrdId: ENTRY_ID,
  execId: "exec-1",
  side: "BUY",
  lastQty: shares(100),
  lastPx: dollars("100"),
  ...changes,
});

const commission = (clOrdId: string, execId: string): EventByKind<"order.commission"> => ({
  kind: "order.commission",
  clOrdId,
  ...about,
  execId,
  commission: money(micros("1")),
  currency: "USD",
});

/** A prediction, the order that it led to with its bracket, its fill, the target's fill: one round trip that gains 200 dollars. */
export const aDay = (): readonly Entry[] => {
  const signal = anEntry(aSignal());
  const { correlationId } = signal.header;
  return aJournal([
    signal,
    anEntry({ kind: "order.intent", order }, { correlationId }),
    anEntry({ kind: "order.approved", order, refPx: dollars("100") }, { correlationId }),
    submitted({ lmtPx: dollars("100") }),
    submitted({
      clOrdId: STOP_ID,
      parentClOrdId: ENTRY_ID,
      leg: "STOP",
      side: "SELL",
      ordType: "STP",
      stopPx: dollars("99"),
    }),
    submitted({ clOrdId: TARGET_ID, parentClOrdId: ENTRY_ID, leg: "TARGET", side: "SELL", lmtPx: dollars("102") }),
    { kind: "order.accepted", clOrdId: ENTRY_ID, ...about, orderId: "1001" },
    aFill(),
    commission(ENTRY_ID, "exec-1"),
    position({}),
    aQuote({ bidPx: dollars("101"), askPx: dollars("101.02") }),
    ...ending(),
  ]);
};

/** The same up to the entry's fill: the position is open. */
export const aMorning = (): readonly Entry[] => aDay().slice(0, -ending().length);

const ending = () => [
  { kind: "order.canceled" as const, clOrdId: STOP_ID, ...about, cumQty: qty(0), reason: "its bracket ended" },
  aFill({
    clOrdId: TARGET_ID,
    execId: "exec-2",
    side: "SELL",
    lastPx: dollars("102"),
    avgPx: dollars("102"),
    transactUs: at(60),
  }),
  commission(TARGET_ID, "exec-2"),
  {
    ...position({ clOrdId: TARGET_ID, execId: "exec-2", side: "SELL", lastPx: dollars("102") }),
    kind: "position.closed" as const,
    quantity: qty(0),
    cost: money(0),
    realizedPnl: money(micros("200")),
  },
];

/** Why the order of that day came about. */
export const aDecision = (): Entry =>
  anEntry({
    kind: "decision",
    strategy: "demo",
    rule: "entry",
    ...about,
    triggerKey: "prediction:p1:0",
    outcome: "FIRED",
    firstBlocker: "",
    leaves: [{ name: "prediction.confidence", value: "0.7", threshold: "≥ 0.55", result: "TRUE" }],
    sizing: [{ key: "shares", value: "100" }],
    clOrdId: ENTRY_ID,
  });
