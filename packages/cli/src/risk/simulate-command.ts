import { join } from "node:path";
import type { Bus } from "@bowline/bus";
import { adviceFor, readGroups, readTextFile } from "@bowline/config";
import type { Entry } from "@bowline/contracts";
import { sha256Hex } from "@bowline/kernel";
import { ExportError, readExport } from "@bowline/report";
import { readLimits } from "@bowline/risk";
import type { Command } from "commander";
import { printJson, printLine, usageFailure } from "../command.ts";
import { addConnectionFlags, type ConnectionFlags, withRunning } from "../connection.ts";
import { recordExport } from "../record-export.ts";
import { PAPER_ACCOUNT } from "../runner/simulated-services.ts";
import { firstLimitsIn, readGateJournal } from "./gate-of-journal.ts";
import { renderSimulation } from "./render-simulation.ts";
import { type Simulation, type SimulationOptions, simulateLimits } from "./simulate.ts";

export type SimulateFlags = ConnectionFlags & {
  readonly session?: string;
  readonly record?: string;
  readonly groups?: string;
  readonly json?: boolean;
};

export function addSimulate(command: Command): void {
  addConnectionFlags(command.command("simulate"))
    .description("what other limits would have decided, beside what the gate did decide under those that held")
    .argument("<limits>", "the other limits.yaml")
    .option("--session <date>", "one session of several, such as 2026-01-05 (default: all)")
    .option("--record <folder>", "read what `demo --record` or `backtest --record` kept")
    .option("--groups <file>", "other groups than those that the gate runs with")
    .option("--json", "print one JSON object")
    .action(async (limits: string, flags: SimulateFlags) => {
      const simulation = await readSimulation(limits, flags);
      if (flags.json === true) printJson(simulation);
      else printLine(renderSimulation(simulation));
    });
}

/** Throws where the limits do not hold, the record is none, or the journal has no such session. */
export async function readSimulation(file: string, flags: SimulateFlags): Promise<Simulation> {
  const limits = readLimits(file);
  const { groups, ...source } =
    flags.record === undefined
      ? await withRunning(flags, "risk", ({ bus }) => readLive(bus, flags))
      : readRecord(flags.record, flags);
  const simulation = simulateRecorded(() =>
    simulateLimits(source.entries, { ...source, limits, groups: readGroups(groups), date: flags.session }),
  );
  const { date, dates } = simulation;
  if (date !== undefined && !dates.includes(date))
    throw usageFailure(`--session: no entries of ${date}; ${adviceFor(date, dates)}`);
  return simulation;
}

/** An export is read line by line while it is used: what is wrong with it is a person's to mend. */
function simulateRecorded(simulate: () => Simulation): Simulation {
  try {
    return simulate();
  } catch (failure) {
    throw failure instanceof ExportError ? usageFailure(failure.message) : failure;
  }
}

type Source = Pick<SimulationOptions, "accountId" | "first"> & {
  readonly entries: Iterable<Entry>;
  readonly groups: string;
};

/** What the run began with lies beside its journal. */
function readRecord(folder: string, flags: SimulateFlags): Source {
  const entries = readExport(recordExport(folder));
  const file = join(folder, "limits.yaml");
  const yaml = readTextFile(file, "the limits that the run began with");
  return {
    entries,
    groups: flags.groups ?? join(folder, "groups.yaml"),
    accountId: PAPER_ACCOUNT,
    first: { limits: readLimits(file), limitsHash: sha256Hex(yaml) },
  };
}

async function readLive(bus: Bus, flags: SimulateFlags): Promise<Source> {
  const { entries, settings, accountId } = await readGateJournal(bus);
  const groups = flags.groups ?? settings.need("BOWLINE_GROUPS", "--groups");
  return { entries, groups, accountId, first: firstLimitsIn(entries) };
}
