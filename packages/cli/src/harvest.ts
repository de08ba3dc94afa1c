import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { type Bus, DECISIONS } from "@bowline/bus";
import type { Entry } from "@bowline/contracts";
import { formatPredictionsCsv } from "@bowline/prediction-ingest/predictions-csv";
import { formatOrderListCsv, makeSummaryFold, orderList, type RunFacts, type RunSummary, writeExport } from "@bowline/report";
import { readEntries } from "./journal-reading.ts";
import type { RunInputs } from "./run-inputs.ts";
import { homeFolder } from "./runner/home.ts";

/** What a run leaves. */
export type Harvest = { readonly summary: RunSummary; readonly reportFile: string };

export type HarvestOptions = {
  readonly facts: RunFacts;
  /** Folder for the journal, the predictions, the orders and the configuration. */
  readonly record: string | undefined;
  readonly inputs: RunInputs;
};

/** Reads the journal of a finished run: its summary, its report, and what `--record` keeps. */
export async function harvestJournal(bus: Bus, options: HarvestOptions): Promise<Harvest> {
  const entries: Entry[] = [];
  const { unreadable } = await readEntries(bus, { onEntry: (entry) => void entries.push(entry) });
  const decisions: Entry[] = [];
  if (options.record !== undefined)
    await readEntries(bus, { stream: DECISIONS, onEntry: (entry) => void decisions.push(entry) });
  const facts = { ...options.facts, deadLetters: options.facts.deadLetters + unreadable };
  return harvestEntries(entries, decisions, { ...options, facts });
}

/** The same from entries in memory. */
export function harvestEntries(entries: readonly Entry[], decisions: readonly Entry[], options: HarvestOptions): Harvest {
  const fold = makeSummaryFold();
  for (const entry of entries) fold.add(entry);
  const summary = fold.summary(options.facts);
  const folder = options.record === undefined ? join(homeFolder(), "reports") : resolve(options.record);
  mkdirSync(folder, { recursive: true });
  if (options.record !== undefined) recordRun(folder, { entries, decisions, summary, inputs: options.inputs });
  const reportFile = join(folder, options.record === undefined ? `${stamp()}.html` : "report.html");
  writeFileSync(reportFile, renderReport(entries, summary));
  return { summary, reportFile };
}

type Recorded = {
  readonly entries: readonly Entry[];
  readonly decisions: readonly Entry[];
  readonly summary: RunSummary;
  readonly inputs: RunInputs;
};

function recordRun(folder: string, { entries, decisions, summary, inputs }: Recorded): void {
  writeExport(join(folder, "export.jsonl"), entries);
  writeExport(join(folder, "decisions.jsonl"), decisions);
  writeFileSync(join(folder, "predictions.csv"), formatPredictionsCsv(entries));
  writeFileSync(join(folder, "orders.csv"), formatOrderListCsv(orderList(entries)));
  writeFileSync(join(folder, "summary.json"), `${JSON.stringify(summary, undefined, 2)}\n`);
  for (const file of [inputs.groupsFile, inputs.strategyFile, inputs.limitsFile]) copyFileSync(file, join(folder, basename(file)));
}

const stamp = (): string =>
  Temporal.Now.plainDateTimeISO("UTC").toString({ smallestUnit: "second" }).replaceAll(/[-:]/g, "").replace("T", "-");

// Replaced by packages/report's page as soon as that exists.
const renderReport = (_entries: readonly Entry[], summary: RunSummary): string =>
  `<!doctype html><meta charset="utf-8"><title>Bowline</title><pre>${JSON.stringify(summary, undefined, 2)}</pre>\n`;
