import type { JsonValue, Money, Px, Qty, Us } from "@bowline/kernel";
import { money, us } from "@bowline/kernel";
import type { BrokerExecution, BrokerOrder } from "./broker-types.ts";
import type { FeeSchedule } from "./fee-schedule.ts";
import type { SymbolStep } from "./market.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** An order in the book: only the broker's own files write it, everybody else gets copies. */
export type WorkingOrder = Mutable<BrokerOrder> & {
  /** Σ quantity × price of its fills. */
  filledValue: Money;
};

/** What is held of one symbol. `cost` has the sign of `quantity` and includes commissions. */
export type Position = { quantity: Qty; cost: Money; realizedPnl: Money };

/** Everything that the broker remembers. */
export type BrokerState = {
  cash: Money;
  nowUs: Us;
  isOpen: boolean;
  lastPermId: number;
  lastExecution: number;
  /** Next valid order id, by client. */
  readonly nextIbOrderIds: Map<number, number>;
  /** Staged and working orders by permId, in the order of placing. */
  readonly open: Map<number, WorkingOrder>;
  completed: BrokerOrder[];
  executions: BrokerExecution[];
  readonly positions: Map<string, Position>;
  /** The last step of each symbol: the quote and the price that stand now. */
  readonly quotes: Map<string, SymbolStep>;
};

export type BrokerTerms = {
  readonly accountId: string;
  readonly fees: FeeSchedule;
  /** Symbols that can be traded. */
  readonly symbols: ReadonlySet<string>;
  /** Gross position value that one dollar of equity carries at the most. */
  readonly maxLeverage: number;
  /** Fill no more than the size at the quote at once. */
  readonly partialFills: boolean;
};

export const makeBrokerState = (cash: Money): BrokerState => ({
  cash,
  nowUs: us(0),
  isOpen: false,
  lastPermId: 1_000_000_000,
  lastExecution: 0,
  nextIbOrderIds: new Map(),
  open: new Map(),
  completed: [],
  executions: [],
  positions: new Map(),
  quotes: new Map(),
});

/** The state as plain JSON. */
export const stateToJson = (state: BrokerState): JsonValue =>
  ({
    ...state,
    nextIbOrderIds: [...state.nextIbOrderIds],
    open: [...state.open.values()].map((order) => ({ ...order })),
    completed: [...state.completed],
    executions: [...state.executions],
    positions: [...state.positions].map(([symbol, position]) => [symbol, { ...position }] as const),
    quotes: [...state.quotes.values()],
  }) as unknown as JsonValue;

type StateJson = Omit<BrokerState, "nextIbOrderIds" | "open" | "positions" | "quotes"> & {
  readonly nextIbOrderIds: readonly (readonly [number, number])[];
  readonly open: readonly WorkingOrder[];
  readonly positions: readonly (readonly [string, Position])[];
  readonly quotes: readonly SymbolStep[];
};

/** What `stateToJson` gave, as a state of its own. */
export function stateFromJson(json: JsonValue): BrokerState {
  const copy = structuredClone(json) as unknown as StateJson;
  return {
    ...copy,
    cash: money(copy.cash),
    nextIbOrderIds: new Map(copy.nextIbOrderIds),
    open: new Map(copy.open.map((order) => [order.permId, order])),
    completed: [...copy.completed],
    executions: [...copy.executions],
    positions: new Map(copy.positions),
    quotes: new Map(copy.quotes.map((step) => [step.symbol, step])),
  };
}

/** The price that marks a position: the last trade's. */
export const markOf = (state: BrokerState, symbol: string): Px | undefined => state.quotes.get(symbol)?.closePx;
