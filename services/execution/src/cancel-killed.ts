import type { KillLevel } from "@bowline/contracts";
import type { KnownOrder } from "@bowline/orders";
import type { Core } from "./core.ts";
import { rankOf } from "./kill-switch.ts";

const asksFor = (level: KillLevel | undefined, wanted: KillLevel): boolean =>
  level !== undefined && rankOf(level) >= rankOf(wanted);

/**
 * Cancels what kills want canceled, over the session that there is; without one, the next reconciliation does it.
 * `account`: also everything else on the account, where the level asks for it: once, when the kill comes. Returns how many
 * cancels went out.
 */
export function cancelKilled(core: Core, account: "account" | "ours"): number {
  const { book, kill, running, sending, options } = core;
  const session = running?.link.current();
  const everything = account === "account" && kill.kills().some(({ level }) => asksFor(level, "CANCEL_ACCOUNT"));
  if (session === undefined) {
    const detail = "no connection to TWS: what works on the account is not canceled, cancel it by hand in TWS";
    if (everything) options.alerts.raise({ severity: "CRITICAL", code: "ACCOUNT_NOT_CANCELED", subject: "", detail });
    return 0;
  }
  if (everything) session.cancelAccount();
  const wanted = book.open().filter(({ leg }) => asksFor(kill.levelOf(leg.symbol), "CANCEL"));
  // An order whose send is under way is looked at again right before the write, and not written.
  const known = wanted.filter(({ leg, status }) => status !== "UNKNOWN" && !sending.has(leg.clOrdId));
  // Entries first: the protective orders of one that never filled go with it.
  for (const { ibOrderId } of known.toSorted(entriesFirst)) if (ibOrderId !== undefined) session.cancelOrder(ibOrderId);
  return known.length + (everything ? 1 : 0);
}

const entriesFirst = (a: Readonly<KnownOrder>, b: Readonly<KnownOrder>): number =>
  Number(a.leg.parentClOrdId !== undefined) - Number(b.leg.parentClOrdId !== undefined);
