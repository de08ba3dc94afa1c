import { readGroups } from "@bowline/config";
import { assert } from "@bowline/kernel";
import { main, readServiceConfig, runService } from "@bowline/service-kit";
import { configShape } from "./config.ts";
import { contract } from "./contract.ts";
import { type FirstLimits, firstLimits } from "./first-limits.ts";
import { makeRiskGate } from "./machine.ts";

await main(async () => {
  const config = readServiceConfig(process.env, configShape);
  const groups = readGroups(config.BOWLINE_GROUPS);
  let first: FirstLimits | undefined;
  await runService({
    contract,
    config,
    prepare: async (journal) => void (first = await firstLimits(config.BOWLINE_LIMITS, journal)),
    machines: () => {
      assert(first !== undefined, "machines before their limits");
      return [makeRiskGate({ ...first, groups, accountId: config.BOWLINE_ACCOUNT })];
    },
  });
});
