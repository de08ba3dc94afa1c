import { type JsonValue, micros, type Money, money, type Us, US_PER_DAY, US_PER_MINUTE } from "@bowline/kernel";
import { viewAccount } from "./broker-account.ts";
import { type Book, copyOf } from "./broker-book.ts";
import { expireOrder } from "./broker-cancel.ts";
import { matchStep } from "./broker-fill.ts";
import { cancelAll, cancelByKey, nextIbOrderId, placeOrder } from "./broker-place.ts";
import { ordain, type Ordained } from "./broker-ordain.ts";
import { type BrokerState, type BrokerTerms, makeBrokerState, stateFromJson, stateToJson } from "./broker-state.ts";
import type { AccountView, BrokerEvent, BrokerExecution, BrokerOrder, OrderRequest } from "./broker-types.ts";
import { type FeeSchedule, IB_FIXED_US_STOCKS } from "./fee-schedule.ts";
import type { SymbolStep } from "./market.ts";

export type BrokerOptions = {
  /** Symbols that can be traded; others are refused with 200. */
  readonly symbols: readonly string[];
  readonly accountId?: string;
  /** At the start; 1,000,000 dollars where it is not given. */
  readonly cash?: Money;
  readonly fees?: FeeSchedule;
  /** Gross position value per dollar of equity at the most; 4 where it is not given. */
  readonly maxLeverage?: number;
  /** Fill at most the size at the quote at once; off where it is not given: orders fill whole. */
  readonly partialFills?: boolean;
};

/**
 * A broker with one account and a matching engine: no clock, no I/O, the same calls give the same answers. Every call that changes
 * something returns what TWS would tell, in its order; where something was filled, the last event is the account. `nowUs` never goes back.
 */
export type Broker = {
  place(request: OrderRequest, nowUs: Us): readonly BrokerEvent[];
  cancel(clientId: number, ibOrderId: number, nowUs: Us): readonly BrokerEvent[];
  cancelAll(nowUs: Us): readonly BrokerEvent[];
  /** Lets something happen that neither a client nor the market did. */
  ordain(act: Ordained, nowUs: Us): readonly BrokerEvent[];
  /** Takes over one step of the market (all symbols), matches what rests, and on every full minute tells the account. */
  step(steps: readonly SymbolStep[], endUs: Us): readonly BrokerEvent[];
  /** Closes the session: DAY orders expire, and until the next step nothing is matched. */
  endOfSession(nowUs: Us): readonly BrokerEvent[];
  /** In the order of placing. */
  openOrders(): readonly BrokerOrder[];
  /** Ended in the last seven days, in the order of ending. */
  completedOrders(): readonly BrokerOrder[];
  /** Of the last seven days, oldest first. */
  executions(): readonly BrokerExecution[];
  account(): AccountView;
  /** The smallest order id that a client has not used yet. */
  nextIbOrderId(clientId: number): number;
  /** The step that stands now for a symbol: its quote and last price. */
  quoteOf(symbol: string): SymbolStep | undefined;
  snapshot(): JsonValue;
  restore(snapshot: JsonValue): void;
};

const KEPT_US = 7 * US_PER_DAY;

export function makeBroker(options: BrokerOptions): Broker {
  const terms: BrokerTerms = {
    accountId: options.accountId ?? "DU1234567",
    fees: options.fees ?? IB_FIXED_US_STOCKS,
    symbols: new Set(options.symbols),
    maxLeverage: options.maxLeverage ?? 4,
    partialFills: options.partialFills ?? false,
  };
  let book: Book = { state: makeBrokerState(options.cash ?? money(micros("1000000"))), terms, events: [] };

  const answer = (nowUs: Us, act: () => void, tellsAccount = false): readonly BrokerEvent[] => {
    const { state } = book;
    if (nowUs > state.nowUs) state.nowUs = nowUs;
    book.events = [];
    act();
    if (tellsAccount || book.events.some(({ type }) => type === "execution")) {
      book.events.push({ type: "account", account: viewAccount(state, terms) });
    }
    return book.events;
  };

  return {
    place: (request, nowUs) => answer(nowUs, () => placeOrder(book, request)),
    cancel: (clientId, ibOrderId, nowUs) => answer(nowUs, () => cancelByKey(book, { clientId, ibOrderId })),
    cancelAll: (nowUs) => answer(nowUs, () => cancelAll(book)),
    ordain: (act, nowUs) => answer(nowUs, () => ordain(book, act)),
    step: (steps, endUs) => answer(endUs, () => takeStep(book, steps), endUs % US_PER_MINUTE === 0),
    endOfSession: (nowUs) => answer(nowUs, () => closeSession(book), true),
    openOrders: () => [...book.state.open.values()].map((order) => copyOf(order)),
    completedOrders: () => book.state.completed,
    executions: () => book.state.executions,
    account: () => viewAccount(book.state, terms),
    nextIbOrderId: (clientId) => nextIbOrderId(book, clientId),
    quoteOf: (symbol) => book.state.quotes.get(symbol),
    snapshot: () => stateToJson(book.state),
    restore: (snapshot) => {
      book = { state: stateFromJson(snapshot), terms, events: [] };
    },
  };
}

function takeStep(book: Book, steps: readonly SymbolStep[]): void {
  book.state.isOpen = true;
  for (const step of steps) book.state.quotes.set(step.symbol, step);
  if (book.state.open.size > 0) matchStep(book);
}

function closeSession(book: Book): void {
  const { state } = book;
  state.isOpen = false;
  for (const order of state.open.values()) if (order.timeInForce === "DAY") expireOrder(book, order);
  forgetOld(state);
}

/** TWS tells executions and completed orders of some days only. */
function forgetOld(state: BrokerState): void {
  const since = state.nowUs - KEPT_US;
  state.completed = state.completed.filter(({ completedUs }) => (completedUs ?? 0) >= since);
  state.executions = state.executions.filter(({ transactUs }) => transactUs >= since);
}
