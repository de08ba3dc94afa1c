import type { Emit, EventByKind, HistoryBar } from "@bowline/contracts";
import { addUs, floorUs, type Us, us, US_PER_MINUTE, ZERO_QTY } from "@bowline/kernel";
import { type Gap, gapRequestId, type MdBar } from "@bowline/market";
import { minutesOf, withoutMinutes, withRun } from "./missing-minutes.ts";
import type { Instrument } from "./session-minutes.ts";

type History = EventByKind<"md.history">;

/** The longest day with its extended hours: what one request asks for. */
const LONGEST_REQUEST_US = 960 * US_PER_MINUTE;
/**
 * A minute without a bar in the broker's history had no trade, if a later bar shows that the history reaches beyond it, or it is
 * this old: the newest minutes may not be in the history yet.
 */
const CERTAIN_AFTER_US = 5 * US_PER_MINUTE;
/** Without an answer so long, a request counts as failed. */
const ANSWER_WITHIN_US = 15 * US_PER_MINUTE;
/** Tries again after 1, 2, 4, 8 and 16 minutes, then no more: those minutes stay without data. */
const MOST_ATTEMPTS = 6;

type Asked = { readonly requestId: string; readonly fromUs: Us; readonly endUs: Us; readonly atUs: Us };
export type GapRepairState = {
  readonly missing: readonly Gap[];
  /** Bars that were told although parts of them were missing. */
  readonly partial: readonly MdBar[];
  readonly asked?: Asked;
  readonly failures: number;
  readonly retryUs: Us;
};

/**
 * The minutes of one symbol that miss data, and the requests that fill them from the broker's history: one at a time, for all
 * neighbouring gaps together, once the feed is back.
 */
export type GapRepair = {
  /** The minutes of a gap, with the bar of the one minute of which parts came. */
  miss(gap: Gap, partial?: MdBar): void;
  /** The minute is whole after all. */
  heal(closeUs: Us): void;
  /** Whether anything is missing. */
  misses(): boolean;
  /** The feed is back, so that the gap grows no more: asks for what is missing, if it is time to. */
  ask(nowUs: Us, emit: Emit): void;
  /** What the broker's history says of the minutes that were asked for, each once: bars that differ from what was told. */
  answer(history: History, nowUs: Us): readonly MdBar[];
  snapshot(): GapRepairState;
};

const NOTHING_MISSING: GapRepairState = { missing: [], partial: [], failures: 0, retryUs: us(0) };

export function makeGapRepair({ group, symbol }: Instrument, saved: GapRepairState = NOTHING_MISSING): GapRepair {
  let state = saved;
  const found = (closes: ReadonlySet<number>): void => {
    state = {
      ...state,
      missing: withoutMinutes(state.missing, closes),
      partial: state.partial.filter(({ closeUs }) => !closes.has(closeUs)),
    };
  };
  const failed = (asked: Asked, nowUs: Us): void => {
    const { asked: _, ...rest } = state;
    const failures = state.failures + 1;
    state = { ...rest, failures, retryUs: addUs(nowUs, 2 ** (failures - 1) * US_PER_MINUTE) };
    if (failures < MOST_ATTEMPTS) return;
    found(new Set(minutesOf(state.missing).filter((closeUs) => closeUs <= asked.endUs)));
    state = { ...state, failures: 0 };
  };
  return {
    miss(gap, partial) {
      const others = state.partial.filter(({ closeUs }) => closeUs !== gap.toUs);
      state = {
        ...state,
        missing: withRun(state.missing, gap),
        partial: partial === undefined ? others : [...others, partial],
      };
    },
    heal: (closeUs) => found(new Set([closeUs])),
    misses: () => state.missing.length > 0 || state.asked !== undefined,
    ask(nowUs, emit) {
      const { asked, missing, retryUs } = state;
      if (asked !== undefined && nowUs - asked.atUs >= ANSWER_WITHIN_US) failed(asked, nowUs);
      const [first] = missing;
      if (first === undefined || asked !== undefined || nowUs < retryUs) return;
      const { fromUs } = first;
      const last = missing.findLast(({ toUs }) => toUs - fromUs <= LONGEST_REQUEST_US) ?? first;
      const endUs = us(Math.min(floorUs(nowUs, US_PER_MINUTE), last.toUs + CERTAIN_AFTER_US));
      const requestId = gapRequestId(symbol, endUs, state.failures);
      state = { ...state, asked: { requestId, fromUs, endUs, atUs: nowUs } };
      const bars = Math.round((endUs - fromUs) / US_PER_MINUTE);
      emit({ kind: "request.backfill", requestId, group, symbol, timeframe: "1m", endUs, bars, extendedHours: true });
    },
    answer(history, nowUs) {
      const { asked, missing, partial } = state;
      if (asked === undefined || asked.requestId !== history.requestId) return [];
      if (history.failure !== "") {
        failed(asked, nowUs);
        return [];
      }
      const barAt = new Map<number, HistoryBar>(history.bars.map((bar) => [bar.closeUs, bar]));
      const reachesUs = history.bars.reduce((latest, { closeUs }) => Math.max(latest, closeUs), 0);
      const wanted = minutesOf(missing).filter((closeUs) => closeUs > asked.fromUs && closeUs <= asked.endUs);
      const isKnown = (closeUs: Us): boolean =>
        barAt.has(closeUs) || reachesUs >= closeUs || nowUs - closeUs >= CERTAIN_AFTER_US;
      const known = wanted.filter(isKnown);
      found(new Set(known));
      if (known.length < wanted.length) failed(asked, nowUs);
      else {
        const { asked: _, ...rest } = state;
        state = { ...rest, failures: 0, retryUs: us(0) };
      }
      const toldAt = new Map<number, MdBar>(partial.map((bar) => [bar.closeUs, bar]));
      return known.flatMap((closeUs) =>
        correctionOf({ group, symbol, closeUs }, barAt.get(closeUs), toldAt.get(closeUs)),
      );
    },
    snapshot: () => state,
  };
}

type About = { readonly group: string; readonly symbol: string; readonly closeUs: Us };

/** Where parts came with trades and the history has none, what came holds. */
function correctionOf(about: About, bar: HistoryBar | undefined, told: MdBar | undefined): readonly MdBar[] {
  const empty = { kind: "md.bar", ...about, timeframe: "1m", volume: ZERO_QTY, tradeCount: 0 } as const;
  if (bar?.closePx === undefined || bar.volume === 0)
    return told === undefined ? [{ ...empty, status: "NO_TRADE" }] : [];
  if (told !== undefined && saysTheSame(told, bar)) return [];
  const { openPx, highPx, lowPx, closePx, volume } = bar;
  return [{ ...empty, openPx, highPx, lowPx, closePx, volume, status: "TRADED" }];
}

const saysTheSame = (told: MdBar, bar: HistoryBar): boolean =>
  told.openPx === bar.openPx &&
  told.highPx === bar.highPx &&
  told.lowPx === bar.lowPx &&
  told.closePx === bar.closePx &&
  told.volume === bar.volume;
