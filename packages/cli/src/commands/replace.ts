import type { Command } from "commander";
import type { Bus } from "@bowline/bus";
import type { EventByKind } from "@bowline/contracts";
import { addSeconds, us } from "@bowline/kernel";
import { journalCommand, journalTimeUs } from "@bowline/service-kit/operator";
import { CommandFailure, printJson, printLine } from "../command.ts";
import { addConnectionFlags, type ConnectionFlags, withRunning } from "../connection.ts";
import { paperAccount } from "../newest.ts";
import { notJournaled } from "../operator-flags.ts";
import { aboutOrder } from "../order-about.ts";
import { type ChangeFlags, changeTyped } from "../order-change.ts";

type Flags = ConnectionFlags &
  ChangeFlags & { readonly reason: string; readonly json?: boolean; readonly dryRun?: boolean };

export const configure = (command: Command): void => {
  addConnectionFlags(command)
    .argument("<clOrdId>", "of a working order (./bowline orders); a bracket's legs are orders of their own")
    .option("--qty <quantity>", "new total, what is filled included")
    .option("--limit <price>", "new limit price")
    .option("--stop <price>", "new stop or touch price; of a trailing stop it is the broker's")
    .option("--trail <distance>", "new distance of a trailing stop: dollars, or a part such as 1.5%")
    .option("--offset <price>", "TRAIL_LIMIT: new distance of the limit from the stop")
    .option("--display <quantity>", "shown at once by the broker")
    .option("--till <time>", "of a GTD order: ends then")
    .option("--reason <text>", "why, for the record", "by hand")
    .option("--dry-run", "show what would be journaled, and journal nothing")
    .option("--json", "print JSON")
    .action(async (clOrdId: string, flags: Flags) => {
      const change = changeTyped(flags);
      await withRunning(flags, "replace", async ({ bus }) => {
        const event = { ...(await intentOf(bus, clOrdId, flags.reason)), ...change };
        if (flags.dryRun === true) return printJson(event);
        const entry = await journalCommand(bus, event).catch(notJournaled);
        if (flags.json === true) return printJson({ seq: entry.seq, ...event });
        printLine(`asked for a change of ${clOrdId}, entry ${entry.seq}`);
        printLine("the risk gate decides, then the broker: ./bowline tap 'bw.order.replace*.>', ./bowline orders");
      });
    });
};

/** How long the gate and execution may take to send it. */
const SENT_WITHIN_SECONDS = 10;

async function intentOf(bus: Bus, clOrdId: string, reason: string): Promise<EventByKind<"order.replace-intent">> {
  await paperAccount(bus);
  const { isParent, ...about } = await aboutOrder(bus, clOrdId);
  if (isParent)
    throw new CommandFailure(
      `${clOrdId} is worked by the desk: cancel it and give another, or change one of its orders`,
    );
  const wallUs = Math.round((performance.timeOrigin + performance.now()) * 1000);
  const nowUs = (await journalTimeUs(bus)) ?? us(wallUs);
  return {
    kind: "order.replace-intent",
    ...about,
    replaceId: `${clOrdId}:operator:${wallUs}`,
    expiresUs: addSeconds(nowUs, SENT_WITHIN_SECONDS),
    reason,
  };
}
