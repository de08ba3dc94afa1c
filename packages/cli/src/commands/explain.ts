import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { DECISIONS } from "@bowline/bus";
import type { Entry } from "@bowline/contracts";
import { ExportError, readExport } from "@bowline/report";
import { CommandFailure, printJson, printLine, usageFailure } from "../command.ts";
import { addConnectionFlags, type ConnectionFlags, withRunning } from "../connection.ts";
import { type Chain, chainOf } from "../explain/chain.ts";
import { renderChain } from "../explain/render.ts";
import { readEntries } from "../journal-reading.ts";

type ExplainFlags = ConnectionFlags & { readonly record?: string; readonly json?: boolean };
type Source = { readonly entries: readonly Entry[]; readonly decisions: readonly Entry[] };

export function configure(command: Command): void {
  addConnectionFlags(command)
    .argument("<clOrdId>", "an order's id, as `./bowline orders` and the report show it")
    .option("--record <folder>", "read what `demo --record` or `backtest --record` kept")
    .option("--json", "print one JSON object")
    .action(async (clOrdId: string, flags: ExplainFlags) => {
      const source =
        flags.record === undefined
          ? await withRunning(flags, "explain", ({ bus }) => readLive(bus))
          : readRecord(flags.record);
      const chain = chainOf(clOrdId, source.entries, source.decisions);
      if (chain === undefined)
        throw new CommandFailure(`${clOrdId}: no entry names this order; \`./bowline orders\` lists them`);
      show(chain, flags.json === true);
    });
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
  const file = join(folder, "export.jsonl");
  if (!existsSync(file))
    throw usageFailure(`${file}: no such file; --record names a folder that \`demo --record\` made`);
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
