import { readGroups } from "@bowline/config";
import { readStrategy } from "@bowline/rules";
import { main, readServiceConfig, runService } from "@bowline/service-kit";
import { configShape } from "./config.ts";
import { contract } from "./contract.ts";
import { makeStrategyMachines } from "./machines.ts";

await main(async () => {
  const config = readServiceConfig(process.env, configShape);
  const groups = readGroups(config.BOWLINE_GROUPS);
  const strategy = readStrategy(config.BOWLINE_STRATEGY, groups);
  await runService({
    contract,
    config,
    shareLeases: true,
    keepsPastSnapshots: true,
    machines: () => makeStrategyMachines({ groups, strategy, accountId: config.BOWLINE_ACCOUNT }),
  });
});
