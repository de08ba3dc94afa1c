import { linesOf, spendLines } from "@bowline/market";
import type { Finding } from "./commands/doctor.ts";

/** How many symbols fit into a login's market data lines, and how many are wanted: positions outside the groups come on top. */
export function linesFinding(declared: readonly string[], benchmark: string | undefined, lines: number): Finding {
  const symbols = [...new Set([...declared, ...(benchmark === undefined ? [] : [benchmark])])];
  const { refused, used } = spendLines(
    symbols.map((symbol) => ({ symbol, quotesOnly: false })),
    lines,
  );
  const each = linesOf({ quotesOnly: false });
  const fits = `${Math.floor(lines / each)} symbols fit, ${lines} where bars are built from ticks`;
  const wanted = symbols.length * each;
  const found = `${symbols.length} symbols want ${wanted} of ${lines} market data lines`;
  if (refused.length === 0)
    return {
      check: "data lines",
      ok: true,
      found,
      meaning: `${fits}; ${lines - used} lines are left for positions in others`,
    };
  const names = refused.map(({ symbol }) => symbol).join(", ");
  return { check: "data lines", ok: false, found, meaning: `${fits}; without data, and never entered: ${names}` };
}
