import { type Bus, lastEntryOn } from "@bowline/bus";
import type { Event, EventByKind } from "@bowline/contracts";
import { CommandFailure } from "./command.ts";
import { entryOf } from "./journal-reading.ts";
import { isPaperAccount } from "./order-wish.ts";

/** The last event of a kind on a subject; `undefined` where there is none. */
export async function newest<K extends Event["kind"]>(
  bus: Bus,
  subject: string,
  kind: K,
): Promise<EventByKind<K> | undefined> {
  const raw = await lastEntryOn(bus, subject).catch(() => undefined);
  const event = raw === undefined ? undefined : entryOf(raw)?.event;
  return event?.kind === kind ? (event as EventByKind<K>) : undefined;
}

/** The account of the running system. Throws where none is known, and where it is live: orders by hand, and changes of them, are for paper. */
export async function paperAccount(bus: Bus): Promise<string> {
  const account = await newest(bus, "bw.broker.account", "broker.account");
  if (account === undefined) throw new CommandFailure("no account is known yet: is there a session with TWS?");
  if (!isPaperAccount(account.accountId))
    throw new CommandFailure(`${account.accountId} is a live account: orders by hand are for paper accounts only`);
  return account.accountId;
}
