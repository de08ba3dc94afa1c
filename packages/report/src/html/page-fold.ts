import type { Entry, Event, EventByKind } from "@bowline/contracts";
import { formatMicros, MICROS, type Money, type Us } from "@bowline/kernel";
import {
  type EquityPoint,
  isPositionEvent,
  makeTradeFold,
  METRICS,
  type Metric,
  type PositionEvent,
  type Trade,
} from "@bowline/ledger";
import type { RunSummary } from "../run-summary.ts";
import { candlesOf, type MinuteBar } from "./candles.ts";
import { chartSeconds } from "./chart-time.ts";
import { equityRows } from "./equity-rows.ts";
import type { CodeCount, Marker, ReportPage, Statistic, SymbolPage, TradeRow } from "./report-page.ts";

type SymbolFold = {
  readonly group: string;
  readonly bars: MinuteBar[];
  readonly fills: { readonly atUs: Us; readonly event: PositionEvent }[];
};
type Fold = {
  readonly symbols: Map<string, SymbolFold>;
  readonly equity: EquityPoint[];
  readonly denials: Map<string, number>;
  readonly refusals: Map<string, number>;
  readonly dates: Set<string>;
  readonly strategies: Set<string>;
  readonly differences: { readonly time: number; readonly text: string }[];
};

/** Numbers on the page are for drawing: a double is close enough. */
const drawn = (micros: number): number => micros / MICROS;

/** Folds a journal, entry by entry in order, into everything that the report shows. Quotes and five-second bars change nothing. */
export type PageFold = { add(entry: Entry): void; page(summary: RunSummary): ReportPage };

export function makePageFold(): PageFold {
  const trades = makeTradeFold();
  const fold: Fold = {
    symbols: new Map(),
    equity: [],
    denials: new Map(),
    refusals: new Map(),
    dates: new Set(),
    strategies: new Set(),
    differences: [],
  };
  return {
    add(entry) {
      trades.add(entry.event, entry.header.eventUs);
      foldEntry(fold, entry);
    },
    page: (summary) => assemble(fold, trades.trades(), summary),
  };
}

function foldEntry(fold: Fold, { event, header }: Entry): void {
  if (isPositionEvent(event)) return void symbolOf(fold, event).fills.push({ atUs: header.eventUs, event });
  switch (event.kind) {
    case "md.bar":
      foldBar(fold, event);
      break;
    case "md.bar-corrected":
      foldCorrection(fold, event);
      break;
    case "account":
      if (fold.equity.at(-1)?.atUs === header.eventUs) fold.equity.pop();
      fold.equity.push({ atUs: header.eventUs, equity: event.equity });
      break;
    case "order.denied":
      for (const { code } of event.reasons) increase(fold.denials, code);
      break;
    case "signal.refused":
      for (const { code } of event.reasons) increase(fold.refusals, code);
      break;
    default:
      foldRare(fold, event, header.eventUs);
  }
}

function foldRare(fold: Fold, event: Event, atUs: Us): void {
  if (event.kind === "control.clock" && event.phase === "REGULAR") fold.dates.add(event.sessionDate);
  else if (event.kind === "order.submitted") fold.strategies.add(event.strategy);
  else if (event.kind === "account.reconciliation") {
    const list = event.differences.map(({ subject, ours, broker }) => `${subject}: ours ${ours}, broker ${broker}`);
    fold.differences.push({ time: chartSeconds(atUs), text: event.clean ? "all equal again" : list.join("; ") });
  }
}

const increase = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

function symbolOf(fold: Fold, { symbol, group }: { readonly symbol: string; readonly group: string }): SymbolFold {
  const known = fold.symbols.get(symbol);
  if (known !== undefined) return known;
  const made = { group, bars: [], fills: [] };
  fold.symbols.set(symbol, made);
  return made;
}

function foldBar(fold: Fold, bar: EventByKind<"md.bar">): void {
  if (bar.timeframe !== "1m") return;
  const candle = minuteBar(bar);
  if (candle !== undefined) symbolOf(fold, bar).bars.push(candle);
}

/** A corrected bar takes its place among those that were told. */
function foldCorrection(fold: Fold, bar: EventByKind<"md.bar-corrected">): void {
  if (bar.timeframe !== "1m") return;
  const candle = minuteBar(bar);
  const { bars } = symbolOf(fold, bar);
  const at = bars.findLastIndex(({ closeUs }) => closeUs < bar.closeUs) + 1;
  bars.splice(at, bars[at]?.closeUs === bar.closeUs ? 1 : 0, ...(candle === undefined ? [] : [candle]));
}

/** `undefined` where nothing traded. */
function minuteBar(bar: EventByKind<"md.bar" | "md.bar-corrected">): MinuteBar | undefined {
  const { openPx, highPx, lowPx, closePx, closeUs, volume } = bar;
  if (openPx === undefined || highPx === undefined || lowPx === undefined || closePx === undefined) return undefined;
  return {
    closeUs,
    open: drawn(openPx),
    high: drawn(highPx),
    low: drawn(lowPx),
    close: drawn(closePx),
    volume: drawn(volume),
  };
}

function assemble(fold: Fold, trades: readonly Trade[], summary: RunSummary): ReportPage {
  const dates = [...fold.dates].sort();
  const strategies = [...fold.strategies].sort();
  return {
    title: strategies.length === 0 ? "Bowline run" : strategies.join(", "),
    strategies,
    dates,
    summary,
    netPnl: netOf(fold.equity),
    statistics: METRICS.map((metric) => statisticOf(metric, metric.value({ trades, equity: fold.equity }))),
    equity: equityRows(fold.equity),
    symbols: [...fold.symbols]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([symbol, one]) => symbolPage(symbol, one, trades)),
    trades: trades.map(tradeRow),
    denials: counts(fold.denials),
    refusals: counts(fold.refusals),
    differences: fold.differences,
  };
}

function netOf(equity: readonly EquityPoint[]): string | undefined {
  const [first, last] = [equity[0], equity.at(-1)];
  return first === undefined || last === undefined ? undefined : formatMicros(last.equity - first.equity);
}

const counts = (by: ReadonlyMap<string, number>): CodeCount[] =>
  [...by].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));

const FORMATS: Record<Metric["unit"], (value: number) => string> = {
  count: (value) => String(value),
  ratio: (value) => `${(value * 100).toFixed(2)} %`,
  factor: (value) => value.toFixed(2),
  money: (value) => drawn(value).toLocaleString("en-US", { style: "currency", currency: "USD" }),
};

const statisticOf = ({ title, unit }: Metric, value: number | undefined): Statistic => ({
  title,
  text: value === undefined ? "–" : FORMATS[unit](value),
});

function symbolPage(symbol: string, { group, bars, fills }: SymbolFold, trades: readonly Trade[]): SymbolPage {
  const own = trades.filter((trade) => trade.symbol === symbol);
  const candles = candlesOf(bars);
  return {
    symbol,
    group,
    candles,
    markers: fills.map(({ atUs, event }) => markerOf(event, atUs)),
    trades: own.length,
    netPnl: drawn(own.reduce((sum, { netPnl }) => sum + netPnl, 0) as Money),
  };
}

const VERBS: Record<PositionEvent["kind"], string> = {
  "position.opened": "open",
  "position.increased": "add",
  "position.reduced": "reduce",
  "position.closed": "close",
  "position.flipped": "flip",
  "position.restated": "restate",
};

const markerOf = (event: PositionEvent, atUs: Us): Marker => ({
  time: chartSeconds(atUs),
  buys: event.side === "BUY",
  enters: event.kind === "position.opened" || event.kind === "position.increased",
  text: `${VERBS[event.kind]} ${formatMicros(event.lastQty)} @ ${formatMicros(event.lastPx)}`,
});

const tradeRow = (trade: Trade): TradeRow => ({
  symbol: trade.symbol,
  direction: trade.direction,
  entry: chartSeconds(trade.entryUs),
  exit: chartSeconds(trade.exitUs),
  quantity: drawn(trade.quantity),
  entryPx: drawn(trade.entryPx),
  exitPx: drawn(trade.exitPx),
  commissions: drawn(trade.commissions),
  netPnl: drawn(trade.netPnl),
});
