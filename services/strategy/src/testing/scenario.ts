import type { Event, EventByKind, HistoryBar, Machine, Order } from "@bowline/contracts";
import { type Qty, type Us, micros, money, qty, sha256Hex, shares, us } from "@bowline/kernel";
import { type CompiledStrategy, checkRules } from "@bowline/rules";
import { T0, aBar, aClock, aQuote, aSignal, anEntry, at, dollars } from "@bowline/testkit";
import { makeStrategyMachine } from "../machine.ts";
import type { StrategyMachine } from "../machine/inspect.ts";

export const ACCOUNT = "DU1234567";

/** A strategy with a bracketed limit entry, an exit on the opposite prediction, a flatten before the close and a bar rule. */
export const STRATEGY_YAML = `
strategy: demo
description: For tests.
groups: [tech]
rules:
  - id: leave
    priority: 1
    on: prediction
    when:
      - prediction: { direction: opposite }
    do: { exit: {} }
  - id: enter
    on: prediction
    when:
      - prediction: { direction: [LONG, SHORT], minConfidence: 0.6 }
      - position: { is: flat }
      - workingOrders: none
      - time: { minutesToClose: { min: 20 } }
      - spread: { maxBps: 10 }
      - atr: { minFraction: 0.0001 }
    do:
      enter:
        order: marketable-limit
        collarBps: 5
        cancelAfterMinutes: 2
        expiresMs: 1500
        bracket: { stopAtr: 2, targetAtr: 3 }
        size: { riskPerTrade: { equityPercent: 0.1, maxNotionalPercent: 50, maxNotional: 100000 } }
    cooldownMinutes: 5
  - id: flatten
    on: clock
    when:
      - position: { is: open }
      - time: { minutesToClose: { max: 10 } }
    do: { exit: {} }
`;

const known = new Map<string, CompiledStrategy>();

/** Compiled once: tests make many machines of one text. */
export function compiled(text = STRATEGY_YAML): CompiledStrategy {
  const strategy = known.get(text) ?? compileText(text);
  known.set(text, strategy);
  return strategy;
}

function compileText(text: string): CompiledStrategy {
  const checked = checkRules(text, "test.yaml");
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return checked.value;
}

export const aMachine = (text?: string, quoteStaleMs = 24 * 3_600_000): Machine =>
  makeStrategyMachine({
    group: "tech",
    symbols: ["MSFT", "AAPL"],
    strategy: compiled(text),
    accountId: ACCOUNT,
    quoteStaleMs,
  });

/** Fifteen bars of the day before, each twenty cents from high to low around 100 dollars: an ATR of 0.20. */
export const aWarmUp = (): EventByKind<"md.history"> => ({
  kind: "md.history",
  group: "tech",
  symbol: "AAPL",
  requestId: "r1",
  timeframe: "1m",
  bars: Array.from({ length: 15 }, (_, index) => aPastBar(index - 2000)),
  failure: "",
});

export const aPastBar = (minute: number): HistoryBar => ({
  closeUs: at(minute * 60),
  openPx: dollars("100"),
  highPx: dollars("100.1"),
  lowPx: dollars("99.9"),
  closePx: dollars("100"),
  volume: shares(100),
});

export const anAccount = (equity = "100000"): EventByKind<"account"> => {
  const none = money(0);
  return {
    kind: "account",
    accountId: ACCOUNT,
    cash: money(micros(equity)),
    equity: money(micros(equity)),
    grossExposure: none,
    netExposure: none,
    realizedPnl: none,
    unrealizedPnl: none,
    commissions: none,
    sessionDate: "",
  };
};

/** Everything an entry needs: a warm ATR of 0.20, a quote of 99.99 / 100.01, 100,000 dollars, a clock one minute after the open. */
export const ready = (): Event[] => [aWarmUp(), anAccount(), aQuote(), aClock({ nowUs: at(60) })];

/** Puts a text into force, whether or not it holds. */
export const aVersion = (yaml: string, hash = sha256Hex(yaml)): EventByKind<"control.strategy"> => ({
  kind: "control.strategy",
  strategy: "demo",
  hash,
  yaml,
  reason: "for a test",
  by: "test",
});

export const minute = (number: number): EventByKind<"control.clock"> => aClock({ nowUs: at(number * 60) });

export type Outside = {
  /** Every event that the machine emitted, in order. */
  readonly emitted: Event[];
  readonly intents: Order[];
  readonly cancels: string[];
  readonly changes: EventByKind<"order.replace-intent">[];
  readonly decisions: EventByKind<"decision">[];
};

const asksAtBars = (machine: Machine): boolean =>
  "inspect" in machine && (machine as StrategyMachine).inspect("AAPL").some(({ on }) => on === "bar");

/** The minute that ends by then, in which nothing traded. */
export const aSilentBar = (nowUs: Us): Event =>
  aBar({
    timeframe: "1m",
    closeUs: us(Math.floor(nowUs / 60_000_000) * 60_000_000),
    status: "NO_TRADE",
    volume: qty(0),
    openPx: undefined,
    highPx: undefined,
    lowPx: undefined,
    closePx: undefined,
  });

/** Runs a machine by hand: `tell` applies events and returns what they led to. */
export function aDesk(machine: Machine = aMachine()): { tell(...events: Event[]): Outside; readonly machine: Machine } {
  let seq = 0;
  let now: Us = T0;
  let lastQuote: EventByKind<"md.quote"> | undefined;
  let lastAccount: EventByKind<"account"> | undefined;
  let bars = false;
  /** The feed is heard of every minute, whether or not its quote moves, and so is the account; minutes without a trade where a test tells of none, and no rule waits for one. */
  const withWhatComesEachMinute = (event: Event): Event[] => {
    if (event.kind === "md.quote") lastQuote = event;
    if (event.kind === "account") lastAccount = event;
    if (event.kind === "md.bar") bars = true;
    if (event.kind !== "control.clock") return [event];
    return [
      ...(bars || lastQuote === undefined || asksAtBars(machine) ? [] : [aSilentBar(event.nowUs)]),
      ...(lastQuote === undefined ? [] : [{ ...lastQuote, quoteUs: event.nowUs }]),
      event,
      ...(lastAccount === undefined ? [] : [lastAccount]),
    ];
  };
  const tell = (...events: Event[]): Outside => {
    const emitted: Event[] = [];
    for (const event of events.flatMap(withWhatComesEachMinute)) {
      const entry = anEntry(event, { seq: ++seq });
      now = us(Math.max(now, entry.header.seenUs));
      machine.apply({ ...entry, header: { ...entry.header, seenUs: now } }, (output) => emitted.push(output));
    }
    return {
      emitted,
      intents: emitted.flatMap((event) => (event.kind === "order.intent" ? [event.order] : [])),
      cancels: emitted.flatMap((event) => (event.kind === "order.cancel-intent" ? [event.clOrdId] : [])),
      changes: emitted.filter((event) => event.kind === "order.replace-intent"),
      decisions: emitted.filter((event) => event.kind === "decision"),
    };
  };
  return { tell, machine };
}

const about = (clOrdId: string) => ({ clOrdId, group: "tech", symbol: "AAPL" });

/** What the gate, execution and the broker say about one order. */
export const says = {
  approved: (order: Order): Event => ({ kind: "order.approved", order, refPx: dollars("100") }),
  denied: (order: Order): Event => ({
    kind: "order.denied",
    ...about(order.clOrdId),
    strategy: order.strategy,
    rule: order.rule,
    side: order.side,
    orderQty: order.orderQty,
    reasons: [{ code: "TRADING_HALTED", detail: [] }],
  }),
  lapsed: (clOrdId: string): Event => ({ kind: "order.lapsed", ...about(clOrdId), reason: "expired" }),
  submitted: (clOrdId: string): Event => ({
    kind: "order.submitted",
    ...about(clOrdId),
    accountId: ACCOUNT,
    strategy: "demo",
    rule: "enter",
    leg: "ENTRY",
    side: "BUY",
    orderQty: shares(1),
    ordType: "MKT",
    timeInForce: "DAY",
  }),
  accepted: (clOrdId: string): Event => ({ kind: "order.accepted", ...about(clOrdId), orderId: "1" }),
  unknown: (clOrdId: string): Event => ({ kind: "order.unknown", ...about(clOrdId), reason: "socket cut" }),
  resolved: (clOrdId: string): Event => ({
    kind: "order.resolved",
    ...about(clOrdId),
    orderId: "1",
    evidence: "open order",
  }),
  lost: (clOrdId: string): Event => ({ kind: "order.lost", ...about(clOrdId), evidence: "nowhere" }),
  rejected: (clOrdId: string): Event => ({ kind: "order.rejected", ...about(clOrdId), code: 201, reason: "margin" }),
  replaced: (
    change: EventByKind<"order.replace-intent">,
    order: Partial<Pick<Order, "orderQty">> = {},
    cumQty: Qty = qty(0),
  ): Event => ({
    kind: "order.replaced",
    ...about(change.clOrdId),
    replaceId: change.replaceId,
    orderId: "1",
    orderQty: change.orderQty ?? order.orderQty ?? qty(0),
    ...(change.lmtPx === undefined ? {} : { lmtPx: change.lmtPx }),
    ...(change.stopPx === undefined ? {} : { stopPx: change.stopPx }),
    cumQty,
    leavesQty: qty((change.orderQty ?? order.orderQty ?? 0) - cumQty),
  }),
  replaceApproved: ({ kind: _kind, reason: _reason, ...change }: EventByKind<"order.replace-intent">): Event => ({
    kind: "order.replace-approved",
    ...change,
  }),
  replaceDenied: ({ clOrdId, replaceId, strategy, rule }: EventByKind<"order.replace-intent">): Event => ({
    kind: "order.replace-denied",
    ...about(clOrdId),
    replaceId,
    strategy,
    rule,
    reasons: [{ code: "TRADING_HALTED", detail: [] }],
  }),
  replaceRejected: ({ clOrdId, replaceId }: EventByKind<"order.replace-intent">): Event => ({
    kind: "order.replace-rejected",
    ...about(clOrdId),
    replaceId,
    code: 110,
    reason: "price",
  }),
  canceled: (clOrdId: string, cumQty: Qty = qty(0)): Event => ({
    kind: "order.canceled",
    ...about(clOrdId),
    cumQty,
    reason: "asked",
  }),
  expired: (clOrdId: string, cumQty: Qty = qty(0)): Event => ({ kind: "order.expired", ...about(clOrdId), cumQty }),
};

/** A strategy that enters on predictions, 222 shares at a time, and does what the other rules say. */
export const fileWith = (more: string, top = ""): string => `
strategy: demo
description: For tests.
groups: [tech]
${top}
rules:
  - id: enter
    on: prediction
    when: orders.working == 0
    do:
      enter:
        order: market
        bracket: { stopAtr: 2, targetAtr: 3 }
        size: { quantity: { shares: 222 } }
${more}
`;

/** An entry of AAPL that filled wholly, with its stop and target working at the broker. */
export function anOpenPosition(desk: ReturnType<typeof aDesk>, direction: "LONG" | "SHORT" = "LONG"): Order {
  const { intents } = desk.tell(...ready(), aSignal({ direction }));
  const order = intents[0] as Order;
  fillUp(desk, order);
  return order;
}

/** The gate approves an entry, the broker works it with its stop and target, and fills it wholly. */
export function fillUp(desk: ReturnType<typeof aDesk>, order: Order): void {
  const { stopClOrdId, targetClOrdId } = bracketOf(order);
  desk.tell(
    says.approved(order),
    ...[order.clOrdId, stopClOrdId, targetClOrdId].flatMap((clOrdId) => [
      says.submitted(clOrdId),
      says.accepted(clOrdId),
    ]),
    fillOf(order, order.orderQty),
  );
}

export const bracketOf = (order: Order) => order.bracket as NonNullable<Order["bracket"]>;

let fills = 0;

/** A fill of so much of an order, after so much of it before. */
export const fillOf = (
  order: Pick<Order, "clOrdId" | "side" | "orderQty">,
  lastQty: Qty,
  before: Qty = qty(0),
): EventByKind<"order.filled"> => ({
  kind: "order.filled",
  ...about(order.clOrdId),
  orderId: "1",
  execId: `e${++fills}`,
  accountId: ACCOUNT,
  strategy: "demo",
  side: order.side,
  lastQty,
  lastPx: dollars("100"),
  cumQty: qty(before + lastQty),
  leavesQty: qty(order.orderQty - before - lastQty),
  avgPx: dollars("100"),
  transactUs: at(61),
});

/** The stop of an entry, as an order to fill. */
export const stopOf = (order: Order): Pick<Order, "clOrdId" | "side" | "orderQty"> => ({
  clOrdId: bracketOf(order).stopClOrdId,
  side: order.side === "BUY" ? "SELL" : "BUY",
  orderQty: order.orderQty,
});

export const targetOf = (order: Order): Pick<Order, "clOrdId" | "side" | "orderQty"> => ({
  ...stopOf(order),
  clOrdId: bracketOf(order).targetClOrdId,
});
