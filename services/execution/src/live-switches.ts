import { accountMode } from "@bowline/broker-ib";
import { ConfigFailure } from "@bowline/config";

type Switches = { readonly BOWLINE_LIVE: "yes" | "no"; readonly BOWLINE_ACCOUNT?: string | undefined };

/** Ends the start where the switches contradict each other, or where they agree on real money and that is not open yet. */
export function refuseLive({ BOWLINE_LIVE, BOWLINE_ACCOUNT }: Switches): void {
  const mode = accountMode({ live: BOWLINE_LIVE === "yes", accountId: BOWLINE_ACCOUNT });
  if (!mode.ok) refuse(mode.error);
  // This line alone stands between a configuration for real money and the broker; it goes when the risk gate is complete.
  else if (mode.value === "live")
    refuse(`live trading opens when the risk gate is complete: ${BOWLINE_ACCOUNT} is refused until then`);
}

function refuse(message: string): never {
  throw new ConfigFailure([{ file: "environment", line: 0, column: 0, path: "BOWLINE_LIVE", message }]);
}
