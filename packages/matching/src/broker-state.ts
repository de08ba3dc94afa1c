import type { JsonValue, Money, Px, Qty, Us } from "@bowline/kernel";
import { money, us, ZERO_QTY } from "@bowline/kernel";
import { type AccountMemory, makeAccountMemory } from "./account-memory.ts";
import type { Behaviour } from "./behaviour.ts";
import type { BrokerExecution, BrokerOrder } from "./broker-types.ts";
import type { FeeSchedule } from "./fee-schedule.ts";
import type { FillTerms } from "./fill-terms.ts";
import type { InstrumentRule } from "./instrument-rule.ts";
import type { MarginTerms } from "./margin-terms.ts";
import type { SymbolStep } from "./market.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Why an order does not meet the market. STAGED: not transmitted. CHILD: its parent works. LOCATE: shares are located. AFTER: its time
 * has not come. AUCTION: waits for one. HOURS: the market is closed, or closed for it.
 */
export type Hold = "STAGED" | "CHILD" | "LOCATE" | "AFTER" | "CONDITIONS" | "AUCTION" | "HOURS";

/** What the broker remembers of an order and never tells. */
export type OrderNotes = {
  /** Σ quantity × price of its fills. */
  filledValue: Money;
  /** Of what is filled, what rested in the book and was hit; absent: nothing. */
  addedQty?: Qty | undefined;
  /** Asks for more than the quick look of `matchStep`: a time, a trigger that follows, a peg, a condition. */
  isCareful: boolean;
  /** What held it when it was last looked at, family aside. */
  waitsFor?: Hold | undefined;
  /** Conditions were met once; they are not looked at again. */
  isConditionMet: boolean;
  /** Shares are located from then on. */
  locatedUs?: Us | undefined;
  /** A cancel arrives then. */
  cancelUs?: Us | undefined;
  /** How often in a row its trigger was reached, for the methods that want it twice. */
  triggerHits: number;
  /** What stands before it at its price; absent until the quote shows it. */
  aheadQty?: Qty | undefined;
  /** The price of an order that follows the quote. */
  pegPx?: Px | undefined;
  /** The lowest price that a sale under rule 201 may stand at, as the quote was when it was last looked at. */
  shortPx?: Px | undefined;
  /** The last execution and the symbol's volume of the session when it came in. */
  executionsBefore: number;
  volumeBefore: Qty;
};

/** An order in the book: only the broker's own files write it, everybody else gets copies. */
export type WorkingOrder = Mutable<BrokerOrder> & { readonly notes: OrderNotes };

/** What is held of one symbol. `cost` has the sign of `quantity` and includes commissions. */
export type Position = { quantity: Qty; cost: Money; realizedPnl: Money };

/** A sum that grows with every step, in place: a backtest adds to millions of these. */
export type Tally = { total: Qty };

/** Which hours the market plays. CLOSED: nothing is matched. */
export type SessionPhase = "CLOSED" | "REGULAR" | "EXTENDED";

/** What the accounts of one login share: what was given out last, and the next valid order id by client. */
export type IdSpace = {
  lastPermId: number;
  lastExecution: number;
  readonly nextIbOrderIds: Map<number, number>;
};

export const makeIdSpace = (): IdSpace => ({ lastPermId: 1_000_000_000, lastExecution: 0, nextIbOrderIds: new Map() });

/** Everything that the broker remembers. */
export type BrokerState = {
  cash: Money;
  nowUs: Us;
  phase: SessionPhase;
  readonly ids: IdSpace;
  /** What margin, settlement and P&L need of the past. */
  memory: AccountMemory;
  /** Of the numbers that slippage draws; empty before the first. */
  prng: readonly number[];
  /** Staged and working orders by permId, in the order of placing. */
  readonly open: Map<number, WorkingOrder>;
  completed: BrokerOrder[];
  executions: BrokerExecution[];
  readonly positions: Map<string, Position>;
  /** The last step of each symbol: the quote and the price that stand now. */
  readonly quotes: Map<string, SymbolStep>;
  /** By symbol: volume of the session so far, the last session's last price, the serial of the last execution. */
  readonly volumes: Map<string, Tally>;
  readonly closes: Map<string, Px>;
  readonly lastExecutions: Map<string, number>;
  /** What was taken of the displayed sizes since the last step, by symbol and side of the taker. */
  readonly taken: Map<string, Qty>;
};

export type BrokerTerms = {
  readonly accountId: string;
  readonly fees: FeeSchedule;
  /** Symbols that can be traded. */
  readonly symbols: ReadonlySet<string>;
  /** Gross position value that one dollar of equity carries at the most. */
  readonly maxLeverage: number;
  /** Margin as IB asks for it, instead of `maxLeverage`. */
  readonly margin?: MarginTerms | undefined;
  readonly fills: FillTerms;
  readonly behaviour: Behaviour;
  readonly instrumentOf: (symbol: string) => InstrumentRule;
};

export const makeBrokerState = (cash: Money, ids: IdSpace = makeIdSpace()): BrokerState => ({
  cash,
  nowUs: us(0),
  phase: "CLOSED",
  ids,
  memory: makeAccountMemory(cash),
  prng: [],
  open: new Map(),
  completed: [],
  executions: [],
  positions: new Map(),
  quotes: new Map(),
  volumes: new Map(),
  closes: new Map(),
  lastExecutions: new Map(),
  taken: new Map(),
});

/** The state as plain JSON. */
export const stateToJson = (state: BrokerState): JsonValue =>
  ({
    ...state,
    ids: { ...state.ids, nextIbOrderIds: [...state.ids.nextIbOrderIds] },
    open: [...state.open.values()].map((order) => ({ ...order, notes: { ...order.notes } })),
    completed: [...state.completed],
    executions: [...state.executions],
    positions: [...state.positions].map(([symbol, position]) => [symbol, { ...position }] as const),
    quotes: [...state.quotes.values()],
    volumes: [...state.volumes].map(([symbol, { total }]) => [symbol, { total }] as const),
    closes: [...state.closes],
    lastExecutions: [...state.lastExecutions],
    taken: [...state.taken],
  }) as unknown as JsonValue;

type MapNames = "ids" | "open" | "positions" | "quotes" | "volumes" | "closes" | "lastExecutions" | "taken";
type Pairs<K, V> = readonly (readonly [K, V])[];
type StateJson = Omit<BrokerState, MapNames> & {
  readonly ids: Omit<IdSpace, "nextIbOrderIds"> & { readonly nextIbOrderIds: Pairs<number, number> };
  readonly open: readonly WorkingOrder[];
  readonly positions: Pairs<string, Position>;
  readonly quotes: readonly SymbolStep[];
  readonly volumes: Pairs<string, Tally>;
  readonly closes: Pairs<string, Px>;
  readonly lastExecutions: Pairs<string, number>;
  readonly taken: Pairs<string, Qty>;
};

/** What `stateToJson` gave, as a state of its own. The ids are written into the space that the accounts share. */
export function stateFromJson(json: JsonValue, ids: IdSpace = makeIdSpace()): BrokerState {
  const copy = structuredClone(json) as unknown as StateJson;
  ids.lastPermId = copy.ids.lastPermId;
  ids.lastExecution = copy.ids.lastExecution;
  ids.nextIbOrderIds.clear();
  for (const [clientId, next] of copy.ids.nextIbOrderIds) ids.nextIbOrderIds.set(clientId, next);
  return {
    ...copy,
    cash: money(copy.cash),
    ids,
    open: new Map(copy.open.map((order) => [order.permId, order])),
    completed: [...copy.completed],
    executions: [...copy.executions],
    positions: new Map(copy.positions),
    quotes: new Map(copy.quotes.map((step) => [step.symbol, step])),
    volumes: new Map(copy.volumes),
    closes: new Map(copy.closes),
    lastExecutions: new Map(copy.lastExecutions),
    taken: new Map(copy.taken),
  };
}

/** Volume of the session so far. */
export const volumeOf = (state: BrokerState, symbol: string): Qty => state.volumes.get(symbol)?.total ?? ZERO_QTY;

/** The price that marks a position: the last trade's. */
export const markOf = (state: BrokerState, symbol: string): Px | undefined => state.quotes.get(symbol)?.closePx;
