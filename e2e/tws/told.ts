import { EventName, type IBApi } from "@stoqey/ib";
import { makeWaits } from "./waits.ts";

/** One callback of the client library. Errors stand as their texts. */
export type Told = { readonly event: EventName; readonly args: readonly unknown[] };

/** Everything that one connection is told, and a way to wait for some of it. */
export type Hearing = {
  readonly log: readonly Told[];
  /** See `Waits`; the error tells what was heard meanwhile. */
  until<T>(what: string, look: () => T | undefined, waitMs?: number): Promise<T>;
};

/** Not of TWS: what passes on the socket, and repetitions of other events under one name. */
const OWN: ReadonlySet<EventName> = new Set([
  EventName.all,
  EventName.result,
  EventName.received,
  EventName.sent,
  EventName.server,
]);
const SHOWN = 12;

export function hear(api: IBApi): Hearing {
  const log: Told[] = [];
  const waits = makeWaits();
  for (const event of Object.values(EventName)) {
    if (OWN.has(event)) continue;
    api.on(event as EventName.connected, (...args: readonly unknown[]) => {
      log.push({ event, args: args.map((arg) => (arg instanceof Error ? arg.message : arg)) });
      waits.changed();
    });
  }
  return {
    log,
    until: (what, look, waitMs) => {
      const from = log.length;
      const meanwhile = (): string => described(log.slice(from));
      return waits.until(what, look, { meanwhile, ...(waitMs === undefined ? {} : { waitMs }) });
    },
  };
}

function described(told: readonly Told[]): string {
  if (told.length === 0) return "TWS said nothing meanwhile.";
  const shown = told.slice(-SHOWN).map(({ event, args }) => `${event} ${JSON.stringify(args)}`);
  return `The last of ${told.length} messages meanwhile:\n${shown.join("\n")}`;
}
