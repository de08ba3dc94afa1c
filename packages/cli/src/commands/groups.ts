import type { Command } from "commander";
import { lastSequence, listLeases } from "@bowline/bus";
import { printJson, printLine } from "../command.ts";
import { addConnectionFlags, type Connected, type ConnectionFlags, withRunning } from "../connection.ts";
import { describeSectors, readSectors, type SymbolSector } from "../views/group-sectors.ts";
import { type Column, renderTable, type Row } from "../views/table.ts";

const COLUMNS: readonly Column[] = [
  { key: "group", title: "group" },
  { key: "owner", title: "owner" },
  { key: "epoch", title: "epoch", align: "right" },
  { key: "lag", title: "lag", align: "right" },
  { key: "sectors", title: "sectors" },
];

export function configure(command: Command): void {
  addConnectionFlags(command)
    .option("--json", "one JSON object a group")
    .addHelpText(
      "after",
      "\nThe lag is in entries of the journal; it is known for the processes that run on this machine. Sectors are those of\ngroups.yaml, else the broker's industries.",
    )
    .action(async (flags: ConnectionFlags & { json?: boolean }) => {
      const rows = await withRunning(flags, "groups", readGroupRows);
      if (flags.json === true)
        for (const { row, symbols } of rows) printJson({ ...row, epoch: Number(row["epoch"]), ...lagOf(row), symbols });
      else printLine(renderTable(COLUMNS, rows.map(tableRow), "no group has an owner yet"));
    });
}

const lagOf = (row: Row): object => (row["lag"] === "unknown" ? {} : { lag: Number(row["lag"]) });

const PREFIX = "strategy.";

type GroupRow = { readonly row: Row; readonly symbols: readonly SymbolSector[] };

const tableRow = ({ row, symbols }: GroupRow): Row => ({ ...row, sectors: describeSectors(symbols) });

async function readGroupRows({ bus, run }: Connected): Promise<readonly GroupRow[]> {
  const sectors = await readSectors(bus);
  const [leases, last] = [await listLeases(bus), await lastSequence(bus)];
  const positions = await askPositions((run?.processes ?? []).flatMap(({ httpPort }) => httpPort ?? []));
  return [...leases]
    .filter(([name]) => name.startsWith(PREFIX))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { holder, epoch }]) => {
      const position = positions.get(`${holder} ${name}`);
      const group = name.slice(PREFIX.length);
      const row = {
        group,
        owner: holder === "" ? "nobody" : holder,
        epoch: String(epoch),
        lag: position === undefined ? "unknown" : String(Math.max(0, last - position)),
      };
      return { row, symbols: sectors.get(group) ?? [] };
    });
}

type Facts = {
  readonly holder?: string;
  readonly participants?: readonly { name: string; active: boolean; position: number }[];
};

/** Up to which entry each holder's machines have read, by holder and machine. */
async function askPositions(ports: readonly number[]): Promise<ReadonlyMap<string, number>> {
  const answers = await Promise.all(ports.map(askFacts));
  return new Map(
    answers.flatMap(({ holder, participants }) =>
      (participants ?? [])
        .filter(({ active }) => active)
        .map(({ name, position }) => [`${holder} ${name}`, position] as const),
    ),
  );
}

async function askFacts(port: number): Promise<Facts> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(1000) });
    return (await response.json()) as Facts;
  } catch {
    return {}; // It is just starting again.
  }
}
