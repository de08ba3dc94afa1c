import type { Bus } from "@bowline/bus";
import { CommandFailure } from "./command.ts";
import { readEntries } from "./journal-reading.ts";

/** Where an order belongs, and whether it is a parent intent, of which the desk makes orders. */
export type OrderAbout = {
  readonly clOrdId: string;
  readonly group: string;
  readonly symbol: string;
  readonly strategy: string;
  readonly rule: string;
  readonly isParent: boolean;
};

/** The journal says it of every order that was sent, or asked for by hand. Throws where it has no such order. */
export async function aboutOrder(bus: Bus, clOrdId: string): Promise<OrderAbout> {
  let found: OrderAbout | undefined;
  await readEntries(bus, {
    filter: "bw.order.>",
    onEntry({ event }) {
      const isParent = event.kind === "order.parent-intent";
      const about = isParent ? event.order : event;
      if (!("strategy" in about) || !("rule" in about) || !("group" in about) || about.clOrdId !== clOrdId) return;
      const { group, symbol, strategy, rule } = about;
      found = { clOrdId, group, symbol, strategy, rule, isParent: isParent || found?.isParent === true };
    },
  });
  if (found === undefined) throw new CommandFailure(`${clOrdId}: the journal has no such order (./bowline orders)`);
  return found;
}
