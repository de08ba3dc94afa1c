import { readGroups } from "@bowline/config";
import { readStrategy } from "@bowline/rules";
import { main, readServiceConfig, runService } from "@bowline/service-kit";
import { configShape } from "./config.ts";
import { contract } from "./contract.ts";
import { firstVersion } from "./first-version.ts";
import { makeStrategyMachines } from "./machines.ts";

await main(async () => {
  const config = readServiceConfig(process.env, configShape);
  const groups = readGroups(config.BOWLINE_GROUPS);
  let strategy = readStrategy(config.BOWLINE_STRATEGY, groups);
  await runService({
    contract,
    config,
    shareLeases: true,
    keepsPastSnapshots: true,
    prepare: async (journal) => void (strategy = await firstVersion(config.BOWLINE_STRATEGY, groups, journal)),
    machines: () => makeStrategyMachines({ groups, strategy, accountId: config.BOWLINE_ACCOUNT }),
  });
});
