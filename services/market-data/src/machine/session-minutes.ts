import type { Emit, EventByKind } from "@bowline/contracts";
import { addUs, floorUs, type Us, us, US_PER_MINUTE, US_PER_SECOND } from "@bowline/kernel";
import { type Gap, type MdBar, makeMinuteBuilder, type MinuteBuilder, type MinuteBuilderState } from "@bowline/market";

export type Instrument = { readonly symbol: string; readonly group: string };
type Clock = EventByKind<"control.clock">;

/** How long an incomplete minute waits for its last five-second bars, which arrive a moment after the minute in real time. */
const GRACE_US = 2 * US_PER_SECOND;

type Session = { readonly date: string; readonly openUs: Us; readonly closeUs: Us };
type Track = Instrument & { builder: MinuteBuilder; nextUs: Us };

export type SessionMinutesState = {
  readonly session?: Session | undefined;
  readonly tracks: { readonly [symbol: string]: { readonly nextUs: Us; readonly builder: MinuteBuilderState } };
};

/** The one-minute bars of regular hours: one a symbol and minute, in order of time, then of symbol. */
export type SessionMinutes = {
  onBar(bar: MdBar): void;
  onClock(clock: Clock, emit: Emit): void;
  snapshot(): SessionMinutesState;
};

/** `nextUs` of a track is the close of the next minute that it owes; 0 before the first session. */
export function makeSessionMinutes(instruments: readonly Instrument[], state?: SessionMinutesState): SessionMinutes {
  let session = state?.session;
  const tracks: Track[] = instruments.map(({ symbol, group }) => {
    const before = state?.tracks[symbol];
    return {
      symbol,
      group,
      builder: makeMinuteBuilder(group, symbol, before?.builder),
      nextUs: before?.nextUs ?? us(0),
    };
  });
  const trackBySymbol = new Map(tracks.map((track) => [track.symbol, track]));

  const begin = (next: Session, nowUs: Us, emit: Emit): void => {
    for (const track of tracks) {
      if (session !== undefined && track.nextUs > 0 && track.nextUs <= session.closeUs) {
        emitGap(
          track,
          { fromUs: minuteStart(track.nextUs), toUs: session.closeUs, reason: "the clock did not tick" },
          emit,
        );
      }
      startTrack(track, next, nowUs, emit);
    }
    session = next;
  };
  return {
    onBar(bar) {
      if (bar.timeframe === "5s") trackBySymbol.get(bar.symbol)?.builder.add(bar);
    },
    onClock(clock, emit) {
      const next = sessionOf(clock);
      if (next !== undefined && next.date !== session?.date && clock.nowUs > next.openUs)
        begin(next, clock.nowUs, emit);
      else if (session !== undefined) startNewTracks(tracks, session, clock.nowUs, emit);
      if (session === undefined || clock.nowUs > addUs(session.closeUs, US_PER_MINUTE))
        forgetExtendedHours(tracks, clock.nowUs);
      if (session !== undefined) closeMinutes(tracks, session, clock.nowUs, emit);
    },
    snapshot: () => ({
      session,
      tracks: Object.fromEntries(
        tracks.map(({ symbol, nextUs, builder }) => [symbol, { nextUs, builder: builder.snapshot() }]),
      ),
    }),
  };
}

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
  emit(bar);
  for (const gap of gaps) emitGap(track, { ...gap, reason: `${came} of 12 five-second bars came` }, emit);
}

type GapWithReason = Gap & { readonly reason: string };

function emitGap({ group, symbol }: Instrument, { fromUs, toUs, reason }: GapWithReason, emit: Emit): void {
  emit({ kind: "md.gap", group, symbol, fromUs, toUs, reason });
}
