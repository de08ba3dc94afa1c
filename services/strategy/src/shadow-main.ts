import { readGroups } from "@bowline/config";
import { readStrategy } from "@bowline/rules";
import { main, readServiceConfig, runService } from "@bowline/service-kit";
import { shadowConfigShape } from "./config.ts";
import { knownFirstVersion } from "./first-version.ts";
import { contract } from "./shadow-contract.ts";
import { readCandidate } from "./shadow/candidate.ts";
import { makeShadowMachine } from "./shadow/machine.ts";

await main(async () => {
  const config = readServiceConfig(process.env, shadowConfigShape);
  const groups = readGroups(config.BOWLINE_GROUPS);
  let strategy = readStrategy(config.BOWLINE_STRATEGY, groups);
  const candidate = readCandidate(config.BOWLINE_CANDIDATE, groups, strategy);
  await runService({
    contract,
    config,
    keepsSnapshots: false,
    prepare: async (journal) => void (strategy = await knownFirstVersion(strategy, journal)),
    machines: () =>
      [...groups.byName].map(([group, symbols]) =>
        makeShadowMachine({ group, symbols, strategy, candidate, accountId: config.BOWLINE_ACCOUNT }),
      ),
  });
});
