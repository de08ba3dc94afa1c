import { readGroups } from "@bowline/config";
import { main, readServiceConfig, runService } from "@bowline/service-kit";
import { makeClockEdge } from "./clock.ts";
import { configShape } from "./config.ts";
import { contract } from "./contract.ts";
import { makeFeed } from "./feed.ts";
import { makeMarketDataMachine } from "./machine.ts";

await main(async () => {
  const config = readServiceConfig(process.env, configShape);
  const groups = readGroups(config.BOWLINE_GROUPS);
  await runService({
    contract,
    config,
    machines: () => [makeMarketDataMachine({ groups, warmupBars: config.BOWLINE_WARMUP_BARS })],
    edges: async ({ tickSource }) => [
      makeFeed({ groups, quoteIntervalMs: config.BOWLINE_QUOTE_INTERVAL_MS, ticks: await tickSource() }),
      makeClockEdge(),
    ],
  });
});
