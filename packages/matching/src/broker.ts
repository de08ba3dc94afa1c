import { type JsonValue, micros, type Money, money, type Us, US_PER_MINUTE } from "@bowline/kernel";
import { type Behaviour, makeBehaviour } from "./behaviour.ts";
import { type SymbolPnl, symbolPnls } from "./account-memory.ts";
import type { AccountStanding } from "./account-standing.ts";
import { viewAccount } from "./broker-account.ts";
import { type Book, copyOf } from "./broker-book.ts";
import { cancelAll, cancelByKey } from "./broker-key.ts";
import { viewStanding } from "./broker-margin.ts";
import { ordain, type Ordained } from "./broker-ordain.ts";
import { nextIbOrderId, placeOrder } from "./broker-place.ts";
import { endSession, takeStep } from "./broker-session.ts";
import {
  type BrokerState,
  type BrokerTerms,
  type IdSpace,
  makeBrokerState,
  stateFromJson,
  stateToJson,
} from "./broker-state.ts";
import type { AccountView, BrokerEvent, BrokerExecution, BrokerOrder, OrderRequest } from "./broker-types.ts";
import { type FeeSchedule, IB_FIXED_US_STOCKS } from "./fee-schedule.ts";
import { type FillTerms, makeFillTerms } from "./fill-terms.ts";
import { type InstrumentRules, makeInstrumentRules } from "./instrument-rule.ts";
import type { MarginTerms } from "./margin-terms.ts";
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
  /** Margin as IB asks for it, instead of `maxLeverage`. */
  readonly margin?: MarginTerms | undefined;
  /** What this account shares with the others of its login; its own where it is not given. */
  readonly ids?: IdSpace;
  /** Fill at most the size at the quote at once; off where it is not given: orders fill whole. The same as `fills.displayedSize`. */
  readonly partialFills?: boolean;
  /** How orders are filled; what is not given stands in `FillTerms`. */
  readonly fills?: Partial<FillTerms>;
  /** Switches where IB's behaviour is not documented; defaults in `BEHAVIOURS`. */
  readonly behaviour?: Partial<Behaviour>;
  /** Increments and borrowing by symbol; a US stock that is easy to borrow where it says nothing. Must answer the same for the same call. */
  readonly instruments?: InstrumentRules;
};

/** What an account tells of itself. */
export type AskedAccount = {
  account(): AccountView;
  /** The account with margin, settlement and P&L since the last close. */
  standing(): AccountStanding;
  /** P&L by symbol. */
  pnls(): readonly SymbolPnl[];
};

/**
 * A broker with one account and a matching engine: no clock, no I/O, the same calls give the same answers. Every call that changes
 * something returns what TWS would tell, in its order; where something was filled, the last event is the account. `nowUs` never goes back.
 */
export type Broker = AskedAccount & {
  readonly accountId: string;
  /** All accounts of the login; this one alone, but for a brokerage. */
  readonly accountIds: readonly string[];
  /** One of them, to be asked. */
  accountOf(accountId: string): AskedAccount | undefined;
  place(request: OrderRequest, nowUs: Us): readonly BrokerEvent[];
  cancel(clientId: number, ibOrderId: number, nowUs: Us): readonly BrokerEvent[];
  /** `clientId`: who asks. */
  cancelAll(nowUs: Us, clientId?: number): readonly BrokerEvent[];
  /** Lets something happen that neither a client nor the market did. */
  ordain(act: Ordained, nowUs: Us): readonly BrokerEvent[];
  /**
   * Takes over one step of the market (all symbols, or those that moved), matches what rests, and on every full minute tells the account.
   * The first step of regular hours opens the session; the first one of the hours after them closes it.
   */
  step(steps: readonly SymbolStep[], endUs: Us): readonly BrokerEvent[];
  /** Closes the session: the closing auction, then DAY orders expire, and until the next step nothing is matched. */
  endOfSession(nowUs: Us): readonly BrokerEvent[];
  /** In the order of placing. */
  openOrders(): readonly BrokerOrder[];
  /** Ended in the last seven days, in the order of ending. */
  completedOrders(): readonly BrokerOrder[];
  /** Of the last seven days, oldest first. */
  executions(): readonly BrokerExecution[];
  /** The smallest order id that a client has not used yet. */
  nextIbOrderId(clientId: number): number;
  /** The step that stands now for a symbol: its quote and last price. */
  quoteOf(symbol: string): SymbolStep | undefined;
  snapshot(): JsonValue;
  restore(snapshot: JsonValue): void;
};

export function makeBroker(options: BrokerOptions): Broker {
  const terms: BrokerTerms = {
    accountId: options.accountId ?? "DU1234567",
    fees: options.fees ?? IB_FIXED_US_STOCKS,
    symbols: new Set(options.symbols),
    maxLeverage: options.maxLeverage ?? 4,
    margin: options.margin,
    fills: makeFillTerms({ displayedSize: options.partialFills ?? false, ...options.fills }),
    behaviour: makeBehaviour(options.behaviour),
    instrumentOf: makeInstrumentRules(options.instruments),
  };
  const bookOf = (state: BrokerState): Book => ({ state, terms, events: [], later: [] });
  let book = bookOf(makeBrokerState(options.cash ?? money(micros("1000000")), options.ids));

  const answer = (nowUs: Us, act: () => void, tellsAccount = false): readonly BrokerEvent[] => {
    const { state } = book;
    if (nowUs > state.nowUs) state.nowUs = nowUs;
    book.events = [];
    act();
    for (const one of book.later.splice(0)) one();
    if (tellsAccount || book.events.some(({ type }) => type === "execution")) {
      book.events.push({ type: "account", account: viewAccount(state, terms) });
    }
    return book.events;
  };

  const asked: AskedAccount = {
    account: () => viewAccount(book.state, terms),
    standing: () => viewStanding(book),
    pnls: () => symbolPnls(book.state.memory, viewAccount(book.state, terms)),
  };
  return {
    ...asked,
    accountId: terms.accountId,
    accountIds: [terms.accountId],
    accountOf: (accountId) => (accountId === terms.accountId ? asked : undefined),
    place: (request, nowUs) => answer(nowUs, () => placeOrder(book, request)),
    cancel: (clientId, ibOrderId, nowUs) => answer(nowUs, () => cancelByKey(book, { clientId, ibOrderId })),
    cancelAll: (nowUs, clientId) => answer(nowUs, () => cancelAll(book, clientId)),
    ordain: (act, nowUs) => answer(nowUs, () => ordain(book, act)),
    step: (steps, endUs) => answer(endUs, () => takeStep(book, steps), endUs % US_PER_MINUTE === 0),
    endOfSession: (nowUs) => answer(nowUs, () => endSession(book), true),
    openOrders: () => [...book.state.open.values()].map((order) => copyOf(order)),
    completedOrders: () => book.state.completed,
    executions: () => book.state.executions,
    nextIbOrderId: (clientId) => nextIbOrderId(book, clientId),
    quoteOf: (symbol) => book.state.quotes.get(symbol),
    snapshot: () => stateToJson(book.state),
    restore: (snapshot) => {
      book = bookOf(stateFromJson(snapshot, options.ids));
    },
  };
}
