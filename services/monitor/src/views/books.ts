import type { Entry, Event, EventByKind } from "@bowline/contracts";
import {
  addMoney,
  formatMicros,
  isoOfUs,
  type Money,
  negMoney,
  type Px,
  subMoney,
  type Us,
  ZERO_MONEY,
} from "@bowline/kernel";
import {
  bookCommission,
  bookExecuted,
  bookQuote,
  makeBooks,
  openBooks,
  type Position,
  valueAt,
  valueBooks,
} from "@bowline/ledger";
import { chargedChange, countsInBooks, isExecuted } from "@bowline/orders";

/** An open position; money in dollars as exact text. */
export type PositionRow = {
  readonly symbol: string;
  readonly quantity: string;
  /** Total cost of the open quantity, positive, without commissions. */
  readonly cost: string;
  readonly enteredAt: string;
  readonly markPx?: string;
  /** Signed value at the mark, and what it would gain. */
  readonly value?: string;
  readonly unrealizedPnl?: string;
};

export type SymbolPnl = {
  readonly symbol: string;
  readonly fills: number;
  readonly realizedPnl: string;
  readonly commissions: string;
};

/** Profit and loss of the account; what needs the broker's first account is absent before it came. */
export type Pnl = {
  readonly accountId: string;
  readonly realizedPnl: string;
  readonly commissions: string;
  readonly unrealizedPnl?: string;
  readonly cash?: string;
  readonly equity?: string;
  readonly grossExposure?: string;
  readonly netExposure?: string;
  /** NetLiquidation as the broker reported it last. */
  readonly brokerEquity?: string;
  /** P&L as TWS told it last, and when; what it leaves unset is absent. */
  readonly brokerPnl?: BrokerPnl;
  readonly bySymbol: readonly SymbolPnl[];
};

export type BrokerPnl = {
  readonly toldAt: string;
  readonly dailyPnl?: string;
  readonly unrealizedPnl?: string;
  readonly realizedPnl?: string;
};

export type BooksView = { add(entry: Entry): void; positions(): readonly PositionRow[]; pnl(): Pnl };

type Line = { fills: number; realizedPnl: Money; commissions: Money };

/** The account's books, by the same fold as portfolio's. */
export function makeBooksView(accountId: string): BooksView {
  const books = makeBooks();
  const lines = new Map<string, Line>();
  let brokerEquity: Money | undefined;
  let brokerPnl: BrokerPnl | undefined;
  const lineOf = (symbol: string): Line => {
    const line = lines.get(symbol) ?? { fills: 0, realizedPnl: ZERO_MONEY, commissions: ZERO_MONEY };
    lines.set(symbol, line);
    return line;
  };
  const hearBroker = (event: Event, atUs: Us): void => {
    if (!("accountId" in event) || event.accountId !== accountId) return;
    if (event.kind === "broker.pnl") brokerPnl = brokerPnlOf(event, atUs);
    if (event.kind !== "broker.account") return;
    openBooks(books, event, atUs);
    brokerEquity = event.equity;
  };
  const add = ({ event, header }: Entry): void => {
    if (event.kind === "md.quote") bookQuote(books, event);
    else if (isExecuted(event)) {
      if (event.accountId !== accountId || !countsInBooks(event)) return;
      const line = lineOf(event.symbol);
      if (event.kind === "order.filled") line.fills += 1;
      line.realizedPnl = addMoney(line.realizedPnl, bookExecuted(books, event).realizedPnl);
    } else if (event.kind === "order.commission" || event.kind === "broker.external-commission") {
      if (!countsInBooks(event)) return;
      bookCommission(books, event);
      const line = lineOf(event.symbol);
      line.commissions = addMoney(line.commissions, chargedChange(event));
    } else hearBroker(event, header.eventUs);
  };
  return {
    add,
    positions: () =>
      bySymbol(books.positions).map(([symbol, held]) => positionRow(symbol, held, books.marks.get(symbol))),
    pnl: () => {
      const valuation = valueBooks(books);
      return {
        accountId,
        realizedPnl: formatMicros(books.realizedPnl),
        commissions: formatMicros(books.commissions),
        ...(valuation === undefined ? {} : formatted(valuation)),
        ...(brokerEquity === undefined ? {} : { brokerEquity: formatMicros(brokerEquity) }),
        ...(brokerPnl === undefined ? {} : { brokerPnl }),
        bySymbol: bySymbol(lines).map(([symbol, line]) => ({
          symbol,
          fills: line.fills,
          realizedPnl: formatMicros(line.realizedPnl),
          commissions: formatMicros(line.commissions),
        })),
      };
    },
  };
}

function brokerPnlOf({ dailyPnl, unrealizedPnl, realizedPnl }: EventByKind<"broker.pnl">, atUs: Us): BrokerPnl {
  const told = Object.entries({ dailyPnl, unrealizedPnl, realizedPnl }).flatMap(([key, amount]) =>
    amount === undefined ? [] : [[key, formatMicros(amount)] as const],
  );
  return { toldAt: isoOfUs(atUs), ...Object.fromEntries(told) };
}

const bySymbol = <T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1));

const formatted = <K extends string>(values: Readonly<Record<K, Money>>): Record<K, string> =>
  Object.fromEntries(Object.entries<Money>(values).map(([key, value]) => [key, formatMicros(value)])) as Record<
    K,
    string
  >;

function positionRow(symbol: string, { quantity, cost, entryUs }: Position, mark: Px | undefined): PositionRow {
  const row = { symbol, quantity: formatMicros(quantity), cost: formatMicros(cost), enteredAt: isoOfUs(entryUs) };
  if (mark === undefined) return row;
  const value = valueAt(quantity, mark);
  return {
    ...row,
    markPx: formatMicros(mark),
    value: formatMicros(value),
    unrealizedPnl: formatMicros(subMoney(value, quantity > 0 ? cost : negMoney(cost))),
  };
}
