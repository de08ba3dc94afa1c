import type { Groups } from "@bowline/config";
import { linesOf, spendLines } from "@bowline/market";
import type { Finding } from "./commands/doctor.ts";

/** How many symbols fit into a login's market data lines, and how many are wanted: positions outside the groups come on top. */
export function linesFinding(
  { declared, benchmarks, fromTicks }: Pick<Groups, "declared" | "benchmarks" | "fromTicks">,
  benchmark: string | undefined,
  lines: number,
): Finding {
  const symbols = [...new Set([...declared, ...benchmarks, ...(benchmark === undefined ? [] : [benchmark])])];
  const wishes = symbols.map((symbol) => ({ symbol, quotesOnly: fromTicks.has(symbol) }));
  const { refused, used } = spendLines(wishes, lines);
  const most = (quotesOnly: boolean): number => Math.floor(lines / linesOf({ quotesOnly }));
  const fits = `${most(false)} symbols fit, ${most(true)} where bars are built from ticks`;
  const wanted = wishes.reduce((sum, wish) => sum + linesOf(wish), 0);
  const ofTicks = fromTicks.size === 0 ? "" : `, ${fromTicks.size} of them bars from ticks`;
  const found = `${symbols.length} symbols want ${wanted} of ${lines} market data lines${ofTicks}`;
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
