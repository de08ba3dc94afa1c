import { type AccountMode, accountMode } from "@bowline/broker-ib";
import { ConfigFailure } from "@bowline/config";

type Switches = { readonly BOWLINE_LIVE: "yes" | "no"; readonly BOWLINE_ACCOUNT?: string | undefined };

/** What both switches agree on; ends the start where they contradict each other. Real money wants every limit besides: see live-limits.ts. */
export function tradingMode({ BOWLINE_LIVE, BOWLINE_ACCOUNT }: Switches): AccountMode {
  const mode = accountMode({ live: BOWLINE_LIVE === "yes", accountId: BOWLINE_ACCOUNT });
  if (mode.ok) return mode.value;
  throw new ConfigFailure([{ file: "environment", line: 0, column: 0, path: "BOWLINE_LIVE", message: mode.error }]);
}
