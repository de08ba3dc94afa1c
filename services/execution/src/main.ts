import { ConfigFailure } from "@bowline/config";
import { main, readServiceConfig, runService, startWatchdog } from "@bowline/service-kit";
import { configShape } from "./config.ts";
import { contract } from "./contract.ts";
import { makeRehearsal } from "./crash-point.ts";
import { gaugesOf } from "./gauges.ts";
import { type Execution, makeExecution } from "./execution.ts";
import { makeKillSwitch } from "./kill-switch.ts";
import { openLocalKills } from "./local-kills.ts";
import { dropCopyClientId } from "./drop-copy/index.ts";
import { makeLiveLimits } from "./live-limits.ts";
import { tradingMode } from "./live-switches.ts";
import { describeLogError, openWriteAheadLog } from "./log/write-ahead-log.ts";

const TORN = {
  severity: "WARNING",
  code: "LOG_TORN",
  subject: "execution.wal",
  detail: "its last record was not whole and is cut off: what the journal knows beyond it is asked for at the broker",
} as const;

await main(async () => {
  const config = readServiceConfig(process.env, configShape);
  const mode = tradingMode(config);
  const dropCopy = dropCopyClientId(config);
  const log = openWriteAheadLog(config.BOWLINE_DATA_DIR);
  if (!log.ok) {
    const { file } = log.error;
    throw new ConfigFailure([{ file, line: 0, column: 0, path: "", message: describeLogError(log.error) }]);
  }
  const kill = makeKillSwitch(log.value.kills(), log.value.accountCanceled());
  let execution: Execution | undefined;
  const local = await openLocalKills({
    folder: config.BOWLINE_DATA_DIR,
    port: config.BOWLINE_KILL_PORT,
    kill,
    log: log.value,
    enforce: (pressed, way) => execution?.enforceKill(pressed, way) ?? 0,
    onFailure: (failure) => execution?.fail(failure),
  });
  const limitMs = config.BOWLINE_WATCHDOG_MS;
  const watchdog = limitMs === 0 ? undefined : startWatchdog({ service: contract.service, limitMs });
  await runService({
    contract,
    config,
    gauges: gaugesOf({ watchdog, session: () => execution?.session() }),
    edges: ({ log: logger, alerts, tickSink }) => {
      if (log.value.torn) alerts.raise(TORN);
      execution = makeExecution({
        tws: {
          ...config.BOWLINE_TWS,
          clientId: config.BOWLINE_CLIENT_ID,
          mode,
          dataType: config.BOWLINE_MARKET_DATA_TYPE,
          ...(config.BOWLINE_ACCOUNT === undefined ? {} : { accountId: config.BOWLINE_ACCOUNT }),
        },
        ...dropCopy,
        log: log.value,
        liveLimits: makeLiveLimits(mode),
        externalPolicy: config.BOWLINE_EXTERNAL,
        ticks: tickSink(),
        logger,
        alerts,
        historyPerTenMinutes: config.BOWLINE_HISTORY_PER_TEN_MINUTES,
        restartWindow: config.BOWLINE_RESTART_WINDOW,
        kill,
        killFile: local.file,
        timing: { cancelEntriesAfterMs: config.BOWLINE_CANCEL_ENTRIES_AFTER_MS },
        rehearse: makeRehearsal(config.BOWLINE_CRASH_AT, () => process.kill(process.pid, "SIGKILL")),
      });
      return [execution];
    },
    notReady: () => execution?.notReady() ?? [],
  });
});
