import { exchangeTimeAt } from "@bowline/calendar";
import { assert, type JsonValue, type Us, US_PER_MINUTE, us } from "@bowline/kernel";
import type { Indicator, IndicatorBar, IndicatorState } from "./indicator.ts";
import { priceReader } from "./series.ts";
import {
  type OtherSymbol,
  type Source,
  type StudySpec,
  barsNeededBy,
  findingsOf,
  isOtherSymbol,
  knownIndicator,
  withDefaults,
} from "./study-spec.ts";

/** A closed bar as it comes, whether it traded or not; prices are absent where nothing traded. */
export type StudyBar = {
  readonly closeUs: number;
  readonly status: "TRADED" | "NO_TRADE" | "NO_DATA";
  readonly openPx?: number | undefined;
  readonly highPx?: number | undefined;
  readonly lowPx?: number | undefined;
  readonly closePx?: number | undefined;
  readonly volume: number;
  /** Where the spec compares with another symbol: its close at the same moment, absent where it has none. */
  readonly otherPx?: number | undefined;
};

/** What became of a bar. LATE: older than the last one, so nothing was changed; who wants it counted begins anew from history. */
export type Arrival = "NEW" | "REVISED" | "REPEATED" | "LATE";

/** An indicator with its inputs: `day` is the last one seen, `blindDay` the one that has no value. */
type NodeState = { own: IndicatorState; of: NodeState | null; with: NodeState | null; blindDay: number };
/** Everything up to one bar: `bars` counts those folded, `sinceGap` those after the last NO_DATA. */
type Run = { node: NodeState; day: number; closePx: number | null; bars: number; sinceGap: number | null };
type Kept = { [K in keyof StudyBar]: Exclude<StudyBar[K], undefined> };

/**
 * Two runs of the same indicator, one bar apart: `live` has the last bar, `settled` has all but it. So a revised last bar is
 * folded into a copy of `settled`, whatever the indicator remembers, and none of them has to know how to go back.
 */
export type StudyState = { live: Run; settled: Run; last: Kept | null };

export type Study = {
  readonly spec: StudySpec;
  /** Bars until there is a value. */
  readonly barsNeeded: number;
  init(): StudyState;
  /** Folds a closed bar. One with the last bar's close time replaces it. */
  push(state: StudyState, bar: StudyBar): Arrival;
  /** `undefined` while it warms up, and where the definition or a gap leaves no value. The spec's output unless another is named. */
  value(state: StudyState, output?: string): number | undefined;
  /** Bars folded after the last NO_DATA; `undefined` where there was none. */
  barsSinceGap(state: StudyState): number | undefined;
  snapshot(state: StudyState): JsonValue;
  restore(snapshot: JsonValue): StudyState;
};

/** A spec as something that runs. Throws AssertionError where findingsOf finds something. */
export function makeStudy(spec: StudySpec): Study {
  const findings = findingsOf(spec);
  assert(findings.length === 0, () => findings.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "));
  const node = makeNode(spec);
  const firstRun = (): Run => ({ node: node.init(), day: 0, closePx: null, bars: 0, sinceGap: null });
  const fold = (run: Run, bar: StudyBar): void => foldBar(node, run, bar);
  const push = (state: StudyState, bar: StudyBar): Arrival => {
    const { last } = state;
    if (last !== null && bar.closeUs < last.closeUs) return "LATE";
    if (last !== null && bar.closeUs === last.closeUs) {
      if (isSame(last, bar)) return "REPEATED";
      state.live = copyOf(state.settled);
      fold(state.live, bar);
      state.last = prepare(bar).kept;
      return "REVISED";
    }
    if (last !== null) fold(state.settled, last);
    fold(state.live, bar);
    state.last = prepare(bar).kept;
    return "NEW";
  };
  return {
    spec,
    barsNeeded: barsNeededBy(spec),
    init: () => ({ live: firstRun(), settled: firstRun(), last: null }),
    push,
    value: ({ live }, output) => node.value(live.node, live.day, output),
    barsSinceGap: ({ live }) => live.sinceGap ?? undefined,
    snapshot: ({ settled, last }) => copyOf({ settled, last }) as JsonValue,
    restore: (snapshot) => {
      const { settled, last } = copyOf(snapshot) as unknown as Pick<StudyState, "settled" | "last">;
      const live = copyOf(settled);
      if (last !== null) fold(live, last);
      return { live, settled, last };
    },
  };
}

function isSame(last: Kept, bar: StudyBar): boolean {
  const { openPx, highPx, lowPx, closePx, volume, status, otherPx } = bar;
  const prices = last.openPx === openPx && last.highPx === highPx && last.lowPx === lowPx && last.closePx === closePx;
  return prices && last.volume === volume && last.status === status && last.otherPx === otherPx;
}

/** Only what is present: a snapshot is plain JSON. */
const present = ({ closeUs, status, openPx, highPx, lowPx, closePx, volume, otherPx }: StudyBar): Kept => ({
  closeUs,
  status,
  volume,
  ...(openPx === undefined ? {} : { openPx }),
  ...(highPx === undefined ? {} : { highPx }),
  ...(lowPx === undefined ? {} : { lowPx }),
  ...(closePx === undefined ? {} : { closePx }),
  ...(otherPx === undefined ? {} : { otherPx }),
});

/** A deep copy of plain JSON, every bit of every number. */
function copyOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyOf) as T;
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) copy[key] = copyOf(member);
  return copy as T;
}

const OPEN_MINUTE = 570;

/** A bar, as a state keeps it, and with what every study makes of it. */
type Prepared = { readonly of: StudyBar; readonly kept: Kept; readonly bar: IndicatorBar; readonly isWhole: boolean };

/** The last two bars that were prepared: all studies of a symbol fold the same bar, and the one before it. */
const prepared: (Prepared | undefined)[] = [undefined, undefined];

const isOf = (known: Prepared | undefined, bar: StudyBar): known is Prepared =>
  known !== undefined && (known.of === bar || known.kept === bar);

function prepare(of: StudyBar): Prepared {
  if (isOf(prepared[0], of)) return prepared[0];
  if (isOf(prepared[1], of)) return prepared[1];
  const { openPx = Number.NaN, highPx = Number.NaN, lowPx = Number.NaN, closePx = Number.NaN, volume, otherPx } = of;
  const isWhole = !Number.isNaN(openPx + highPx + lowPx + closePx);
  const { date, timeOfDayUs } = exchangeTimeAt(us(of.closeUs - 1) as Us);
  const day = Number(date.replaceAll("-", ""));
  const minute = Math.floor(timeOfDayUs / US_PER_MINUTE) + 1 - OPEN_MINUTE;
  const bar = { openPx, highPx, lowPx, closePx, volume, day, minute, otherPx };
  const made = { of, kept: present(of), bar, isWhole };
  prepared[1] = prepared[0];
  prepared[0] = made;
  return made;
}

function foldBar(node: Node, run: Run, of: StudyBar): void {
  const { bar, isWhole } = prepare(of);
  const { day, minute } = bar;
  run.day = day;
  if (of.status === "NO_DATA" || (of.status === "TRADED" && !isWhole)) {
    run.sinceGap = 0;
    node.gap(run.node, day);
    return;
  }
  if (run.sinceGap !== null) run.sinceGap += 1;
  if (of.status === "TRADED") {
    run.closePx = bar.closePx;
    run.bars += 1;
    node.fold(run.node, bar, false);
    return;
  }
  const px = run.closePx;
  if (px === null) return;
  const { otherPx } = bar;
  node.fold(run.node, { openPx: px, highPx: px, lowPx: px, closePx: px, volume: 0, day, minute, otherPx }, true);
}

type Node = {
  init(): NodeState;
  /** Whether the indicator took the bar; `flat` stands for a minute without a trade. */
  fold(state: NodeState, bar: IndicatorBar, flat: boolean): boolean;
  gap(state: NodeState, day: number): void;
  value(state: NodeState, day: number, output?: string): number | undefined;
};

type Input = { readonly node: Node | undefined; read(state: NodeState | null, bar: IndicatorBar): number | undefined };

function makeInput(source: Source | OtherSymbol | undefined): Input {
  if (isOtherSymbol(source)) return { node: undefined, read: (_, { otherPx }) => otherPx };
  if (typeof source !== "object") {
    const read = priceReader(source ?? "close");
    return { node: undefined, read: (_, bar) => read(bar) };
  }
  const node = makeNode(source);
  return { node, read: (state, { day }) => (state === null ? undefined : node.value(state, day)) };
}

function makeNode(spec: StudySpec): Node {
  const indicator = knownIndicator(spec.indicator);
  const params = withDefaults(indicator.params, spec.params);
  const of = makeInput(spec.of);
  const other = makeInput(spec.with);
  const chosen = spec.output ?? (Object.keys(indicator.outputs)[0] as string);
  const take = takerOf(indicator, of, other);
  const isComposed = of.node !== undefined || other.node !== undefined;
  const takesFlat = isComposed || indicator.missing.noTrade === "carry";
  return {
    init: () => ({
      own: indicator.init(params),
      of: of.node?.init() ?? null,
      with: other.node?.init() ?? null,
      blindDay: 0,
    }),
    fold: (state, bar, flat) => {
      // Where the input is an indicator, that one says what a minute without a trade is.
      const cameOf = of.node === undefined || (state.of !== null && of.node.fold(state.of, bar, flat));
      const cameWith = other.node === undefined || (state.with !== null && other.node.fold(state.with, bar, flat));
      return cameOf && cameWith && (!flat || takesFlat) && take(state, bar);
    },
    gap: (state, day) => {
      if (of.node !== undefined && state.of !== null) of.node.gap(state.of, day);
      if (other.node !== undefined && state.with !== null) other.node.gap(state.with, day);
      if (indicator.missing.noData === "restart") state.own = indicator.init(params);
      if (indicator.missing.noData === "session") state.blindDay = day;
    },
    value: (state, day, output = chosen) =>
      state.blindDay === day && day !== 0 ? undefined : indicator.outputs[output]?.read(state.own),
  };
}

/** How an indicator takes a bar: whole, as one number, or as two; false where an input has no value yet. */
function takerOf(indicator: Indicator, of: Input, other: Input): (state: NodeState, bar: IndicatorBar) => boolean {
  if (indicator.takes === "bar") {
    return (state, bar) => {
      indicator.update(state.own, bar);
      return true;
    };
  }
  return (state, bar) => {
    const x = of.read(state.of, bar);
    const y = indicator.takes === "pair" ? other.read(state.with, bar) : 0;
    if (x === undefined || y === undefined) return false;
    if (indicator.takes === "pair") indicator.update(state.own, x, y);
    else indicator.update(state.own, x);
    return true;
  };
}
