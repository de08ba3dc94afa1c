import { MINUTES_A_SESSION } from "@bowline/kernel";
import type { CompiledRule } from "../compiled.ts";
import { type Bounds, boundsIn } from "./bounds.ts";

const OPEN_MINUTE = 570;

/** The first and the last minute, counted from the open of a whole session, in which a rule may fire as far as it says. */
export type Window = { readonly first: number; readonly last: number };

/** From what a rule requires and what triggers it: minutes since the open, minutes to the close, times of day. */
export function windowOf({ requirements, on }: CompiledRule): Window {
  const bounds = boundsIn(requirements);
  const time = wholeMinutes(bounds.get("clock.time"));
  const toClose = wholeMinutes(bounds.get("session.minutes_to_close"));
  const windows = [
    triggeredIn(on.keys),
    wholeMinutes(bounds.get("session.minutes_since_open")),
    { first: time.first - OPEN_MINUTE, last: time.last - OPEN_MINUTE },
    { first: MINUTES_A_SESSION - toClose.last, last: MINUTES_A_SESSION - toClose.first },
  ];
  return {
    first: Math.max(...windows.map(({ first }) => first)),
    last: Math.min(...windows.map(({ last }) => last)),
  };
}

const ANY_TIME: Window = { first: -Infinity, last: Infinity };

const wholeMinutes = (bounds: Bounds | undefined): Window =>
  bounds === undefined
    ? ANY_TIME
    : { first: bounds.low + (bounds.lowOpen ? 1 : 0), last: bounds.high - (bounds.highOpen ? 1 : 0) };

/** A time of day, the open and the close come once; everything else at any time. */
function triggeredIn(keys: readonly string[]): Window {
  const minutes = keys.map((key) => {
    if (key === "session:open") return 0;
    if (key === "session:close") return MINUTES_A_SESSION;
    return key.startsWith("clock:") ? Number(key.slice("clock:".length)) - OPEN_MINUTE : undefined;
  });
  const known = minutes.filter((minute) => minute !== undefined);
  return known.length < keys.length ? ANY_TIME : { first: Math.min(...known), last: Math.max(...known) };
}
