import { extendedHoursOf } from "@bowline/calendar";
import type { BarWishes } from "@bowline/config";
import type { Event, EventByKind, ExtendedHours } from "@bowline/contracts";
import { addUs, floorUs, px, qty, type Us, us, US_PER_MINUTE, US_PER_SECOND } from "@bowline/kernel";
import {
  type MdBar,
  makeTickBarBuilder,
  minuteCloseOfTrade,
  reportedTrades,
  type TickBarBuilder,
} from "@bowline/market";
import type { RawTick } from "@bowline/service-kit";
import type { Instrument } from "./machine/session-minutes.ts";

/** How long a minute waits for its last trades in real time; in lock-step they are all there. */
const GRACE_US = 2 * US_PER_SECOND;

/**
 * One-minute bars out of trades, for the symbols that ask for them. They are made at the edge, because machines never see ticks:
 * what is journaled is the bar, once a minute, and a gap where trades may be missing (the feed was away, or a trade came after its
 * minute was told). The machine then has the gap filled from the broker's history, as any other.
 */
export type TickMinutes = {
  tick(tick: RawTick): void;
  /** What the journal says: the hours, the state of the broker's session, the bars that are told already. */
  learn(event: Event, seenUs: Us): void;
  /** From here on everything is heard, as far as the broker tells it. */
  begin(nowUs: Us): void;
  /** Bars and gaps that are due, in order of time, then of symbol. */
  take(nowUs: Us, lockstep: boolean): readonly Event[];
  /** When to look again; `undefined` where nothing is built. */
  nextDueUs(nowUs: Us): Us | undefined;
};

type Window = {
  readonly date: string;
  readonly fromUs: Us;
  readonly toUs: Us;
  readonly openUs: Us;
  readonly closeUs: Us;
};
type Track = Instrument & {
  readonly builder: TickBarBuilder;
  readonly isExtended: boolean;
  tradePx: number | undefined;
  heardUs: Us;
  /** The close of the last minute that was told or passed over. */
  closedUs: Us;
  readonly late: Set<number>;
};

export function makeTickMinutes(instruments: readonly Instrument[], wishes: BarWishes): TickMinutes {
  const tracks = instruments
    .filter(({ symbol }) => wishes.fromTicks.has(symbol))
    .map((instrument) => makeTrack(instrument, wishes.extendedHours.has(instrument.symbol)));
  const bySymbol = new Map(tracks.map((track) => [track.symbol, track]));
  let clock: EventByKind<"control.clock"> | undefined;
  /** Since when the broker's session is READY; `undefined` while it is not. */
  let readySinceUs: Us | undefined;
  let begunUs = us(0);

  const windowOf = ({ isExtended }: Track): Window | undefined => {
    if (clock?.openUs === undefined || clock.closeUs === undefined) return undefined;
    const { sessionDate: date, openUs, closeUs } = clock;
    const extended = isExtended ? extendedHoursOf(date) : undefined;
    return { date, openUs, closeUs, fromUs: extended?.fromUs ?? openUs, toUs: extended?.toUs ?? closeUs };
  };
  return {
    tick(tick) {
      const track = bySymbol.get(tick.symbol);
      if (track !== undefined) hear(track, tick);
    },
    learn(event, seenUs) {
      if (event.kind === "control.clock") clock = event;
      if (event.kind === "broker.session") {
        if (event.state !== "READY") readySinceUs = undefined;
        else readySinceUs ??= seenUs;
      }
      if (event.kind !== "md.bar" || event.timeframe !== "1m") return;
      const track = bySymbol.get(event.symbol);
      if (track === undefined || event.closeUs <= track.closedUs) return;
      track.builder.close(event.closeUs, false);
      track.closedUs = event.closeUs;
    },
    begin: (nowUs) => void (begunUs = nowUs),
    take(nowUs, lockstep) {
      const wholeSinceUs = readySinceUs === undefined ? undefined : us(Math.max(readySinceUs, begunUs));
      const due = floorUs(us(nowUs - (lockstep ? 0 : GRACE_US)), US_PER_MINUTE);
      const told = tracks.flatMap((track) => {
        const window = windowOf(track);
        return window === undefined ? [] : closeDue(track, window, { due, wholeSinceUs });
      });
      return told
        .sort((a, b) => a.atUs - b.atUs || (a.symbol < b.symbol ? -1 : Number(a.symbol > b.symbol)))
        .flatMap(({ events }) => events);
    },
    nextDueUs: (nowUs) =>
      tracks.length === 0 ? undefined : addUs(floorUs(us(nowUs - GRACE_US), US_PER_MINUTE), US_PER_MINUTE + GRACE_US),
  };
}

const makeTrack = ({ symbol, group }: Instrument, isExtended: boolean): Track => ({
  symbol,
  group,
  isExtended,
  builder: makeTickBarBuilder({ group, symbol }, reportedTrades),
  tradePx: undefined,
  heardUs: us(0),
  closedUs: us(0),
  late: new Set(),
});

/** A trade's price, and then its shares. */
function hear(track: Track, { field, value, eventUs }: RawTick): void {
  if (eventUs > track.heardUs) track.heardUs = eventUs;
  if (field === "TRADE") track.tradePx = value;
  if (field !== "TRADE_SIZE" || track.tradePx === undefined) return;
  const trade = { px: px(track.tradePx), size: qty(value), exchange: "", conditions: "", eventUs };
  track.tradePx = undefined;
  if (track.builder.add(trade) === "LATE") track.late.add(minuteCloseOfTrade(eventUs));
}

type Due = { readonly atUs: Us; readonly symbol: string; readonly events: readonly Event[] };
type Feed = { readonly due: Us; readonly wholeSinceUs: Us | undefined };

function closeDue(track: Track, window: Window, { due, wholeSinceUs }: Feed): readonly Due[] {
  const told: Due[] = lateGaps(track, window);
  const tell = (atUs: Us, ...events: readonly Event[]): void => void told.push({ atUs, symbol: track.symbol, events });
  if (track.closedUs < window.fromUs) {
    // The first minute is the one in which everything is heard; what lies before it is a gap.
    const heardFromUs = floorUs(us(Math.max(window.fromUs, wholeSinceUs ?? due)), US_PER_MINUTE);
    const startUs = us(Math.min(heardFromUs, window.toUs));
    if (startUs > due) return told;
    if (startUs > window.fromUs) tell(startUs, gap(track, window.fromUs, startUs, "started after the open"));
    track.builder.close(startUs, false);
    track.closedUs = startUs;
  }
  while (track.closedUs < Math.min(due, window.toUs)) {
    const fromUs = track.closedUs;
    const closeUs = addUs(fromUs, US_PER_MINUTE);
    const { bar } = track.builder.close(closeUs, track.heardUs > fromUs);
    track.closedUs = closeUs;
    const isWhole = wholeSinceUs !== undefined && wholeSinceUs <= fromUs && bar.status !== "NO_DATA";
    const marked = marksOf(isWhole ? bar : partial(bar), window);
    tell(closeUs, marked, ...(isWhole ? [] : [gap(track, fromUs, closeUs, "trades may be missing")]));
  }
  return told;
}

/** Where trades may be missing and none came, nobody knows. */
const partial = (bar: MdBar): MdBar => (bar.status === "NO_TRADE" ? { ...bar, status: "NO_DATA" } : bar);

function marksOf(bar: MdBar, { openUs, closeUs }: Window): MdBar {
  const hours: ExtendedHours | undefined =
    bar.closeUs <= openUs ? "PRE_MARKET" : bar.closeUs > closeUs ? "AFTER_HOURS" : undefined;
  return hours === undefined ? bar : { ...bar, extendedHours: hours };
}

function lateGaps(track: Track, { fromUs, toUs }: Window): Due[] {
  const minutes = [...track.late].map((closeUs) => us(closeUs)).sort((a, b) => a - b);
  track.late.clear();
  return minutes
    .filter((closeUs) => closeUs > fromUs && closeUs <= toUs)
    .map((closeUs) => ({
      atUs: closeUs,
      symbol: track.symbol,
      events: [gap(track, addUs(closeUs, -US_PER_MINUTE), closeUs, "a trade came after its minute was told")],
    }));
}

const gap = ({ group, symbol }: Instrument, fromUs: Us, toUs: Us, reason: string): EventByKind<"md.gap"> => ({
  kind: "md.gap",
  group,
  symbol,
  fromUs,
  toUs,
  reason,
});
