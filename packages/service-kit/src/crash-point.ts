import { type Event, EVENT_DEFINITIONS } from "@bowline/contracts";

/** The two sides of a publish: nothing of it is in the journal yet, or all of it is and nobody here has noted that. */
const POINTS = ["before-publish", "after-publish"] as const;
type Point = (typeof POINTS)[number];
const KINDS: ReadonlySet<string> = new Set(EVENT_DEFINITIONS.map(({ kind }) => kind));

/** A moment at which a crash can be rehearsed: around the publish of the nth event of a kind. */
type CrashPoint = { readonly at: Point; readonly kind: string; readonly nth: number };

/** `after-publish:order.approved:2` is after the publish of the second approval; without a number the first. */
export function parseCrashPoint(text: string): CrashPoint | undefined {
  const [name = "", kind = "", nth = "1", ...rest] = text.split(":");
  const at = POINTS.find((point) => point === name);
  if (at === undefined || !KINDS.has(kind) || rest.length > 0 || !/^[1-9]\d{0,5}$/.test(nth)) return undefined;
  return { at, kind, nth: Number(nth) };
}

/** Called on both sides of each publish; ends the process at the one that was asked for. */
export type Rehearse = (at: Point, outputs: readonly { readonly event: Event }[]) => void;

export function makeRehearsal(point: CrashPoint | undefined, kill: () => void): Rehearse {
  let left = point?.nth ?? 0;
  return (at, outputs) => {
    if (at !== point?.at || left <= 0) return;
    left -= outputs.filter(({ event }) => event.kind === point.kind).length;
    if (left <= 0) kill();
  };
}
