import type { Command } from "commander";
import type { Bus } from "@bowline/bus";
import type { EventByKind } from "@bowline/contracts";
import { journalCommand } from "@bowline/service-kit/operator";
import { CommandFailure, printJson, printLine } from "../command.ts";
import { addConnectionFlags, type ConnectionFlags, withRunning } from "../connection.ts";
import { readEntries } from "../journal-reading.ts";
import { notJournaled } from "../operator-flags.ts";

type Flags = ConnectionFlags & { readonly reason: string; readonly json?: boolean };

export const configure = (command: Command): void => {
  addConnectionFlags(command)
    .argument("<clOrdId>", "of an order, or of what `order` printed: then of everything that it still works")
    .option("--reason <text>", "why, for the record", "by hand")
    .option("--json", "print JSON")
    .action(async (clOrdId: string, { reason, json, ...flags }: Flags) =>
      withRunning(flags, "cancel", async ({ bus }) => {
        const entry = await journalCommand(bus, await cancelOf(bus, clOrdId, reason)).catch(notJournaled);
        if (json === true) printJson({ seq: entry.seq, ...entry.event });
        else printLine(`asked for the cancel of ${clOrdId}, entry ${entry.seq}; the broker may have filled it before`);
      }),
    );
};

/** A cancel names where its order belongs: the journal says so of every order that was sent, or asked for by hand. */
async function cancelOf(bus: Bus, clOrdId: string, reason: string): Promise<EventByKind<"order.cancel-intent">> {
  let found: EventByKind<"order.cancel-intent"> | undefined;
  await readEntries(bus, {
    filter: "bw.order.>",
    onEntry({ event }) {
      const about = event.kind === "order.parent-intent" ? event.order : event;
      if (!("strategy" in about) || !("rule" in about) || !("group" in about) || about.clOrdId !== clOrdId) return;
      const { group, symbol, strategy, rule } = about;
      found = { kind: "order.cancel-intent", clOrdId, group, symbol, strategy, rule, reason };
    },
  });
  if (found === undefined) throw new CommandFailure(`${clOrdId}: the journal has no such order (./bowline orders)`);
  return found;
}
