import { type Groups, readGroups } from "@bowline/config";
import { historyNeeds, readStrategy } from "@bowline/rules";
import { main, readServiceConfig, runService } from "@bowline/service-kit";
import { makeClockEdge } from "./clock.ts";
import { makeComparison } from "./comparison.ts";
import { configShape } from "./config.ts";
import { contract } from "./contract.ts";
import { makeFeed } from "./feed.ts";
import { makeMarketDataMachine, type MarketDataOptions } from "./machine.ts";
import { NO_GROUP } from "./machine/subscriptions.ts";
import { listenForPrices } from "./second-prices.ts";
import { readSecondSource } from "./second-source.ts";
import { makeTickMinutes } from "./tick-minutes.ts";

await main(async () => {
  const config = readServiceConfig(process.env, configShape);
  const groups = readGroups(config.BOWLINE_GROUPS);
  const strategy = config.BOWLINE_STRATEGY === undefined ? undefined : readStrategy(config.BOWLINE_STRATEGY, groups);
  const options: MarketDataOptions = {
    groups,
    fromTicks: groups.fromTicks,
    warmupBars: config.BOWLINE_WARMUP_BARS,
    dailyBars: config.BOWLINE_DAILY_BARS,
    needs: historyNeeds(strategy ?? { indicators: {} }),
    benchmark: benchmarkOf(groups, config),
    lines: config.BOWLINE_MARKET_DATA_LINES,
  };
  const file = config.BOWLINE_SECOND_SOURCE;
  const second = file === undefined ? undefined : readSecondSource(file);
  const comparison = makeComparison(second, groups);
  await runService({
    contract,
    config,
    machines: () => [makeMarketDataMachine(options)],
    edges: async ({ tickSource, listen, log, alerts }) => {
      if (second?.subject !== undefined) listenForPrices(listen, second.subject, { comparison, log });
      const ticks = await tickSource();
      const instruments = groups.symbols.map((symbol) => ({ symbol, group: groups.groupOf(symbol) ?? NO_GROUP }));
      const minutes = makeTickMinutes(instruments, groups);
      return [
        makeFeed({ groups, quoteIntervalMs: config.BOWLINE_QUOTE_INTERVAL_MS, ticks, minutes, comparison, alerts }),
        makeClockEdge(),
      ];
    },
  });
});

type About = { readonly BOWLINE_BENCHMARK: string; readonly BOWLINE_SIMULATED: "0" | "1" };

/** A simulated market has the symbols of the groups and no others. */
function benchmarkOf(groups: Groups, { BOWLINE_BENCHMARK, BOWLINE_SIMULATED }: About): string | undefined {
  if (BOWLINE_BENCHMARK === "none") return undefined;
  const isThere = BOWLINE_SIMULATED === "0" || groups.groupOf(BOWLINE_BENCHMARK) !== undefined;
  return isThere ? BOWLINE_BENCHMARK : undefined;
}
