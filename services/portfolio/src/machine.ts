import type { Difference, Emit, Entry, EventByKind, Machine } from "@bowline/contracts";
import { type JsonValue, US_PER_MINUTE, ZERO_MONEY, ZERO_QTY } from "@bowline/kernel";
import {
  bookCommission,
  bookFill,
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

type State = {
  books: Books;
  /** Minute of the last account entry that a clock caused. */
  minute: number;
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
    switch (event.kind) {
      case "md.quote":
        bookQuote(state.books, event);
        break;
      case "order.filled":
        if (event.accountId === accountId) applyFilled(state, event, emit);
        break;
      case "order.commission":
        bookCommission(state.books, event.commission);
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
    version: 1,
    apply,
    snapshot: () => ({ ...state, books: snapshotBooks(state.books) }) as unknown as JsonValue,
    restore: (snapshot) => {
      const from = snapshot as unknown as Snapshot;
      state = { ...from, books: restoreBooks(from.books) };
    },
  };
}

function applyFilled(state: State, fill: EventByKind<"order.filled">, emit: Emit): void {
  const { accountId, strategy, group, symbol, clOrdId, execId, side, lastQty, lastPx } = fill;
  const { change, position, realizedPnl, entryUs } = bookFill(state.books, fill);
  const quantity = position?.quantity ?? ZERO_QTY;
  const cost = position?.cost ?? ZERO_MONEY;
  const about = { accountId, strategy, group, symbol, clOrdId, execId, side, lastQty, lastPx };
  emit({ kind: `position.${change}`, ...about, quantity, cost, realizedPnl, entryUs });
  emitAccount(state, accountId, emit);
}

function applyClock(
  state: State,
  clock: EventByKind<"control.clock">,
  { accountId, emit }: { readonly accountId: string; readonly emit: Emit },
): void {
  if (clock.sessionDate !== "") state.sessionDate = clock.sessionDate;
  const minute = Math.floor(clock.nowUs / US_PER_MINUTE);
  if (minute === state.minute) return;
  state.minute = minute;
  emitAccount(state, accountId, emit);
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
