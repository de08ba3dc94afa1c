import {
  answersClock,
  type Difference,
  type Emit,
  type Entry,
  type EventByKind,
  type Machine,
} from "@bowline/contracts";
import { absQty, type JsonValue, px, type Us, US_PER_MINUTE, ZERO_MONEY, ZERO_QTY } from "@bowline/kernel";
import {
  bookCommission,
  bookExecuted,
  bookQuote,
  type Books,
  type BooksSnapshot,
  brokerHoldings,
  cashOf,
  differencesBetween,
  makeBooks,
  openBooks,
  restoreBooks,
  snapshotBooks,
  valueBooks,
} from "@bowline/ledger";
import { countsInBooks, type Executed, isExecuted } from "@bowline/orders";

type State = {
  books: Books;
  /** Minute of the last account entry that a clock caused. */
  minute: number;
  /** The newest clock, and the newest that was answered. */
  clockUs?: Us;
  beatUs?: Us;
  sessionDate: string;
  /** What differed at the broker's last account. */
  differences: readonly Difference[];
};

type Snapshot = Omit<State, "books"> & { readonly books: BooksSnapshot };

/**
 * The machine `portfolio`: folds fills, commissions and quotes of one account into positions, P&L and cash, and writes a
 * reconciliation whenever what differs from the broker's account changes.
 */
export function makePortfolio({ accountId }: { readonly accountId: string }): Machine {
  let state: State = { books: makeBooks(), minute: 0, sessionDate: "", differences: [] };

  const apply = ({ header, event }: Entry, emit: Emit): void => {
    if (isExecuted(event)) {
      if (event.accountId === accountId && countsInBooks(event)) applyExecuted(state, event, emit);
      return;
    }
    switch (event.kind) {
      case "md.quote":
        bookQuote(state.books, event);
        break;
      case "order.commission":
      case "broker.external-commission":
        if (!countsInBooks(event)) break;
        bookCommission(state.books, event);
        emitAccount(state, accountId, emit);
        break;
      case "control.clock":
        applyClock(state, event, { accountId, emit });
        break;
      case "broker.account":
        if (event.accountId !== accountId) break;
        openBooks(state.books, event, header.eventUs);
        compare(state, event, emit);
        break;
      default:
    }
  };

  return {
    name: "portfolio",
    version: 4,
    apply,
    snapshot: () => ({ ...state, books: snapshotBooks(state.books) }) as unknown as JsonValue,
    restore: (snapshot) => {
      const from = snapshot as unknown as Snapshot;
      state = { ...from, books: restoreBooks(from.books) };
    },
  };
}

function applyExecuted(state: State, event: Executed, emit: Emit): void {
  const { change, position, realizedPnl, entryUs } = bookExecuted(state.books, event);
  const quantity = position?.quantity ?? ZERO_QTY;
  const cost = position?.cost ?? ZERO_MONEY;
  emit({ kind: `position.${change}`, ...causeOf(state, event), quantity, cost, realizedPnl, entryUs });
  emitAccount(state, event.accountId, emit);
}

/** Nobody's strategy, in nobody's group. */
const EXTERNAL = { strategy: "external", group: "external" };

/** What a position's entry says of the execution behind it. What is not ours goes by the broker's id, an adjustment by its own. */
function causeOf({ books }: State, event: Executed) {
  const { accountId, symbol } = event;
  if (event.kind === "broker.adjustment") {
    const { adjustmentId, quantity } = event;
    const lastPx = event.px ?? books.marks.get(symbol) ?? px(1);
    const what = { side: quantity < 0 ? ("SELL" as const) : ("BUY" as const), lastQty: absQty(quantity), lastPx };
    return { accountId, symbol, ...EXTERNAL, clOrdId: adjustmentId, execId: adjustmentId, ...what };
  }
  const { execId, side, lastQty, lastPx } = event;
  const whose =
    event.kind === "broker.external-fill"
      ? { ...EXTERNAL, clOrdId: event.orderId }
      : { strategy: event.strategy, group: event.group, clOrdId: event.clOrdId };
  return { accountId, symbol, ...whose, execId, side, lastQty, lastPx };
}

function applyClock(
  state: State,
  clock: EventByKind<"control.clock">,
  { accountId, emit }: { readonly accountId: string; readonly emit: Emit },
): void {
  if (clock.sessionDate !== "") state.sessionDate = clock.sessionDate;
  beat(state, clock.nowUs, emit);
  const minute = Math.floor(clock.nowUs / US_PER_MINUTE);
  if (minute === state.minute) return;
  state.minute = minute;
  emitAccount(state, accountId, emit);
}

function beat(state: State, nowUs: Us, emit: Emit): void {
  const { beatUs, clockUs } = state;
  state.clockUs = nowUs;
  if (!answersClock(nowUs, { beatUs, clockUs })) return;
  state.beatUs = nowUs;
  emit({ kind: "control.heartbeat", source: "portfolio", clockUs: nowUs });
}

/** Nothing before the opening balance: cash that nobody knows is not written down. */
function emitAccount({ books, sessionDate }: State, accountId: string, emit: Emit): void {
  const valuation = valueBooks(books);
  if (valuation === undefined) return;
  const { realizedPnl, commissions } = books;
  emit({ kind: "account", accountId, ...valuation, realizedPnl, commissions, sessionDate });
}

function compare(state: State, account: EventByKind<"broker.account">, emit: Emit): void {
  const cash = cashOf(state.books);
  if (cash === undefined) return;
  const quantities = new Map([...state.books.positions].map(([symbol, { quantity }]) => [symbol, quantity]));
  const differences = differencesBetween({ cash, quantities }, brokerHoldings(account));
  if (sameDifferences(differences, state.differences)) return;
  state.differences = differences;
  emit({ kind: "account.reconciliation", accountId: account.accountId, clean: differences.length === 0, differences });
}

const sameDifferences = (a: readonly Difference[], b: readonly Difference[]): boolean =>
  a.length === b.length &&
  a.every((x, i) => x.subject === b[i]?.subject && x.ours === b[i].ours && x.broker === b[i].broker);
