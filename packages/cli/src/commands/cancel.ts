import type { Command } from "commander";
import type { Bus } from "@bowline/bus";
import type { EventByKind } from "@bowline/contracts";
import { journalCommand } from "@bowline/service-kit/operator";
import { printJson, printLine } from "../command.ts";
import { addConnectionFlags, type ConnectionFlags, withRunning } from "../connection.ts";
import { notJournaled } from "../operator-flags.ts";
import { aboutOrder } from "../order-about.ts";

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

/** A cancel names where its order belongs. */
async function cancelOf(bus: Bus, clOrdId: string, reason: string): Promise<EventByKind<"order.cancel-intent">> {
  const { isParent: _isParent, ...about } = await aboutOrder(bus, clOrdId);
  return { kind: "order.cancel-intent", ...about, reason };
}
