import type { HistoryFailure } from "@bowline/contracts";
import type { RequestError } from "./broker-data.ts";

const HISTORICAL_SERVICE = 162;
/** No security definition; and the same as a request's validation says it. */
const NO_SUCH_CONTRACT: ReadonlySet<number> = new Set([200, 203]);

/**
 * Why there are no bars, as far as it matters for asking again. Of code 162 the words decide: `HMDS query returned no data` and
 * `pacing violation` are TWS's own. `undefined` where the session ended, which says nothing about the bars.
 */
export function historyFailure(error: RequestError): HistoryFailure | undefined {
  if (error.type === "closed") return undefined;
  if (error.type === "timeout") return "TIMEOUT";
  if (NO_SUCH_CONTRACT.has(error.code)) return "NO_INSTRUMENT";
  if (error.code !== HISTORICAL_SERVICE) return "REFUSED";
  if (/returned no data/i.test(error.message)) return "NO_DATA";
  return /pacing violation/i.test(error.message) ? "PACING" : "REFUSED";
}
