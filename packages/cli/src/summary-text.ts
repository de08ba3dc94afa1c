import { formatCents, micros } from "@bowline/kernel";
import type { RunSummary } from "@bowline/report";
import { colors } from "./colors.ts";

const WIDTH = 26;

/** What a trader wants to read at the end of a run. */
export function renderSummary(summary: RunSummary): string {
  const row = (name: string, value: string): string => `  ${name.padEnd(WIDTH)}${value}`;
  const count = (value: number): string => value.toLocaleString("en-US");
  const denials = Object.entries(summary.denied).sort(([, a], [, b]) => b - a);
  return [
    "",
    colors.bold(
      `${count(summary.sessions)} ${summary.sessions === 1 ? "session" : "sessions"}, ${count(summary.symbols)} symbols`,
    ),
    row(
      "minute bars",
      `${count(summary.bars)} traded, ${count(summary.noTrade)} without a trade, ${count(summary.noData)} without data`,
    ),
    row("predictions", `${count(summary.predictionsAccepted)} accepted, ${count(summary.predictionsRefused)} refused`),
    row(
      "intents",
      `${count(summary.intents)}: ${count(summary.approved)} approved, ${count(summary.deniedIntents)} denied`,
    ),
    ...denials.map(([code, times]) => row(`  ${code}`, count(times))),
    row("orders", `${count(summary.orders)}, ${count(summary.fills)} fills`),
    "",
    row("realized P&L", signed(summary.realizedPnl)),
    row("unrealized P&L", `${signed(summary.unrealizedPnl)} in ${count(summary.openPositions)} open positions`),
    row("commissions", dollars(summary.commissions)),
    row("equity", dollars(summary.equity)),
    row(
      "equity at the broker",
      `${dollars(summary.brokerEquity)}, difference ${summary.equityDifference ?? "unknown"}`,
    ),
    "",
    row("orders unexplained, lost", `${count(summary.unexplainedOrders)}, ${count(summary.lostOrders)}`),
    row("dead letters", count(summary.deadLetters)),
    row("journal", `${count(summary.journalEntries)} entries in ${(summary.durationMs / 1000).toFixed(1)} s`),
    row("decision hash", summary.decisionHash),
  ].join("\n");
}

const dollars = (value: string | undefined): string =>
  value === undefined ? "unknown" : formatCents(micros(value)).replace(/\B(?=(\d{3})+(?!\d))/g, ",");

function signed(value: string | undefined): string {
  if (value === undefined) return "unknown";
  const amount = micros(value);
  const text = dollars(value);
  if (amount === 0) return text;
  return amount > 0 ? colors.green(`+${text}`) : colors.red(text);
}
