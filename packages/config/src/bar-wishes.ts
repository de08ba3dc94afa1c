import { z } from "zod";
import type { ConfigError } from "./config-error.ts";
import type { ParsedYaml } from "./yaml-document.ts";

/** The part of groups.yaml that says how bars are built. */
export const barWishesShape = {
  bars: z.record(z.string(), z.enum(["five-seconds", "ticks"])).optional(),
  extendedHours: z.array(z.string()).optional(),
};

/** What is asked for beyond five-second bars of regular hours, symbol by symbol. */
export type BarWishes = {
  /** Symbols whose one-minute bars are built from trades, which costs no line for five-second bars. */
  readonly fromTicks: ReadonlySet<string>;
  /** Those of them that have bars before the open and after the close too. */
  readonly extendedHours: ReadonlySet<string>;
};
export const NO_BAR_WISHES: BarWishes = { fromTicks: new Set(), extendedHours: new Set() };

type File = { readonly groups: { readonly [group: string]: readonly string[] } } & {
  readonly [Key in keyof typeof barWishesShape]?: z.infer<(typeof barWishesShape)[Key]>;
};
type Parsed = Pick<ParsedYaml<File>, "value" | "errorAt">;

/** `bars` and `extendedHours` name groups or symbols. */
export function barWishesOf({ value, errorAt }: Parsed, errors: ConfigError[]): BarWishes {
  const { groups, bars = {}, extendedHours = [] } = value;
  const all = new Set(Object.values(groups).flat());
  const named = (word: string, path: readonly (string | number)[]): readonly string[] => {
    const symbols = groups[word] ?? (all.has(word) ? [word] : undefined);
    if (symbols === undefined) errors.push(errorAt(path, `${word} is no group and no symbol of one`));
    return symbols ?? [];
  };
  const sources = Object.entries(bars).map(([word, source]) => ({
    source,
    symbols: named(word, ["bars", word]),
    word,
  }));
  const fromTicks = new Set<string>();
  // A symbol's own word stands above its group's.
  for (const { source, symbols } of sources.sort((a, b) => Number(all.has(a.word)) - Number(all.has(b.word))))
    for (const symbol of symbols)
      if (source === "ticks") fromTicks.add(symbol);
      else fromTicks.delete(symbol);
  const extended = extendedHours.flatMap((word, index) => {
    const symbols = named(word, ["extendedHours", index]);
    const without = symbols.find((symbol) => !fromTicks.has(symbol));
    if (without !== undefined)
      errors.push(
        errorAt(
          ["extendedHours", index],
          `${without} has five-second bars, which IB gives for regular hours: it needs \`bars: ticks\``,
        ),
      );
    return symbols;
  });
  return { fromTicks, extendedHours: new Set(extended) };
}
