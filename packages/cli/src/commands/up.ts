import type { Command } from "commander";
import { usageFailure, wholeNumber, portNumber } from "../command.ts";
import { addMarketFlags, addTradingFlags } from "../run-flags.ts";
import { runUp, startDetached, type UpFlags } from "../up-run.ts";

export function configure(command: Command): void {
  addTradingFlags(addMarketFlags(command))
    .option("--tws <host:port>", "a Trader Workstation or IB Gateway, such as 127.0.0.1:7497", parseAddress)
    .option(
      "--account <id>",
      "the account's number, needed with --tws; one that is not a paper account (DU…) needs BOWLINE_LIVE=yes too",
    )
    .option("--client-id <n>", "IB client id, the same at every start", wholeNumber("--client-id"), 17)
    .option(
      "--drop-copy <n>",
      "client id of a second session with --tws that places nothing: what it alone is told halts its symbol",
      wholeNumber("--drop-copy"),
    )
    .option("--workers <n>", "strategy processes that share the groups", wholeNumber("--workers"), 1)
    .option("--standbys <n>", "executions that wait to take over", wholeNumber("--standbys", 0), 0)
    .option("--watch", "put each changed version of the --strategy file into force, if it holds")
    .option("--shadow <file>", "a candidate strategy file: what it would decide is recorded, and nobody acts on it")
    .option("--nats-port <n>", "port of NATS on the loopback, 0 for any free one", portNumber("--nats-port"), 0)
    .option("--state <folder>", "where the journal and the write-ahead log live (default: .bowline/state with --tws)")
    .option(
      "--record-ticks [folder]",
      "record every tick, see ./bowline data (default folder: BOWLINE_RECORDING, then .bowline/recording)",
    )
    .option("-d, --detach", "return when everything is ready; `./bowline down` ends it")
    .option("--json", "JSON lines on standard output")
    .action(async (flags: UpFlags) => {
      checkFlags(flags);
      await (flags.detach === true ? startDetached(flags) : runUp(flags));
    });
}

function parseAddress(text: string): string {
  if (/^[^\s:]+:\d{1,5}$/.test(text)) return text;
  throw usageFailure(`--tws: ${JSON.stringify(text)} is no address such as 127.0.0.1:7497`);
}

const NEEDED_WITH_TWS = ["account", "strategy", "groups", "limits", "predictions"] as const;

/** With a broker of one's own nothing is taken from the examples. */
function checkFlags(flags: UpFlags): void {
  if (flags.tws === undefined) return;
  const missing = NEEDED_WITH_TWS.filter((name) => flags[name] === undefined);
  if (missing.length > 0)
    throw usageFailure(
      `--tws needs ${missing.map((name) => `--${name}`).join(", ")}: trading for real starts from no example`,
      "  ./bowline init DIR makes the files; read them, then name them",
    );
  if (!/^D[UF]\d+$/.test(flags.account ?? "") && process.env["BOWLINE_LIVE"] !== "yes")
    throw usageFailure(
      `--account: ${flags.account} is no paper account (DU…): real money needs BOWLINE_LIVE=yes too, see docs/how-to/go-live.md`,
    );
}
