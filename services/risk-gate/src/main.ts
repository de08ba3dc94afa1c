import { readGroups } from "@bowline/config";
import { readLimits } from "@bowline/risk";
import { main, readServiceConfig, runService } from "@bowline/service-kit";
import { configShape } from "./config.ts";
import { contract } from "./contract.ts";
import { makeRiskGate } from "./machine.ts";

await main(async () => {
  const config = readServiceConfig(process.env, configShape);
  const limits = readLimits(config.BOWLINE_LIMITS);
  const groups = readGroups(config.BOWLINE_GROUPS);
  await runService({
    contract,
    config,
    machines: () => [makeRiskGate({ limits, groups, accountId: config.BOWLINE_ACCOUNT })],
  });
});
