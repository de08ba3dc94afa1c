import type { BrokerInstrument } from "@bowline/broker-ib";
import { describeDifference, hoursDifferences, parseLiquidHours } from "@bowline/calendar";
import type { Alert } from "@bowline/service-kit";

/** What a person should know of an instrument's hours: that the broker's are followed and not the calendar's, or the other way round. */
export function hoursAlerts({ symbol, liquidHours, timeZoneId }: BrokerInstrument): readonly Alert[] {
  if (liquidHours === "") return [];
  const days = parseLiquidHours(liquidHours, timeZoneId);
  if (!days.ok) {
    const detail = `${days.error} not understood: the calendar's hours hold`;
    return [{ severity: "WARNING", code: "HOURS_NOT_UNDERSTOOD", subject: symbol, detail }];
  }
  const differences = hoursDifferences(days.value);
  if (differences.length === 0) return [];
  const detail = `${differences.map(describeDifference).join("; ")}: the broker's hours hold`;
  return [{ severity: "WARNING", code: "HOURS_DIFFER", subject: symbol, detail }];
}
