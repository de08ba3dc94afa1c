import { describe, expect, it } from "vitest";
import { historyFailure } from "./history-failure.ts";

const refused = (code: number, message: string) =>
  ({ type: "refused", request: "historical bars", code, message }) as const;
const SERVICE = "Historical Market Data Service error message:";

describe("why there are no bars", () => {
  it.each([
    [162, `${SERVICE}HMDS query returned no data: NEWCO@SMART Trades`, "NO_DATA"],
    [162, `${SERVICE}Historical data request pacing violation`, "PACING"],
    [162, `${SERVICE}No market data permissions for NYSE STK`, "REFUSED"],
    [200, "No security definition has been found for the request", "NO_INSTRUMENT"],
    [321, "Error validating request", "REFUSED"],
  ])("code %i, %s, is %s", (code, message, kind) => expect(historyFailure(refused(code, message))).toBe(kind));

  it("is silence where nothing came, and nothing where the session ended", () => {
    expect(historyFailure({ type: "timeout", request: "historical bars", afterMs: 5 })).toBe("TIMEOUT");
    expect(historyFailure({ type: "closed", request: "historical bars" })).toBeUndefined();
  });
});
