import { connectBus } from "@bowline/bus";
import { ConfigFailure, marketGroups, readGroups } from "@bowline/config";
import { micros, money } from "@bowline/kernel";
import { SYNTHETIC_PAST_YEARS } from "@bowline/matching";
import { main, makeLog, readSecret, readServiceConfig } from "@bowline/service-kit";
import { configShape } from "./config.ts";
import { serveHttp } from "./http.ts";
import { UNPACED } from "./limits/switches.ts";
import { play } from "./time/play.ts";
import { openSimulator } from "./simulator.ts";

await main(async () => {
  const config = readServiceConfig(process.env, configShape);
  const log = makeLog("tws-sim", config.BOWLINE_LOG_LEVEL);
  const groups = readGroups(config.BOWLINE_GROUPS);
  const opened = await openSimulator({
    market: {
      data: config.BOWLINE_MARKET_DATA,
      groups: marketGroups(groups),
      seed: config.BOWLINE_SEED,
      sessions: config.BOWLINE_SESSIONS,
      minutes: config.BOWLINE_MINUTES,
    },
    host: config.BOWLINE_TWS_HOST,
    port: config.BOWLINE_TWS_PORT,
    accountId: config.BOWLINE_ACCOUNT,
    ticksPerSecond: config.BOWLINE_SIM_TICKS_PER_SECOND,
    cash: money(micros(config.BOWLINE_CASH)),
    directory: config.BOWLINE_DATA_DIR,
    wireLogFile: config.BOWLINE_SIM_WIRE_LOG,
    wireLogData: config.BOWLINE_SIM_WIRE_LOG_DATA,
    instrumentsFile: config.BOWLINE_SIM_INSTRUMENTS,
    switches: {
      // A backtest of the same market knows the same past, and shall decide the same.
      historyYears: config.BOWLINE_MARKET_DATA === undefined ? SYNTHETIC_PAST_YEARS : 0,
      // Its books are compared with the account's minute by minute, to the micro.
      accountUpdateMinutes: 1,
      accountPlaces: "exact",
      ...(config.BOWLINE_SPEED === 1 ? {} : UNPACED),
    },
    switchesFile: config.BOWLINE_SIM_SWITCHES,
    marketFile: config.BOWLINE_SIM_MARKET,
    masterClientId: config.BOWLINE_SIM_MASTER_CLIENT,
    isReadOnly: config.BOWLINE_SIM_READ_ONLY === "1",
    dropExecution: config.BOWLINE_SIM_DROP_EXEC,
    onNotice: (notice) => log.warn(notice, "connection"),
  });
  if (!opened.ok) throw failureOf(opened.error);
  const simulator = opened.value;
  const bus = await connectBus({
    url: config.BOWLINE_NATS_URL,
    name: "tws-sim",
    ...(config.BOWLINE_NATS_USER === undefined ? {} : { user: config.BOWLINE_NATS_USER }),
    ...(config.BOWLINE_NATS_PASSWORD_FILE === undefined
      ? {}
      : { password: readSecret(config.BOWLINE_NATS_PASSWORD_FILE) }),
  });
  const state = { isFinished: false };
  const http = await serveHttp({
    host: config.BOWLINE_HTTP_HOST,
    port: config.BOWLINE_HTTP_PORT,
    simulator,
    notReady: () => (bus.isConnected() ? [] : ["NATS does not answer"]),
    isFinished: () => state.isFinished,
  });
  if (!http.ok) throw failureOf(http.error);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => process.exit(0));
  log.info({ httpPort: http.value.port, twsPort: simulator.server.port, ...simulator.world.progress() }, "listening");
  await play({ bus, simulator, groups, speed: config.BOWLINE_SPEED, directory: config.BOWLINE_DATA_DIR, log });
  state.isFinished = true;
  log.info(simulator.world.progress(), "finished");
});

function failureOf(message: string): ConfigFailure {
  return new ConfigFailure([{ file: "tws-sim", line: 0, column: 0, path: "", message }]);
}
