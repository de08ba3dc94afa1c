import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { type Bus, DECISIONS } from "@bowline/bus";
import type { Entry } from "@bowline/contracts";
import { formatPredictionsCsv } from "@bowline/prediction-ingest/predictions-csv";
import {
  formatOrderListCsv,
  makePageFold,
  makeSummaryFold,
  orderList,
  renderReport,
  type RunFacts,
  type RunSummary,
  writeExport,
} from "@bowline/report";
import { readEntries } from "./journal-reading.ts";
import { makeSnapshotRecorder } from "./moment/record-snapshots.ts";
import type { RunInputs } from "./run-inputs.ts";
import { homeFolder } from "./runner/home.ts";

/** What a run leaves. */
export type Harvest = { readonly summary: RunSummary; readonly reportFile: string };

/** Takes a run's entries as they come, and makes of them its summary, its report and its record. */
export type Harvester = {
  add(entry: Entry): void;
  addDecision(entry: Entry): void;
  finish(facts: RunFacts): Harvest;
};

export type HarvestOptions = {
  /** Folder for the journal, the predictions, the orders and the configuration. */
  readonly record: string | undefined;
  readonly inputs: RunInputs;
};

export function makeHarvester({ record, inputs }: HarvestOptions): Harvester {
  const fold = makeSummaryFold();
  const page = makePageFold();
  const entries: Entry[] = [];
  const decisions: Entry[] = [];
  const snapshots = record === undefined ? undefined : makeSnapshotRecorder(resolve(record), inputs);
  return {
    add(entry) {
      fold.add(entry);
      if (isShown(entry)) page.add(entry);
      if (record !== undefined) entries.push(entry);
      snapshots?.add(entry);
    },
    addDecision(entry) {
      if (record !== undefined) decisions.push(entry);
    },
    finish(facts) {
      const summary = fold.summary(facts);
      const folder = record === undefined ? join(homeFolder(), "reports") : resolve(record);
      mkdirSync(folder, { recursive: true });
      if (record !== undefined) recordRun(folder, { entries, decisions, summary, inputs });
      const reportFile = join(folder, record === undefined ? `${stamp()}.html` : "report.html");
      writeFileSync(reportFile, renderReport(page.page(summary)));
      return { summary, reportFile };
    },
  };
}

/** What the report may show; the rest is most of a journal. */
function isShown({ event }: Entry): boolean {
  if (event.kind === "md.bar") return event.timeframe === "1m";
  return event.kind !== "md.quote" && event.kind !== "control.heartbeat" && event.kind !== "broker.account";
}

/** Reads the journal of a finished run. */
export async function harvestJournal(
  bus: Bus,
  options: HarvestOptions & { readonly facts: RunFacts },
): Promise<Harvest> {
  const harvester = makeHarvester(options);
  const { unreadable } = await readEntries(bus, { onEntry: harvester.add });
  if (options.record !== undefined) await readEntries(bus, { stream: DECISIONS, onEntry: harvester.addDecision });
  return harvester.finish({ ...options.facts, deadLetters: options.facts.deadLetters + unreadable });
}

type Recorded = {
  readonly entries: readonly Entry[];
  readonly decisions: readonly Entry[];
  readonly summary: RunSummary;
  readonly inputs: RunInputs;
};

function recordRun(folder: string, { entries, decisions, summary, inputs }: Recorded): void {
  // What the journal is read with comes first: of a run that is killed while it writes, the part that is there can be asked.
  for (const file of [inputs.groupsFile, inputs.strategyFile, inputs.limitsFile])
    copyFileSync(file, join(folder, basename(file)));
  writeExport(join(folder, "export.jsonl"), entries);
  writeExport(join(folder, "decisions.jsonl"), decisions);
  writeFileSync(join(folder, "predictions.csv"), formatPredictionsCsv(entries));
  writeFileSync(join(folder, "orders.csv"), formatOrderListCsv(orderList(entries)));
  writeFileSync(join(folder, "summary.json"), `${JSON.stringify(summary, undefined, 2)}\n`);
}

const stamp = (): string =>
  Temporal.Now.plainDateTimeISO("UTC").toString({ smallestUnit: "second" }).replaceAll(/[-:]/g, "").replace("T", "-");
