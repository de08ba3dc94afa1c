import { exchangeTimeAt, extendedHoursOf, sessionOf, wallTimeOf } from "@bowline/calendar";
import type { Us } from "@bowline/kernel";

/** TWS tells today and the five days after it. */
const DAYS = 6;

export type Hours = { readonly tradingHours: string; readonly liquidHours: string };

/** `20241127:0930-20241127:1600;20241128:CLOSED;…`: regular hours, and those with the hours before and after them. */
export function hoursFrom(nowUs: Us): Hours {
  const today = Temporal.PlainDate.from(exchangeTimeAt(nowUs).date);
  const days = Array.from({ length: DAYS }, (_, index) => today.add({ days: index }).toString());
  return {
    tradingHours: days.map((date) => dayText(date, extendedHoursOf(date))).join(";"),
    liquidHours: days.map((date) => dayText(date, regularHoursOf(date))).join(";"),
  };
}

type Span = { readonly fromUs: Us; readonly toUs: Us };

function regularHoursOf(date: string): Span | undefined {
  const session = sessionOf(date);
  return session === undefined ? undefined : { fromUs: session.openUs, toUs: session.closeUs };
}

function dayText(date: string, span: Span | undefined): string {
  const day = date.replaceAll("-", "");
  const time = (at: Us): string => wallTimeOf(at).replace(":", "");
  return span === undefined ? `${day}:CLOSED` : `${day}:${time(span.fromUs)}-${day}:${time(span.toUs)}`;
}
