import { exchangeTimeAt, phaseAround, phaseAt, type Session, sessionOf } from "@bowline/calendar";
import type { EventByKind } from "@bowline/contracts";
import type { Us } from "@bowline/kernel";
import type { BrokerHours } from "./broker-hours.ts";

/** The clock's entry for a time: the session's date, phase and regular hours, as the broker told them or else by the calendar. */
export function clockAt(nowUs: Us, hours?: BrokerHours): EventByKind<"control.clock"> {
  const { date } = exchangeTimeAt(nowUs);
  const told = hours?.dayOf(date);
  const session = told === undefined ? sessionOf(date) : told.session;
  const phase = told === undefined ? phaseAt(nowUs) : phaseAround(nowUs, session);
  return { kind: "control.clock", nowUs, phase, ...hoursOf(session) };
}

const hoursOf = (session: Session | undefined) =>
  session === undefined
    ? { sessionDate: "" }
    : { sessionDate: session.date, openUs: session.openUs, closeUs: session.closeUs };
