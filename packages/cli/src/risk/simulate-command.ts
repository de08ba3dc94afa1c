import { join } from "node:path";
import type { Bus } from "@bowline/bus";
import { adviceFor, readGroups } from "@bowline/config";
import type { Entry } from "@bowline/contracts";
import { ExportError, readExport } from "@bowline/report";
import { readLimits } from "@bowline/risk";
import type { Command } from "commander";
import { printJson, printLine, usageFailure } from "../command.ts";
import { addConnectionFlags, type ConnectionFlags, withRunning } from "../connection.ts";
import { recordExport } from "../record-export.ts";
import { PAPER_ACCOUNT } from "../runner/simulated-services.ts";
import { readGateJournal } from "./gate-of-journal.ts";
import { renderSimulation } from "./render-simulation.ts";
import { type Simulation, simulateLimits } from "./simulate.ts";

export type SimulateFlags = ConnectionFlags & {
  readonly session?: string;
  readonly record?: string;
  readonly groups?: string;
  readonly json?: boolean;
};

export function addSimulate(command: Command): void {
  addConnectionFlags(command.command("simulate"))
    .description("what other limits would have denied of a recorded or running session")
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
  const { entries, groups, accountId } =
    flags.record === undefined
      ? await withRunning(flags, "risk", ({ bus }) => readLive(bus, flags))
      : readRecord(flags.record, flags);
  const simulation = simulateRecorded(() =>
    simulateLimits(entries, { limits, groups: readGroups(groups), accountId, date: flags.session }),
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

type Source = { readonly entries: Iterable<Entry>; readonly groups: string; readonly accountId: string };

function readRecord(folder: string, flags: SimulateFlags): Source {
  return {
    entries: readExport(recordExport(folder)),
    groups: flags.groups ?? join(folder, "groups.yaml"),
    accountId: PAPER_ACCOUNT,
  };
}

async function readLive(bus: Bus, flags: SimulateFlags): Promise<Source> {
  const { entries, settings, accountId } = await readGateJournal(bus);
  return { entries, groups: flags.groups ?? settings.need("BOWLINE_GROUPS", "--groups"), accountId };
}
