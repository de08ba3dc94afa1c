import { ConfigFailure } from "@bowline/config";
import { main, readServiceConfig, runService } from "@bowline/service-kit";
import { configShape } from "./config.ts";
import { contract } from "./contract.ts";
import { makeRehearsal } from "./crash-point.ts";
import { type Execution, makeExecution } from "./execution.ts";
import { describeLogError, openWriteAheadLog } from "./log/write-ahead-log.ts";

await main(async () => {
  const config = readServiceConfig(process.env, configShape);
  const log = openWriteAheadLog(config.BOWLINE_DATA_DIR);
  if (!log.ok) {
    const { file } = log.error;
    throw new ConfigFailure([{ file, line: 0, column: 0, path: "", message: describeLogError(log.error) }]);
  }
  let execution: Execution | undefined;
  await runService({
    contract,
    config,
    edges: ({ log: logger, alerts, tickSink }) => {
      execution = makeExecution({
        tws: {
          ...config.BOWLINE_TWS,
          clientId: config.BOWLINE_CLIENT_ID,
          ...(config.BOWLINE_ACCOUNT === undefined ? {} : { accountId: config.BOWLINE_ACCOUNT }),
        },
        log: log.value,
        ticks: tickSink(),
        logger,
        alerts,
        rehearse: makeRehearsal(config.BOWLINE_CRASH_AT, () => process.kill(process.pid, "SIGKILL")),
      });
      return [execution];
    },
    notReady: () => execution?.notReady() ?? [],
  });
});
