import type { Bus } from "@bowline/bus";
import { readEntries } from "../journal-reading.ts";

/** What an instrument counts to; `undefined` where neither groups.yaml nor the broker says. */
export type SymbolSector = { readonly symbol: string; readonly sector: string | undefined };

/** The symbols of each group that the broker has described, in alphabetical order, with the newest word on their sectors. */
export async function readSectors(bus: Bus): Promise<ReadonlyMap<string, readonly SymbolSector[]>> {
  const newest = new Map<string, SymbolSector & { readonly group: string }>();
  await readEntries(bus, {
    filter: "bw.md.instrument.>",
    onEntry({ event }) {
      if (event.kind !== "md.instrument") return;
      const { symbol, group, sector } = event;
      newest.set(symbol, { symbol, group, sector });
    },
  });
  const byGroup = new Map<string, SymbolSector[]>();
  for (const { group, ...one } of [...newest.values()].sort((a, b) => (a.symbol < b.symbol ? -1 : 1)))
    byGroup.set(group, [...(byGroup.get(group) ?? []), one]);
  return byGroup;
}

/** `Financial: BAC GS JPM; Technology: AAPL`, sectors in alphabetical order, who has none at the end. */
export function describeSectors(symbols: readonly SymbolSector[]): string {
  const bySector = Map.groupBy(symbols, ({ sector }) => sector ?? "");
  return [...bySector]
    .sort(([a], [b]) => (a === "" ? 1 : b === "" || a < b ? -1 : 1))
    .map(([sector, all]) => `${sector === "" ? "unknown" : sector}: ${all.map(({ symbol }) => symbol).join(" ")}`)
    .join("; ");
}
