import { deadLetterCount } from "@bowline/bus";
import { readTextFile } from "@bowline/config";
import { connectService, main, readServiceConfig, runService } from "@bowline/service-kit";
import { journalCommand } from "@bowline/service-kit/operator";
import { makeSigner } from "@bowline/signing";
import { configShape } from "./config.ts";
import { contract } from "./contract.ts";
import { makeReadModel } from "./read-model.ts";
import { makeReader } from "./reader.ts";
import { addRoutes } from "./routes.ts";

await main(async () => {
  const config = readServiceConfig(process.env, configShape);
  const token = readTextFile(config.BOWLINE_MONITOR_TOKEN_FILE, "a file with the bearer token of commands").trim();
  const sign = makeSigner("monitor", config.BOWLINE_SIGNING_KEY_FILE);
  const model = makeReadModel({ accountId: config.BOWLINE_ACCOUNT });
  // A connection of its own: a kill does not queue behind what is read.
  const bus = await connectService(config, "monitor-commands");
  await runService({
    contract,
    config,
    edges: () => [makeReader(model.add)],
    routes: (app) =>
      addRoutes(app, {
        model,
        token,
        deadLetters: () => deadLetterCount(bus),
        journal: (command) => journalCommand(bus, command, sign),
      }),
  });
});
