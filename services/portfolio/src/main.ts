import { main, readServiceConfig, runService } from "@bowline/service-kit";
import { configShape } from "./config.ts";
import { contract } from "./contract.ts";
import { makePortfolio } from "./machine.ts";

await main(async () => {
  const config = readServiceConfig(process.env, configShape);
  await runService({ contract, config, machines: () => [makePortfolio({ accountId: config.BOWLINE_ACCOUNT })] });
});
