import { exchangeTimeAt } from "@bowline/calendar";
import type { Entry, EventByKind } from "@bowline/contracts";
import { MICROS, type Us, us } from "@bowline/kernel";
import type { PlainBar } from "@bowline/market";
import type { DeclaredIndicator } from "@bowline/rules";
import { linesOf } from "./lines.ts";
import type { ChartBar, ChartFill, ChartOrder, SessionChart } from "./session-chart.ts";

export type ChartIndicators = Readonly<Record<string, DeclaredIndicator>>;

/** Folds a journal, entry by entry in order, into what a chart of a symbol's session shows. */
export type ChartFold = {
  add(entry: Entry): void;
  /** Every symbol with bars, in alphabetical order. */
  symbols(): readonly string[];
  /** The sessions in which a symbol traded, oldest first. */
  dates(symbol: string): readonly string[];
  chart(symbol: string, date: string, indicators: ChartIndicators): SessionChart;
};

type Fold = {
  /** Final one-minute bars by close: corrections in their places, history before what came live. */
  readonly bars: Map<string, Map<number, PlainBar>>;
  readonly live: Map<string, Set<number>>;
  readonly orders: Map<string, ChartOrder[]>;
  readonly fills: Map<string, ChartFill[]>;
};

export function makeChartFold(): ChartFold {
  const fold: Fold = { bars: new Map(), live: new Map(), orders: new Map(), fills: new Map() };
  const barsOf = (symbol: string): readonly PlainBar[] =>
    [...(fold.bars.get(symbol)?.values() ?? [])].sort((a, b) => a.closeUs - b.closeUs);
  const isLive = (symbol: string, { closeUs }: PlainBar): boolean => fold.live.get(symbol)?.has(closeUs) === true;
  return {
    add: (entry) => addEntry(fold, entry),
    symbols: () => [...fold.live.keys()].sort(),
    dates: (symbol) => [
      ...new Set(
        barsOf(symbol)
          .filter((bar) => isLive(symbol, bar) && bar.closePx !== undefined)
          .map(({ closeUs }) => dateOf(closeUs)),
      ),
    ],
    chart: (symbol, date, indicators) => {
      const drawn = barsOf(symbol).filter((bar) => bar.closePx !== undefined && dateOf(bar.closeUs) === date);
      const ofDate = <T extends { readonly atUs: Us }>(all: readonly T[] = []): readonly T[] =>
        all.filter(({ atUs }) => dateOf(atUs) === date);
      return {
        symbol,
        date,
        bars: drawn.map(toChartBar),
        lines: linesOf({
          indicators,
          bars: barsOf(symbol),
          barsOf,
          drawn: new Set(drawn.map(({ closeUs }) => closeUs)),
        }),
        orders: ofDate(fold.orders.get(symbol)),
        fills: ofDate(fold.fills.get(symbol)),
      };
    },
  };
}

/** The session that a close belongs to. */
const dateOf = (closeUs: number): string => exchangeTimeAt(us(closeUs - 1) as Us).date;
const dollarsOf = (micros = 0): number => micros / MICROS;

function addEntry(fold: Fold, { event, header }: Entry): void {
  switch (event.kind) {
    case "md.bar":
    case "md.bar-corrected":
      if (event.timeframe === "1m") addBar(fold, event);
      break;
    case "md.history":
      if (event.timeframe === "1m") addHistory(fold, event);
      break;
    case "order.submitted":
      listOf(fold.orders, event.symbol).push(toOrder(event, header.eventUs));
      break;
    case "order.filled":
      listOf(fold.fills, event.symbol).push(toFill(event, header.eventUs));
      break;
    case "order.corrected":
      correctFill(listOf(fold.fills, event.symbol), event);
      break;
    default:
  }
}

function listOf<T>(by: Map<string, T[]>, symbol: string): T[] {
  const known = by.get(symbol) ?? [];
  by.set(symbol, known);
  return known;
}

function barsIn({ bars }: Fold, symbol: string): Map<number, PlainBar> {
  const known = bars.get(symbol) ?? new Map<number, PlainBar>();
  bars.set(symbol, known);
  return known;
}

function addBar(fold: Fold, bar: EventByKind<"md.bar" | "md.bar-corrected">): void {
  barsIn(fold, bar.symbol).set(bar.closeUs, bar);
  const live = fold.live.get(bar.symbol) ?? new Set();
  fold.live.set(bar.symbol, live.add(bar.closeUs));
}

/** What came live stays: only a correction changes it. */
function addHistory(fold: Fold, { symbol, bars }: EventByKind<"md.history">): void {
  const known = barsIn(fold, symbol);
  for (const bar of bars)
    if (!known.has(bar.closeUs))
      known.set(bar.closeUs, { ...bar, status: bar.closePx === undefined ? "NO_TRADE" : "TRADED" });
}

const toChartBar = ({ closeUs, openPx, highPx, lowPx, closePx, volume }: PlainBar): ChartBar => ({
  closeUs,
  open: dollarsOf(openPx),
  high: dollarsOf(highPx),
  low: dollarsOf(lowPx),
  close: dollarsOf(closePx),
  volume: dollarsOf(volume),
});

const toOrder = (event: EventByKind<"order.submitted">, atUs: Us): ChartOrder => ({
  atUs,
  clOrdId: event.clOrdId,
  rule: event.rule,
  leg: event.leg,
  side: event.side,
  ordType: event.ordType,
  orderQty: dollarsOf(event.orderQty),
  ...(event.lmtPx === undefined ? {} : { lmtPx: dollarsOf(event.lmtPx) }),
  ...(event.stopPx === undefined ? {} : { stopPx: dollarsOf(event.stopPx) }),
});

const toFill = (event: EventByKind<"order.filled">, atUs: Us): ChartFill => ({
  atUs,
  clOrdId: event.clOrdId,
  execId: event.execId,
  side: event.side,
  lastQty: dollarsOf(event.lastQty),
  lastPx: dollarsOf(event.lastPx),
});

/** What the broker took back was none. */
function correctFill(fills: ChartFill[], event: EventByKind<"order.corrected">): void {
  const at = fills.findIndex(({ execId }) => execId === event.correctsExecId);
  const wrong = fills[at];
  if (wrong === undefined) return;
  const right = { ...wrong, execId: event.execId, lastQty: dollarsOf(event.lastQty), lastPx: dollarsOf(event.lastPx) };
  fills.splice(at, 1, ...(event.lastQty === 0 ? [] : [right]));
}
