/** The moments of sending at which a crash can be rehearsed. */
const POINTS = ["before-wal", "after-wal", "after-submitted", "after-place", "after-accepted"] as const;
export type CrashPoint = { readonly at: (typeof POINTS)[number]; readonly nth: number };

/** `after-place:2` is the second leg that was placed; without a number the first. */
export function parseCrashPoint(text: string): CrashPoint | undefined {
  const [name = "", nth = "1", ...rest] = text.split(":");
  const at = POINTS.find((point) => point === name);
  return at === undefined || rest.length > 0 || !/^[1-9]\d{0,5}$/.test(nth) ? undefined : { at, nth: Number(nth) };
}

/** Called at each moment; ends the process at the one that was asked for. */
export type Rehearse = (at: CrashPoint["at"]) => void;

export function makeRehearsal(point: CrashPoint | undefined, kill: () => void): Rehearse {
  let left = point?.nth ?? 0;
  return (at) => {
    if (at !== point?.at || left === 0) return;
    left -= 1;
    if (left === 0) kill();
  };
}
