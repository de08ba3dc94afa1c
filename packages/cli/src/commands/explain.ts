import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { DECISIONS } from "@bowline/bus";
import type { Entry } from "@bowline/contracts";
import { ExportError, readExport } from "@bowline/report";
import { CommandFailure, printJson, printLine, usageFailure, wholeNumber } from "../command.ts";
import { addConnectionFlags, type ConnectionFlags, withRunning } from "../connection.ts";
import { type Chain, chainOf } from "../explain/chain.ts";
import { renderChain } from "../explain/render.ts";
import { readEntries } from "../journal-reading.ts";
import { answerWhy, type WhyFlags } from "../moment/answer-why.ts";
import { renderWhy } from "../moment/render-why.ts";
import { recordExport } from "../record-export.ts";

type ExplainFlags = ConnectionFlags & WhyFlags & { readonly json?: boolean };
type Source = { readonly entries: readonly Entry[]; readonly decisions: readonly Entry[] };

export function configure(command: Command): void {
  addConnectionFlags(command)
    .argument("[clOrdId]", "an order's id, as `./bowline orders` and the report show it")
    .option("--symbol <symbol>", "instead of an order: why rules did or did not act for this symbol")
    .option("--at <time>", 'when: 10:31 or "2026-01-05 10:31:05" by the exchange\'s clock, or ISO 8601 with a zone')
    .option("--entry <seq>", "instead of --at: as of this entry of the journal", wholeNumber("--entry"))
    .option("--rule <id>", "only this rule")
    .option("--record <folder>", "read what `demo --record` or `backtest --record` kept")
    .option("--strategy <file>", "the strategy file, where the running system's is elsewhere")
    .option("--groups <file>", "its groups.yaml, likewise")
    .option("--json", "print one JSON object")
    .action(async (clOrdId: string | undefined, flags: ExplainFlags) => {
      if (flags.symbol === undefined) return explainOrder(clOrdId, flags);
      if (clOrdId !== undefined) throw usageFailure("either an order or --symbol, not both");
      const answer = await answerWhy(flags.symbol, flags);
      if (flags.json === true) printJson(answer);
      else printLine(renderWhy(answer));
    });
}

async function explainOrder(clOrdId: string | undefined, flags: ExplainFlags): Promise<void> {
  if (clOrdId === undefined) throw usageFailure("what to explain? An order's id, or --symbol with --at");
  const source =
    flags.record === undefined
      ? await withRunning(flags, "explain", ({ bus }) => readLive(bus))
      : readRecord(flags.record);
  const chain = chainOf(clOrdId, source.entries, source.decisions);
  if (chain === undefined)
    throw new CommandFailure(`${clOrdId}: no entry names this order; \`./bowline orders\` lists them`);
  show(chain, flags.json === true);
}

function show(chain: Chain, json: boolean): void {
  if (json) printJson(chain);
  else printLine(renderChain(chain));
}

type Bus = Parameters<typeof readEntries>[0];

/** Market data leads to no order by itself, and is most of a journal. */
const FILTERS = ["bw.signal.accepted.>", "bw.order.>", "bw.position.>"];

async function readLive(bus: Bus): Promise<Source> {
  const [entries, decisions]: [Entry[], Entry[]] = [[], []];
  for (const filter of FILTERS) await readEntries(bus, { filter, onEntry: (entry) => void entries.push(entry) });
  await readEntries(bus, { stream: DECISIONS, onEntry: (entry) => void decisions.push(entry) });
  return { entries: entries.sort((a, b) => a.seq - b.seq), decisions };
}

function readRecord(folder: string): Source {
  const file = recordExport(folder);
  const decisionsFile = join(folder, "decisions.jsonl");
  try {
    return {
      entries: [...readExport(file)],
      decisions: existsSync(decisionsFile) ? [...readExport(decisionsFile)] : [],
    };
  } catch (failure) {
    if (failure instanceof ExportError) throw usageFailure(failure.message);
    throw failure;
  }
}
