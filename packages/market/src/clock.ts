import { exchangeTimeAt, phaseAt, sessionOf } from "@bowline/calendar";
import type { EventByKind } from "@bowline/contracts";
import type { Us } from "@bowline/kernel";

/** The clock's entry for a time: the session's date, phase and regular hours from the exchange's calendar. */
export function clockAt(nowUs: Us): EventByKind<"control.clock"> {
  const session = sessionOf(exchangeTimeAt(nowUs).date);
  const phase = phaseAt(nowUs);
  if (session === undefined) return { kind: "control.clock", nowUs, sessionDate: "", phase };
  return {
    kind: "control.clock",
    nowUs,
    sessionDate: session.date,
    phase,
    openUs: session.openUs,
    closeUs: session.closeUs,
  };
}
