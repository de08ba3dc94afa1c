import { type Result, err, ok } from "@bowline/kernel";
import { z } from "zod";
import { type BarWishes, barWishesOf, barWishesShape, NO_BAR_WISHES } from "./bar-wishes.ts";
import { type ConfigError, ConfigFailure } from "./config-error.ts";
import { readTextFile } from "./read-file.ts";
import { parseYaml } from "./yaml-document.ts";

const name = z.string().regex(/^[a-z][a-z0-9-]*$/, "a group is lower-case letters, digits and dashes, such as `tech`");
const symbolName = z
  .string()
  .regex(
    /^[A-Z][A-Z0-9.-]{0,11}$/,
    "a symbol is upper-case, such as AAPL or BRK.B (quote ON, YES, NO: YAML reads them as truth values)",
  );

const sectorName = z.string().trim().min(1, "a sector needs a name, such as Technology").max(60);

const groupsSchema = z.strictObject({
  groups: z.record(name, z.array(symbolName).min(1, "a group needs a symbol")),
  sectors: z.record(sectorName, z.array(symbolName).min(1, "a sector needs a symbol")).optional(),
  benchmarks: z.array(symbolName).optional(),
  ...barWishesShape,
});

/** Ticker groups: the unit by which strategy workers are scaled. */
export type Groups = BarWishes & {
  /** Groups by name, in alphabetical order, each with its symbols in alphabetical order. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  /** All symbols in alphabetical order. */
  readonly symbols: readonly string[];
  /** All symbols in the order of the file: who comes first where there is not enough for all. */
  readonly declared: readonly string[];
  /** Symbols of no group, in the order of the file: indicators compare with them, and nobody trades them. */
  readonly benchmarks: readonly string[];
  /** The one group of a symbol; `undefined` where it is in none. */
  groupOf(symbol: string): string | undefined;
  /** The sector that the file gives a symbol; `undefined` where it leaves that to the broker. */
  sectorOf(symbol: string): string | undefined;
};

/** Ticker groups from YAML text: a symbol in two groups is an error at its second place. */
export function parseGroups(text: string, file: string): Result<Groups, readonly ConfigError[]> {
  const parsed = parseYaml(text, file, groupsSchema);
  if (!parsed.ok) return parsed;
  const groupBySymbol = new Map<string, string>();
  const errors: ConfigError[] = [];
  for (const [group, symbols] of Object.entries(parsed.value.value.groups)) {
    symbols.forEach((symbol, index) => {
      const other = groupBySymbol.get(symbol);
      if (other !== undefined)
        errors.push(
          parsed.value.errorAt(
            ["groups", group, index],
            `${symbol} is in ${other} already; a symbol belongs to one group`,
          ),
        );
      else groupBySymbol.set(symbol, group);
    });
  }
  const sectors = Object.entries(parsed.value.value.sectors ?? {});
  const sectorBySymbol = new Map<string, string>();
  for (const [sector, symbols] of sectors) {
    symbols.forEach((symbol, index) => {
      const other = sectorBySymbol.get(symbol);
      const why = !groupBySymbol.has(symbol)
        ? `${symbol} is in no group`
        : other === undefined
          ? undefined
          : `${symbol} is in ${other} already; a symbol belongs to one sector`;
      if (why !== undefined) errors.push(parsed.value.errorAt(["sectors", sector, index], why));
      sectorBySymbol.set(symbol, sector);
    });
  }
  if (groupBySymbol.size === 0 && errors.length === 0)
    errors.push(parsed.value.errorAt(["groups"], "at least one group is needed"));
  const benchmarks = parsed.value.value.benchmarks ?? [];
  benchmarks.forEach((symbol, index) => {
    const group = groupBySymbol.get(symbol);
    if (group !== undefined)
      errors.push(
        parsed.value.errorAt(
          ["benchmarks", index],
          `${symbol} is in ${group} already, and may be compared with as it is`,
        ),
      );
  });
  const wishes = barWishesOf(parsed.value, errors);
  if (errors.length > 0) return err(errors);
  return ok(makeGroups(Object.entries(parsed.value.value.groups), sectors, { ...wishes, benchmarks }));
}

type NamedSymbols = readonly (readonly [string, readonly string[]])[];

/** What the file wants beside the groups themselves. */
export type GroupWishes = BarWishes & { readonly benchmarks?: readonly string[] };

export function makeGroups(
  entries: NamedSymbols,
  sectors: NamedSymbols = [],
  { fromTicks, extendedHours, benchmarks = [] }: GroupWishes = NO_BAR_WISHES,
): Groups {
  const sectorBySymbol = new Map(
    sectors.flatMap(([sector, symbols]) => symbols.map((symbol) => [symbol, sector] as const)),
  );
  const byName = new Map(
    [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, symbols]) => [group, [...symbols].sort()] as const),
  );
  const groupBySymbol = new Map(
    [...byName].flatMap(([group, symbols]) => symbols.map((symbol) => [symbol, group] as const)),
  );
  return {
    byName,
    symbols: [...groupBySymbol.keys()].sort(),
    fromTicks,
    extendedHours,
    declared: entries.flatMap(([, symbols]) => symbols),
    benchmarks: [...new Set(benchmarks)],
    groupOf: (symbol) => groupBySymbol.get(symbol),
    sectorOf: (symbol) => sectorBySymbol.get(symbol),
  };
}

/** The symbols of a market that is made for the groups: benchmarks are in it, too, as a group of its own. */
export function marketGroups({ byName, benchmarks }: Groups): Readonly<Record<string, readonly string[]>> {
  return { ...Object.fromEntries(byName), ...(benchmarks.length === 0 ? {} : { none: [...benchmarks].sort() }) };
}

/** Reads groups.yaml; throws ConfigFailure with every finding. */
export function readGroups(file: string): Groups {
  const groups = parseGroups(readTextFile(file, "a groups.yaml that maps ticker groups to symbols"), file);
  if (!groups.ok) throw new ConfigFailure(groups.error);
  return groups.value;
}
