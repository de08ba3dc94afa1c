import type { DataType, Event } from "@bowline/contracts";
import type { Alert } from "@bowline/service-kit";

/** What a person should know of data that somebody wants and does not get, or gets late; remembers which quotes were not live. */
export function makeDataAlerts(): (event: Event) => readonly Alert[] {
  const typeBySymbol = new Map<string, DataType>();
  return (event) => {
    if (event.kind !== "md.quote") return dataAlerts(event);
    const { symbol, dataType = "LIVE" } = event;
    const isNews = dataType !== (typeBySymbol.get(symbol) ?? "LIVE");
    typeBySymbol.set(symbol, dataType);
    if (!isNews || dataType === "LIVE") return [];
    const detail = `its quotes are ${dataType}: it is not entered until they are live again`;
    return [{ severity: "WARNING", code: "QUOTES_NOT_LIVE", subject: symbol, detail }];
  };
}

function dataAlerts(event: Event): readonly Alert[] {
  if (event.kind === "md.availability" && event.state === "NO_LINE") {
    const detail = `${event.reason}: it has no data and is not entered; grant more lines, or want fewer symbols`;
    return [{ severity: "WARNING", code: "NO_DATA_LINE", subject: event.symbol, detail }];
  }
  if (event.kind !== "md.history" || event.failureKind === undefined || event.failureKind === "NO_DATA") return [];
  const detail = `${event.timeframe} bars of the past: ${event.failure}`;
  return [{ severity: "WARNING", code: "HISTORY_FAILED", subject: event.symbol, detail }];
}
