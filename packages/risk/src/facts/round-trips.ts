import { type Money, money, mulDiv, type Qty, qty, type Us, ZERO_MONEY } from "@bowline/kernel";

/** Losing round trips in a row, and when the last of them ended. */
export type Streak = { readonly losses: number; readonly lastUs: Us | undefined };
const NONE: Streak = { losses: 0, lastUs: undefined };

/** One open position of a strategy: cost is what was paid for it, negative where it was sold short. */
type OpenTrip = {
  readonly strategy: string;
  readonly symbol: string;
  quantity: Qty;
  cost: Money;
  realized: Money;
  readonly openedOn: string;
};

/**
 * Round trips by strategy and symbol at average cost, commissions left out: what streaks, day trades and opposing strategies are
 * told from. Private state of a machine, changed by the functions below only.
 */
export type RoundTrips = {
  /** By `strategy|symbol`. */
  readonly open: Map<string, OpenTrip>;
  readonly bySymbol: Map<string, Streak>;
  readonly byStrategy: Map<string, Streak>;
  /** When the symbol last lost. */
  readonly lossUs: Map<string, Us>;
  /** Sessions with the symbols' round trips within them, oldest first. */
  readonly dayTrades: { readonly sessionDate: string; count: number }[];
};

export const makeRoundTrips = (): RoundTrips => ({
  open: new Map(),
  bySymbol: new Map(),
  byStrategy: new Map(),
  lossUs: new Map(),
  dayTrades: [],
});

/** Sessions over which day trades count (FINRA rule 4210(f)(8)(B)). */
const DAY_TRADE_SESSIONS = 5;

/** A movement: signed quantity, and the cash that it brought (negative where it cost). */
export type Movement = {
  readonly strategy: string;
  readonly symbol: string;
  readonly quantity: Qty;
  readonly cash: Money;
  readonly atUs: Us;
  readonly sessionDate: string;
};

export function holdMovement(trips: RoundTrips, movement: Movement): void {
  if (movement.quantity === 0) return;
  const key = `${movement.strategy}|${movement.symbol}`;
  const trip = trips.open.get(key);
  if (trip === undefined) return begin(trips, movement);
  if (trip.quantity > 0 === movement.quantity > 0) {
    trip.quantity = qty(trip.quantity + movement.quantity);
    trip.cost = money(trip.cost - movement.cash);
    return;
  }
  const closing = Math.min(Math.abs(trip.quantity), Math.abs(movement.quantity));
  const brought = mulDiv(movement.cash, closing, Math.abs(movement.quantity));
  const spent = mulDiv(trip.cost, closing, Math.abs(trip.quantity));
  trip.realized = money(trip.realized + brought - spent);
  trip.cost = money(trip.cost - spent);
  trip.quantity = qty(trip.quantity + Math.sign(movement.quantity) * closing);
  if (trip.quantity !== 0) return;
  end(trips, trip, movement);
  const left = qty(movement.quantity - Math.sign(movement.quantity) * closing);
  if (left !== 0) begin(trips, { ...movement, quantity: left, cash: money(movement.cash - brought) });
}

function begin(trips: RoundTrips, { strategy, symbol, quantity, cash, sessionDate }: Movement): void {
  trips.open.set(`${strategy}|${symbol}`, {
    strategy,
    symbol,
    quantity,
    cost: money(-cash),
    realized: ZERO_MONEY,
    openedOn: sessionDate,
  });
}

function end(trips: RoundTrips, trip: OpenTrip, { strategy, symbol, atUs, sessionDate }: Movement): void {
  trips.open.delete(`${strategy}|${symbol}`);
  const lost = trip.realized < 0;
  for (const [streaks, key] of [
    [trips.bySymbol, symbol],
    [trips.byStrategy, strategy],
  ] as const) {
    if (lost) streaks.set(key, { losses: (streaks.get(key)?.losses ?? 0) + 1, lastUs: atUs });
    else streaks.delete(key);
  }
  if (lost) trips.lossUs.set(symbol, atUs);
  if (trip.openedOn === sessionDate) countDayTrade(trips, sessionDate);
}

function countDayTrade({ dayTrades }: RoundTrips, sessionDate: string): void {
  const today = dayTrades.at(-1);
  if (today?.sessionDate === sessionDate) today.count += 1;
  else dayTrades.push({ sessionDate, count: 1 });
}

/** Called at the start of a session: only the last five count. */
export function beginSession({ dayTrades }: RoundTrips, sessionDate: string): void {
  dayTrades.push({ sessionDate, count: 0 });
  while (dayTrades.length > DAY_TRADE_SESSIONS) dayTrades.shift();
}

export const streakOf = (streaks: ReadonlyMap<string, Streak>, key: string): Streak => streaks.get(key) ?? NONE;

/** Day trades of the last five sessions, and those that positions opened today, this symbol's included, may become. */
export function dayTradesWith(trips: RoundTrips, symbol: string, sessionDate: string): number {
  const done = trips.dayTrades.reduce((sum, { count }) => sum + count, 0);
  const begun = new Set([symbol]);
  for (const { openedOn, symbol: other } of trips.open.values()) if (openedOn === sessionDate) begun.add(other);
  return done + begun.size;
}

/** What a strategy holds by its own fills, by symbol. */
export function heldBy(trips: RoundTrips, strategy: string): Map<string, Qty> {
  const held = new Map<string, Qty>();
  for (const trip of trips.open.values()) if (trip.strategy === strategy) held.set(trip.symbol, trip.quantity);
  return held;
}

/** Another strategy that stands on the other side. */
export function strategyAgainst(
  trips: RoundTrips,
  of: { strategy: string; symbol: string; buys: boolean },
): string | undefined {
  for (const { strategy, symbol, quantity } of trips.open.values())
    if (symbol === of.symbol && strategy !== of.strategy && quantity < 0 === of.buys) return strategy;
  return undefined;
}
