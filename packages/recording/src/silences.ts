import { sessionOf } from "@bowline/calendar";
import { US_PER_SECOND } from "@bowline/kernel";
import type { Silence } from "./parts.ts";

/** In regular hours every subscription speaks each five seconds: after so long something was not recorded. */
const SILENT_AFTER_US = 60 * US_PER_SECOND;

/** What of the time between two ticks is a silence: only regular hours count, and only where they are longer than a living feed's. */
export function silenceBetween(day: string, fromUs: number, toUs: number): readonly Silence[] {
  const session = sessionOf(day);
  if (session === undefined) return [];
  const silence = { fromUs: Math.max(fromUs, session.openUs), toUs: Math.min(toUs, session.closeUs) };
  return silence.toUs - silence.fromUs > SILENT_AFTER_US ? [silence] : [];
}

/** All silences of a day: those inside its parts, those between them, and those to the open and the close. */
export function silencesOf(
  day: string,
  parts: readonly { readonly firstUs: number; readonly lastUs: number; readonly silences: readonly Silence[] }[],
): readonly Silence[] {
  const session = sessionOf(day);
  if (session === undefined) return [];
  const found: Silence[] = [];
  let heardUs: number = session.openUs;
  for (const part of parts) {
    found.push(...silenceBetween(day, heardUs, part.firstUs), ...part.silences);
    heardUs = Math.max(heardUs, part.lastUs);
  }
  return [...found, ...silenceBetween(day, heardUs, session.closeUs)];
}
