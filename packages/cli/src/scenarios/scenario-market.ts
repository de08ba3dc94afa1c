import { sessionOf } from "@bowline/calendar";
import { US_PER_MINUTE, type Us, assert, px, shares, us } from "@bowline/kernel";
import { type HistoryBar, type Market, type SessionPlan, STEPS_PER_MINUTE, type SymbolStep } from "@bowline/matching";
import { OPEN_MINUTE, type Given, type Scenario, type Step } from "./scenario-file.ts";

const CENT = 10_000;
const QUOTED = shares(1_000_000);

/** The market that a scenario describes: prices go straight from step to step, and stand still before the first. */
export function scenarioMarket({ given, steps }: Scenario): Market {
  const session = sessionOf(given.date);
  assert(session !== undefined, `${given.date} is no trading day`);
  const last = (steps.at(-1)?.at ?? OPEN_MINUTE) - OPEN_MINUTE;
  const whole = (session.closeUs - session.openUs) / US_PER_MINUTE;
  // The minute of the last step belongs to it.
  const plan: SessionPlan = { ...session, steps: Math.min(last + 1, whole) * STEPS_PER_MINUTE };
  const symbols = Object.keys(given.symbols).toSorted();
  const tapes = symbols.map((symbol) => tapeOf(symbol, { given, steps }, plan));
  const pasts = new Map(symbols.map((symbol) => [symbol, pastOf(symbol, given, plan.openUs)]));
  return {
    symbols,
    sessions: () => [plan],
    step: (_, index) => tapes.map((tape) => tape[index] as SymbolStep),
    history: (symbol, endUs, count) =>
      (pasts.get(symbol) ?? []).filter(({ closeUs }) => closeUs <= endUs).slice(-count),
  };
}

type Now = {
  readonly px: number;
  readonly spread: number;
  readonly range: number;
  readonly volume: number;
  readonly halted: boolean;
};

function tapeOf(symbol: string, { given, steps }: Pick<Scenario, "given" | "steps">, plan: SessionPlan): SymbolStep[] {
  const isMain = symbol === Object.keys(given.symbols)[0];
  const { spread, range, volume } = given;
  let now: Now = { px: given.symbols[symbol] ?? 0, spread, range, volume, halted: false };
  const tape: SymbolStep[] = [];
  for (const step of steps) {
    const [first, end] = [tape.length, (step.at - OPEN_MINUTE) * STEPS_PER_MINUTE];
    const next = nowFrom(step, now, step.prices?.[symbol] ?? (isMain ? step.price : undefined));
    for (let index = first; index < end - 1; index++)
      tape.push(stepAt(symbol, now, now.px + ((next.px - now.px) * (index + 1 - first)) / (end - first)));
    // The moment of the step is the end of its last five seconds: these are the step's own already.
    if (first < end) tape.push(stepAt(symbol, next, next.px));
    now = next;
  }
  while (tape.length < plan.steps) tape.push(stepAt(symbol, now, now.px));
  return tape;
}

/** What a step does not say stays as it was. */
const nowFrom = ({ spread, range, volume, halted }: Step, now: Now, wanted: number | undefined): Now => ({
  px: wanted ?? now.px,
  spread: spread ?? now.spread,
  range: range ?? now.range,
  volume: volume ?? now.volume,
  halted: halted ?? now.halted,
});

function stepAt(symbol: string, { spread, range, volume, halted }: Now, exact: number): SymbolStep {
  const last = toCent(exact);
  const bid = Math.max(CENT, toCent(last - spread / 2));
  return {
    symbol,
    bidPx: px(bid),
    askPx: px(Math.max(bid + CENT, bid + toCent(spread))),
    bidQty: QUOTED,
    askQty: QUOTED,
    openPx: px(last),
    highPx: px(toCent(last + range / 2)),
    lowPx: px(Math.max(CENT, toCent(last - range / 2))),
    closePx: px(last),
    wapPx: px(last),
    volume: shares(halted ? 0 : Math.floor(volume / STEPS_PER_MINUTE)),
    tradeCount: halted ? 0 : 1,
    ...(halted ? { halted } : {}),
  };
}

const toCent = (value: number): number => Math.round(value / CENT) * CENT;

/** At least what every strategy's ATR needs. */
const LEAST_MINUTES = 390;

/** Minutes of the sessions before, oldest first: standing still, then straight to the close before. */
function pastOf(symbol: string, { symbols, previousClose, history, range, volume }: Given, openUs: Us): HistoryBar[] {
  const end = previousClose?.[symbol] ?? symbols[symbol] ?? 0;
  const start = history?.from[symbol] ?? end;
  const moving = history?.minutes ?? 1;
  const times = minutesBefore(openUs, Math.max(LEAST_MINUTES, moving));
  return times.map((closeUs, index) => {
    const left = times.length - 1 - index;
    const close = toCent(end - ((end - start) * Math.min(left, moving)) / moving);
    return {
      closeUs,
      openPx: px(close),
      highPx: px(toCent(close + range / 2)),
      lowPx: px(Math.max(CENT, toCent(close - range / 2))),
      closePx: px(close),
      volume: shares(volume),
    };
  });
}

/** The ends of the last so many regular minutes before a session, oldest first. */
function minutesBefore(openUs: Us, count: number): readonly Us[] {
  const times: Us[] = [];
  let date = Temporal.Instant.fromEpochMilliseconds(openUs / 1000)
    .toZonedDateTimeISO("UTC")
    .toPlainDate();
  while (times.length < count) {
    date = date.subtract({ days: 1 });
    const session = sessionOf(date.toString());
    if (session === undefined) continue;
    for (let end: number = session.closeUs; end > session.openUs && times.length < count; end -= US_PER_MINUTE)
      times.push(us(end));
  }
  return times.toReversed();
}
