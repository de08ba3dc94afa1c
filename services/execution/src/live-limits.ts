import type { AccountMode } from "@bowline/broker-ib";
import type { Entry } from "@bowline/contracts";
import { parseLimits, unsetForLive } from "@bowline/risk";

/** What the limits of the gate say to real money, as the journal has them: signed, and in force. */
export type LiveLimits = {
  observe(entry: Pick<Entry, "event" | "header">): void;
  /** Why no order may go to a live account; `undefined` where one may, and for a paper account. */
  forbid(): string | undefined;
};

const FIRST = "loop.limits";

export function makeLiveLimits(mode: AccountMode): LiveLimits {
  const unset = new Map<string, readonly string[] | undefined>();
  let inForce: string | undefined;
  return {
    observe({ event, header }) {
      if (mode === "paper") return;
      if (event.kind === "control.limits") {
        const book = parseLimits(event.yaml, "limits.yaml");
        unset.set(event.hash, book.ok ? unsetForLive(book.value) : undefined);
        if (header.machine === FIRST) inForce ??= event.hash;
      } else if (event.kind === "risk.limits") inForce = event.hash;
    },
    forbid() {
      if (mode === "paper") return undefined;
      const names = inForce === undefined ? undefined : unset.get(inForce);
      if (names === undefined) return "LIVE_LIMITS_UNKNOWN: the gate has not told the limits that it goes by";
      return names.length === 0
        ? undefined
        : `LIVE_LIMITS_WAIVED: real money wants these limits set and not waived: ${names.join(", ")}`;
    },
  };
}
