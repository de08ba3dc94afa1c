import type { KillLevel } from "@bowline/contracts";
import type { KnownOrder, OrderOutput } from "@bowline/orders";
import { type Core, fail } from "./core.ts";
import { isClosing } from "./is-closing.ts";
import { rankOf } from "./kill-switch.ts";
import { logKills } from "./local-kills.ts";
import { cancelEverywhere } from "./send-change.ts";

const asksFor = (level: KillLevel | undefined, wanted: KillLevel): boolean =>
  level !== undefined && rankOf(level) >= rankOf(wanted);

/**
 * A kill that flattens takes only what adds to positions at once: what protects one stays until the gate can close it, and what closes it
 * works on. The gate cancels the rest.
 */
function isToCancel(core: Core, { leg, cumQty }: Readonly<KnownOrder>): boolean {
  const { kill } = core;
  const level = kill.levelOf(leg);
  if (!asksFor(level, "CANCEL")) return false;
  if (kill.stateOf(leg) === "FLATTENING" && isClosing(core, leg.clOrdId)) return false;
  return level !== "FLATTEN" || (leg.leg === "ENTRY" && cumQty === 0);
}

/**
 * Cancels what kills want canceled, over the session that there is; without one, the next reconciliation does it. Also everything
 * else on the account, where a kill asks for it: once for each such kill. Returns how many cancels went out.
 */
export function cancelKilled(core: Core): number {
  const { book, kill, running, sending, options } = core;
  const session = running?.link.current();
  const everything = kill.accountDue() !== undefined;
  if (session === undefined) {
    const detail =
      "no connection to TWS: what works on the account is canceled when it is back, until then by hand in TWS";
    if (everything) options.alerts.raise({ severity: "CRITICAL", code: "ACCOUNT_NOT_CANCELED", subject: "", detail });
    return 0;
  }
  if (everything) session.cancelAccount();
  const wanted = book.mayWork().filter((order) => isToCancel(core, order));
  // One in doubt is canceled when the broker shows it. One whose send is under way is looked at again right before the write.
  const known = wanted.filter(({ leg, status }) => status !== "UNKNOWN" && !sending.has(leg.clOrdId));
  // Entries first: the protective orders of one that never filled go with it.
  for (const { leg } of known.toSorted(entriesFirst)) cancelEverywhere(core, session, leg.clOrdId);
  if (everything) noteAccountCanceled(core);
  return known.length + (everything ? 1 : 0);
}

/** After the cancels: a crash in between cancels twice, which is the lesser harm. */
function noteAccountCanceled(core: Core): void {
  const { kill, options } = core;
  const record = kill.accountCanceled();
  try {
    logKills(options.log, kill);
    options.log.append(record);
  } catch (failure) {
    fail(core, failure);
  }
}

/** With every reconciliation. A kill that came while nobody could cancel, or nobody ran, is obeyed now, and a person hears of it. */
export function cancelLate(core: Core): void {
  const late = core.kill.accountDue();
  const cancels = cancelKilled(core);
  if (late === undefined || core.kill.accountDue() !== undefined) return;
  const detail = `killed by ${late.by} (${late.level}) while there was no connection to TWS: ${late.reason}; ${cancels} cancels now`;
  core.options.alerts.raise({ severity: "CRITICAL", code: "ACCOUNT_CANCELED", subject: "", detail });
}

/** An order that was in doubt when its cancel was asked for, or all were killed, is canceled as soon as the broker shows it. */
export function cancelResolved(core: Core, outputs: readonly OrderOutput[]): void {
  const { book, running } = core;
  for (const { event } of outputs) {
    if (event.kind !== "order.resolved") continue;
    const order = book.get(event.clOrdId);
    if (book.cancelRequested(event.clOrdId) || (order !== undefined && isToCancel(core, order)))
      cancelEverywhere(core, running?.link.current(), event.clOrdId);
  }
}

const entriesFirst = (a: Readonly<KnownOrder>, b: Readonly<KnownOrder>): number =>
  Number(a.leg.parentClOrdId !== undefined) - Number(b.leg.parentClOrdId !== undefined);
