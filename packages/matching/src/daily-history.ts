import { exchangeTimeAt, type Session, sessionOf } from "@bowline/calendar";
import { addQty, px, type Us, US_PER_MINUTE, us } from "@bowline/kernel";
import type { HistoryBar, Market } from "./market.ts";

/** Bars of whole sessions of a market's own past, as a broker tells them. */
export type DailyHistory = {
  /** The last `count` sessions that ended at or before `endUs` and had a trade, oldest first. Empty for an unknown symbol. */
  days(symbol: string, endUs: Us, count: number): readonly HistoryBar[];
};

/** Days are made of the regular minutes, each once: the next session asks for nearly the same ones. */
export function makeDailyHistory(market: Pick<Market, "history">): DailyHistory {
  const known = new Map<string, HistoryBar | undefined>();
  const dayOf = (symbol: string, session: Session): HistoryBar | undefined => {
    const key = `${symbol} ${session.date}`;
    if (!known.has(key)) known.set(key, foldDay(market, symbol, session));
    return known.get(key);
  };
  return {
    days(symbol, endUs, count) {
      const found: HistoryBar[] = [];
      let day = Temporal.PlainDate.from(exchangeTimeAt(endUs).date);
      while (found.length < count) {
        const session = sessionOf(day.toString());
        day = day.subtract({ days: 1 });
        if (session === undefined || session.closeUs > endUs) continue;
        const bar = dayOf(symbol, session);
        if (bar !== undefined) found.push(bar);
        else if (market.history(symbol, session.openUs, 1).length === 0) break;
      }
      return found.reverse();
    },
  };
}

function foldDay(market: Pick<Market, "history">, symbol: string, session: Session): HistoryBar | undefined {
  const minutes = (session.closeUs - session.openUs) / US_PER_MINUTE;
  const bars = market.history(symbol, session.closeUs, minutes).filter(({ closeUs }) => closeUs > session.openUs);
  const [first] = bars;
  const last = bars.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return {
    closeUs: us(session.closeUs),
    openPx: first.openPx,
    highPx: px(Math.max(...bars.map(({ highPx }) => highPx))),
    lowPx: px(Math.min(...bars.map(({ lowPx }) => lowPx))),
    closePx: last.closePx,
    volume: bars.slice(1).reduce((sum, { volume }) => addQty(sum, volume), first.volume),
  };
}
