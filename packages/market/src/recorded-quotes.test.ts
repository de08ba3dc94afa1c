import { addUs, isoOfUs, type Us, us, US_PER_SECOND } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { makeQuoteJudge, QUOTE_LIMITS, QUOTE_MARKS, type QuoteMark } from "./quote-quality.ts";
import {
  hasRecordedTicks,
  NEEDS_RECORDED_TICKS,
  type RecordedQuote,
  recordedQuotes,
  recordedTrades,
} from "./testing/recorded.ts";
import { recordedFlags } from "./tick-bars/recorded-flags.ts";

type Judged = { readonly marks: readonly QuoteMark[]; readonly quote: RecordedQuote };
type Cut = { readonly fromUs: Us; readonly toUs: Us };

/** Quotes and trades of a day in order of time, the trades that set a price; where the quotes are cut, judged at each trade. */
function* judgedDay(symbol: string, cut?: Cut): Generator<Judged> {
  const judge = makeQuoteJudge();
  const quotes = recordedQuotes(symbol);
  let next = quotes.next();
  let last: RecordedQuote | undefined;
  for (const trade of recordedTrades(symbol)) {
    for (; next.done !== true && next.value.eventUs <= trade.eventUs; next = quotes.next()) {
      if (cut !== undefined && next.value.eventUs >= cut.fromUs && next.value.eventUs < cut.toUs) continue;
      last = next.value;
      yield { marks: judge.quote(last), quote: last };
    }
    if (recordedFlags.saleOf(trade.conditions).effect.last === "SETS") judge.trade(trade.px);
    if (cut === undefined || last === undefined || trade.eventUs < cut.fromUs || trade.eventUs >= cut.toUs) continue;
    yield { marks: judge.marksAt(trade.eventUs), quote: { ...last, eventUs: trade.eventUs } };
  }
  for (; next.done !== true; next = quotes.next()) yield { marks: judge.quote(next.value), quote: next.value };
}

function countsOf(day: Iterable<Judged>) {
  const counts: Record<string, number> = Object.fromEntries(QUOTE_MARKS.map((kind) => [kind, 0]));
  let quotes = 0;
  const spikes: string[] = [];
  const unseenSuspects: RecordedQuote[] = [];
  for (const { marks, quote } of day) {
    quotes += 1;
    for (const { kind } of marks) counts[kind] = (counts[kind] ?? 0) + 1;
    if (marks.some(({ kind }) => kind === "SPIKING")) spikes.push(`${isoOfUs(quote.eventUs)} ${JSON.stringify(marks)}`);
    if (quote.isSuspicious && marks.length === 0) unseenSuspects.push(quote);
  }
  return { quotes, counts, spikes, unseenSuspects };
}

describe("the quotes of the recorded day", () => {
  it.for([
    ["AIG", 539_968, { ZERO: 1, LOCKED: 13_882, CROSSED: 95, SPIKING: 7, FROZEN: 0 }],
    ["BAC", 238_428, { ZERO: 1, LOCKED: 4_723, CROSSED: 0, SPIKING: 0, FROZEN: 0 }],
    ["IBM", 54_534, { ZERO: 1, LOCKED: 325, CROSSED: 43, SPIKING: 1, FROZEN: 0 }],
  ] as const)("of %s are marked", { timeout: 90_000 }, async ([symbol, quotes, counts], context) => {
    if (!hasRecordedTicks()) return context.skip(NEEDS_RECORDED_TICKS);
    const day = countsOf(judgedDay(symbol));
    await context.annotate(
      `${symbol}: ${day.quotes} quotes, marks ${JSON.stringify(day.counts)}\n${day.spikes.join("\n")}`,
    );
    expect(day).toMatchObject({ quotes, counts, unseenSuspects: [] });
  });

  it("are FROZEN where five minutes of them are cut, soon after and nowhere else", (context) => {
    if (!hasRecordedTicks()) return context.skip(NEEDS_RECORDED_TICKS);
    const fromUs = us(Date.UTC(2013, 9, 7, 15) * 1000);
    const cut = { fromUs, toUs: addUs(fromUs, 300 * US_PER_SECOND) };
    const frozen = [...judgedDay("IBM", cut)].filter(({ marks }) => marks.some(({ kind }) => kind === "FROZEN"));
    const times = frozen.map(({ quote }) => quote.eventUs);
    expect(times.length).toBeGreaterThan(100);
    expect(times[0]).toBeLessThan(addUs(fromUs, 30 * US_PER_SECOND + QUOTE_LIMITS.frozenAfterUs));
    expect(times.every((time) => time >= cut.fromUs && time < cut.toUs)).toBe(true);
  });
});
