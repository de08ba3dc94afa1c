import type { BarCorrectionReason, BarSource, Emit, EventByKind, ExtendedHours } from "@bowline/contracts";
import { addUs, floorUs, type Us, us, US_PER_DAY, US_PER_MINUTE, US_PER_SECOND } from "@bowline/kernel";
import {
  type Gap,
  isGapAnswer,
  type MdBar,
  makeMinuteBuilder,
  type MinuteBuilder,
  type MinuteBuilderState,
  SLOTS,
} from "@bowline/market";
import { type GapRepair, type GapRepairState, makeGapRepair } from "./gap-repair.ts";

export type Instrument = { readonly symbol: string; readonly group: string };
type Clock = EventByKind<"control.clock">;

/** How long an incomplete minute waits for its last five-second bars, which arrive a moment after the minute in real time. */
const GRACE_US = 2 * US_PER_SECOND;

type Session = { readonly date: string; readonly openUs: Us; readonly closeUs: Us };
type Track = Instrument & {
  readonly builder: MinuteBuilder;
  readonly repair: GapRepair;
  nextUs: Us;
  /** Whether the last minute came whole, or how many before it came in part, one after the other. */
  feed: Feed;
  /** The last bar that the feed built, where it builds them. */
  built?: MdBar;
  /** How often each bar was corrected, by its close time. */
  revisions: Map<number, number>;
};
type Feed = "WHOLE" | "NOTHING" | number;
type TrackState = {
  readonly nextUs: Us;
  readonly feed: Feed;
  readonly built?: MdBar;
  readonly builder: MinuteBuilderState;
  readonly repair: GapRepairState;
  readonly revisions: readonly (readonly [number, number])[];
};

export type SessionMinutesState = {
  readonly session?: Session | undefined;
  readonly isReady: boolean;
  readonly nowUs: Us;
  readonly tracks: { readonly [symbol: string]: TrackState };
};

/**
 * The one-minute bars of regular hours: one a symbol and minute, in order of time, then of symbol; and corrections of those that
 * turn out otherwise, from parts that come late and from the broker's history of the gaps.
 */
export type SessionMinutes = {
  onBar(bar: MdBar): void;
  /** A gap of a symbol whose bars the feed builds. */
  onGap(gap: EventByKind<"md.gap">): void;
  onClock(clock: Clock, emit: Emit): void;
  onSession(session: EventByKind<"broker.session">): void;
  onHistory(history: EventByKind<"md.history">, emit: Emit): void;
  snapshot(): SessionMinutesState;
};

/** Corrections are numbered for so long; nothing older is corrected. */
const NUMBERED_FOR_US = 3 * US_PER_DAY;

/** `nextUs` of a track is the close of the next minute that it owes; 0 before the first session. */
export function makeSessionMinutes(
  instruments: readonly Instrument[],
  fromTicks: ReadonlySet<string>,
  state?: SessionMinutesState,
): SessionMinutes {
  let session = state?.session;
  let isReady = state?.isReady ?? false;
  let nowUs = state?.nowUs ?? us(0);
  const allTracks = instruments.map((instrument) => makeTrack(instrument, state?.tracks[instrument.symbol]));
  const trackBySymbol = new Map(allTracks.map((track) => [track.symbol, track]));
  /** Those whose minutes are built here, of five-second bars. */
  const tracks = allTracks.filter(({ symbol }) => !fromTicks.has(symbol));

  const begin = (next: Session, emit: Emit): void => {
    for (const track of allTracks) forgetRevisions(track, next);
    for (const track of tracks) {
      if (session !== undefined) endTrack(track, session, emit);
      startTrack(track, next, nowUs, emit);
    }
    session = next;
  };
  const takeUp = (clock: Clock, emit: Emit): void => {
    const next = sessionOf(clock);
    if (next !== undefined && next.date !== session?.date && nowUs > next.openUs) begin(next, emit);
    else if (session !== undefined) startNewTracks(tracks, session, nowUs, emit);
    if (session === undefined || nowUs > addUs(session.closeUs, US_PER_MINUTE)) forgetExtendedHours(tracks, nowUs);
  };
  return {
    onBar(bar) {
      const track = trackBySymbol.get(bar.symbol);
      if (track === undefined) return;
      if (fromTicks.has(bar.symbol)) noteBuilt(track, bar);
      else if (bar.timeframe === "5s") track.builder.add(bar);
    },
    onGap({ symbol, fromUs, toUs }) {
      const track = trackBySymbol.get(symbol);
      if (track !== undefined && fromTicks.has(symbol)) track.repair.miss({ fromUs, toUs }, partialIn(track, fromUs));
    },
    onClock(clock, emit) {
      nowUs = clock.nowUs;
      takeUp(clock, emit);
      if (session === undefined) return;
      closeMinutes(tracks, session, nowUs, emit);
      for (const track of tracks) correctChanged(track, emit);
      if (!isReady) return;
      for (const track of allTracks) if (track.repair.misses() && isBack(track, session)) track.repair.ask(nowUs, emit);
    },
    onSession({ state: broker }) {
      isReady = broker === "READY";
    },
    onHistory(history, emit) {
      const track = trackBySymbol.get(history.symbol);
      if (track === undefined || !isGapAnswer(history)) return;
      for (const bar of track.repair.answer(history, nowUs)) correctFromHistory(track, bar, session, emit);
    },
    snapshot: () => ({
      session,
      isReady,
      nowUs,
      tracks: Object.fromEntries(allTracks.map((track) => [track.symbol, savedTrack(track)])),
    }),
  };
}

function makeTrack({ symbol, group }: Instrument, before: TrackState | undefined): Track {
  return {
    symbol,
    group,
    builder: makeMinuteBuilder(group, symbol, before?.builder),
    repair: makeGapRepair({ group, symbol }, before?.repair),
    nextUs: before?.nextUs ?? us(0),
    feed: before?.feed ?? "NOTHING",
    ...(before?.built === undefined ? {} : { built: before.built }),
    revisions: new Map(before?.revisions),
  };
}

function forgetRevisions({ revisions }: Track, { openUs }: Session): void {
  for (const closeUs of revisions.keys()) if (closeUs < openUs - NUMBERED_FOR_US) revisions.delete(closeUs);
}

/** The minutes of a session that no clock ended. */
function endTrack(track: Track, { closeUs }: Session, emit: Emit): void {
  if (track.nextUs === 0 || track.nextUs > closeUs) return;
  emitGap(track, { fromUs: minuteStart(track.nextUs), toUs: closeUs, reason: "the clock did not tick" }, emit);
}

const savedTrack = ({ nextUs, feed, built, builder, repair, revisions }: Track): TrackState => ({
  nextUs,
  feed,
  ...(built === undefined ? {} : { built }),
  builder: builder.snapshot(),
  repair: repair.snapshot(),
  revisions: [...revisions].sort(([a], [b]) => a - b),
});

/** A minute that the feed built: its own gaps come behind it. */
function noteBuilt(track: Track, bar: MdBar): void {
  if (bar.timeframe !== "1m") return;
  track.built = bar;
  track.nextUs = addUs(bar.closeUs, US_PER_MINUTE);
  track.feed = bar.status === "NO_DATA" ? "NOTHING" : "WHOLE";
}

/** The bar that the feed told of the minute of a gap, where trades came in it. */
const partialIn = ({ built }: Track, fromUs: Us): MdBar | undefined =>
  built?.status === "TRADED" && minuteStart(built.closeUs) === fromUs ? built : undefined;

function sessionOf({ sessionDate, openUs, closeUs }: Clock): Session | undefined {
  return openUs === undefined || closeUs === undefined ? undefined : { date: sessionDate, openUs, closeUs };
}

const minuteStart = (closeUs: Us): Us => addUs(closeUs, -US_PER_MINUTE);

/** The first minute of a session that a track owes is the one that the clock stands in; what lies before it is a gap. */
function startTrack(track: Track, session: Session, nowUs: Us, emit: Emit): void {
  const startUs = us(Math.max(session.openUs, floorUs(us(nowUs - 1), US_PER_MINUTE)));
  track.nextUs = addUs(startUs, US_PER_MINUTE);
  track.builder.forgetUntil(startUs);
  if (startUs === session.openUs) return;
  emitGap(
    track,
    { fromUs: session.openUs, toUs: us(Math.min(startUs, session.closeUs)), reason: "started after the open" },
    emit,
  );
}

/** A symbol that was put into the groups while its session ran. */
function startNewTracks(tracks: readonly Track[], session: Session, nowUs: Us, emit: Emit): void {
  for (const track of tracks) if (track.nextUs === 0) startTrack(track, session, nowUs, emit);
}

/** Bars of extended hours build no minute; without this they would pile up until the next open. */
function forgetExtendedHours(tracks: readonly Track[], nowUs: Us): void {
  const before = addUs(floorUs(nowUs, US_PER_MINUTE), -US_PER_MINUTE);
  for (const track of tracks) track.builder.forgetUntil(before);
}

function closeMinutes(tracks: readonly Track[], session: Session, nowUs: Us, emit: Emit): void {
  const lastUs = us(Math.min(session.closeUs, floorUs(nowUs, US_PER_MINUTE)));
  for (let closeUs = earliest(tracks); closeUs <= lastUs; closeUs = addUs(closeUs, US_PER_MINUTE)) {
    for (const track of tracks) {
      if (track.nextUs !== closeUs) continue;
      if (nowUs < addUs(closeUs, GRACE_US) && !track.builder.isComplete(closeUs)) continue;
      track.nextUs = addUs(closeUs, US_PER_MINUTE);
      emitMinute(track, closeUs, emit);
    }
  }
}

function earliest(tracks: readonly Track[]): Us {
  let first = tracks[0]?.nextUs ?? us(Number.MAX_SAFE_INTEGER);
  for (const { nextUs } of tracks) if (nextUs < first) first = nextUs;
  return first;
}

function emitMinute(track: Track, closeUs: Us, emit: Emit): void {
  const { bar, came, gaps } = track.builder.close(closeUs);
  track.feed = feedAfter(track.feed, came);
  emit(bar);
  for (const gap of gaps) tellGap(track, { ...gap, reason: `${came} of 12 five-second bars came` }, emit);
  if (came < SLOTS) missMinute(track, bar);
}

function missMinute({ repair }: Track, bar: MdBar): void {
  const minute = { fromUs: minuteStart(bar.closeUs), toUs: bar.closeUs };
  if (bar.status === "TRADED") repair.miss(minute, bar);
  else repair.miss(minute);
}

/** Parts that came after their minute was closed. */
function correctChanged(track: Track, emit: Emit): void {
  for (const { bar, came, reason } of track.builder.takeChanged()) {
    if (came === SLOTS) track.repair.heal(bar.closeUs);
    else missMinute(track, bar);
    emitCorrection(track, bar, { reason, source: "FIVE_SECOND_BARS" }, emit);
  }
}

function feedAfter(before: Feed, came: number): Feed {
  if (came === SLOTS) return "WHOLE";
  if (came === 0) return "NOTHING";
  return typeof before === "number" ? before + 1 : 1;
}

/** A feed that loses parts of every minute would otherwise never count as back. */
const PARTS_ENOUGH = 3;

/** Whether what is missing will not soon be more: the feed is back, or the session is over. */
const isBack = ({ feed, nextUs }: Track, { closeUs }: Session): boolean =>
  nextUs > closeUs || feed === "WHOLE" || (typeof feed === "number" && feed >= PARTS_ENOUGH);

function correctFromHistory(track: Track, bar: MdBar, session: Session | undefined, emit: Emit): void {
  track.builder.settle(bar.closeUs);
  const marked = { ...bar, ...extendedHoursOf(bar, session) };
  emitCorrection(track, marked, { reason: "BACKFILLED", source: "HISTORY" }, emit);
}

/** Longer than any extended hours, and shorter than the time to the session before or after. */
const AROUND_US = 6 * 60 * US_PER_MINUTE;

/** Marks a minute of the hours around the session under way. */
function extendedHoursOf({ closeUs }: MdBar, session: Session | undefined): { extendedHours?: ExtendedHours } {
  if (session === undefined) return {};
  if (closeUs <= session.openUs && closeUs > session.openUs - AROUND_US) return { extendedHours: "PRE_MARKET" };
  if (closeUs > session.closeUs && closeUs <= session.closeUs + AROUND_US) return { extendedHours: "AFTER_HOURS" };
  return {};
}

type Why = { readonly reason: BarCorrectionReason; readonly source: BarSource };

function emitCorrection({ revisions }: Track, bar: MdBar, why: Why, emit: Emit): void {
  const revision = (revisions.get(bar.closeUs) ?? 0) + 1;
  revisions.set(bar.closeUs, revision);
  emit({ ...bar, kind: "md.bar-corrected", revision, ...why });
}

type GapWithReason = Gap & { readonly reason: string };

/** Minutes of which nothing was told. */
function emitGap(track: Track, gap: GapWithReason, emit: Emit): void {
  tellGap(track, gap, emit);
  track.repair.miss({ fromUs: gap.fromUs, toUs: gap.toUs });
}

function tellGap({ group, symbol }: Instrument, { fromUs, toUs, reason }: GapWithReason, emit: Emit): void {
  emit({ kind: "md.gap", group, symbol, fromUs, toUs, reason });
}
