import type { Command } from "commander";
import type { Bus } from "@bowline/bus";
import { subjectToken } from "@bowline/contracts";
import { formatMicros, us } from "@bowline/kernel";
import { journalCommand, journalTimeUs } from "@bowline/service-kit/operator";
import { CommandFailure, printJson, printLine, wholeNumber } from "../command.ts";
import { addConnectionFlags, type ConnectionFlags, withRunning } from "../connection.ts";
import { newest, paperAccount } from "../newest.ts";
import { notJournaled } from "../operator-flags.ts";
import { type OrderFlags, type OrderPlace, orderWish } from "../order-wish.ts";
import { optionOf, TERM_FLAGS } from "../term-flags.ts";

type Flags = ConnectionFlags & OrderFlags & { readonly json?: boolean; readonly dryRun?: boolean };

export const configure = (command: Command): void => {
  addConnectionFlags(command);
  for (const flag of TERM_FLAGS) command.option(optionOf(flag), flag.doc);
  command
    .argument("<side>", "buy or sell")
    .argument("<quantity>", "shares")
    .argument("<symbol>", "such as AAPL")
    .option("--type <type>", "MKT, LMT, STP, STP_LMT, TRAIL … (default: by the prices that are given)")
    .option("--limit <price>", "limit price")
    .option("--stop <price>", "stop or touch price; where a trailing stop begins")
    .option("--trail <distance>", "of a trailing stop: dollars, or a part such as 1.5%")
    .option("--offset <price>", "TRAIL_LIMIT: limit behind the stop; REL: better than the quote")
    .option("--tif <time>", "DAY, GTC, GTD, IOC, FOK, OPG (default: DAY; GTD with --till)")
    .option("--show <quantity>", "as --display; with --style iceberg the size of a part, which is ours")
    .option("--reduce-only", "an exit: never opens or turns a position")
    .option("--stop-loss <price>", "with --take-profit: a bracket")
    .option("--take-profit <price>", "with --stop-loss: a bracket")
    .option("--style <style>", "plain, twap, iceberg, trailing-stop, break-even, ladder (default: plain)")
    .option("--over <time>", "twap: how long, such as 10m")
    .option("--slices <n>", "twap: how many parts", wholeNumber("--slices"))
    .option("--arm <price>", "break-even: middle of the quote that moves the stop")
    .option("--break-even <price>", "break-even: where the stop moves to")
    .option("--rung <quantity@price>", "ladder: one step, may be repeated", collect, [])
    .option("--strategy <name>", "to whose book it counts", "operator")
    .option("--dry-run", "show what would be journaled, and journal nothing")
    .option("--json", "print JSON")
    .action(async (side: string, quantity: string, symbol: string, flags: Flags) =>
      withRunning(flags, "order", async ({ bus }) => {
        const wish = orderWish({ side, quantity }, flags, await placeOf(bus, symbol));
        const event = { kind: "order.parent-intent", ...wish } as const;
        if (flags.dryRun === true) return printJson(event);
        const entry = await journalCommand(bus, event).catch(notJournaled);
        if (flags.json === true) return printJson({ seq: entry.seq, ...event });
        const { order, style } = wish;
        printLine(
          `${order.clOrdId} ${style.name.toLowerCase()}: ${order.side} ${formatMicros(order.orderQty)} ${order.symbol} ${order.ordType}, entry ${entry.seq}`,
        );
        printLine("the risk gate decides on each of its orders: ./bowline tap 'bw.order.>', ./bowline orders");
      }),
    );
};

const collect = (text: string, before: readonly string[]): readonly string[] => [...before, text];

async function placeOf(bus: Bus, symbol: string): Promise<OrderPlace> {
  const accountId = await paperAccount(bus);
  const instrument = await newest(bus, `bw.md.instrument.*.${subjectToken(symbol)}`, "md.instrument");
  if (instrument === undefined) throw new CommandFailure(`${symbol}: no group of the running system has it`);
  const wallUs = Math.round((performance.timeOrigin + performance.now()) * 1000);
  return {
    accountId,
    group: instrument.group,
    symbol: instrument.symbol,
    nowUs: (await journalTimeUs(bus)) ?? us(wallUs),
    serial: String(wallUs),
  };
}
