import type { Event, HistoryFailure } from "@bowline/contracts";
import { aQuote } from "@bowline/testkit";
import { expect, it } from "vitest";
import { makeDataAlerts } from "./data-alerts.ts";

const dataAlerts = makeDataAlerts();
const about = { group: "tech", symbol: "AAPL" };
const availability = (state: "NO_LINE" | "SILENT"): Event => ({
  kind: "md.availability",
  ...about,
  state,
  reason: "why",
});
const history = (failureKind?: HistoryFailure): Event => ({
  kind: "md.history",
  ...about,
  requestId: "r",
  timeframe: "1d",
  bars: [],
  failure: "historical bars: 162",
  ...(failureKind === undefined ? {} : { failureKind }),
});

it("a person hears of a symbol without a line", () => {
  expect(dataAlerts(availability("NO_LINE"))).toMatchObject([
    { severity: "WARNING", code: "NO_DATA_LINE", subject: "AAPL", detail: expect.stringContaining("why") as string },
  ]);
  expect(dataAlerts(availability("SILENT"))).toEqual([]);
});
it("and of history that was refused, but not of a share that has none yet", () => {
  expect(dataAlerts(history("REFUSED"))).toMatchObject([
    { code: "HISTORY_FAILED", subject: "AAPL", detail: "1d bars of the past: historical bars: 162" },
  ]);
  expect([...dataAlerts(history("NO_DATA")), ...dataAlerts(history())]).toEqual([]);
});
it("and of quotes that are not live, once for each time that they turn so", () => {
  const told = makeDataAlerts();
  const types = [undefined, "LIVE", "DELAYED", "DELAYED", "LIVE", "FROZEN", "DELAYED", "LIVE"] as const;
  const details = types.flatMap((dataType) =>
    told(aQuote(dataType === undefined ? {} : { dataType })).map(({ code, subject, detail }) => [
      code,
      subject,
      detail,
    ]),
  );
  expect(details).toEqual(
    ["DELAYED", "FROZEN", "DELAYED"].map((type) => [
      "QUOTES_NOT_LIVE",
      "AAPL",
      `its quotes are ${type}: it is not entered until they are live again`,
    ]),
  );
});
