import type { Us } from "@bowline/kernel";
import type { Core } from "./core.ts";

/** An order that is sent in the very second of a restart vanishes without a word. */
const MARGIN_MS = 60_000;

/** What forbids any order, and any change of one, now, besides kills. `closes`: the gate closes a position with it. */
export function noneMayGo(
  { options, deadMan }: Pick<Core, "options" | "deadMan">,
  nowUs: Us,
  closes = false,
): string | undefined {
  const { killFile, restartWindow } = options;
  if (killFile?.forbids(closes) === true) return "a KILL file is there";
  if (restartWindow.covers(nowUs, MARGIN_MS)) return `TWS restarts about now: ${restartWindow.text}`;
  return options.liveLimits?.forbid() ?? deadMan?.silence();
}
