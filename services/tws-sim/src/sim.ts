import { micros, money, ok, type Result } from "@bowline/kernel";
import { MARGIN_TERMS, type MarketGroups } from "@bowline/matching";
import { startFreeRun } from "./time/free-run.ts";
import { type ServedHttp, serveHttp } from "./http.ts";
import { openSimulator, type Simulator } from "./simulator.ts";

export { startRecorder } from "./recording/recorder.ts";
export { startReplayer } from "./recording/replayer.ts";

/** A TWS by itself, for any client: no NATS, no services. */
export type SimOptions = {
  readonly host?: string;
  /** 0 takes a free one; 7497 where it is not given. */
  readonly port?: number;
  /** Port of the control routes; none are served where it is absent. */
  readonly controlPort?: number;
  /** Folder of CSV minutes; the synthetic market where it is absent. */
  readonly data?: string;
  /** All of the folder, or the synthetic eight, where absent. */
  readonly symbols?: readonly string[];
  readonly groups?: MarketGroups;
  readonly seed?: number;
  readonly sessions?: number;
  readonly minutes?: number;
  /** The first synthetic session is on this date (YYYY-MM-DD) or the next trading day. */
  readonly date?: string;
  /** How many times as fast as real time; 1 where it is not given. */
  readonly speed?: number;
  /** Quotes and trades of a symbol in a second of the market, at the most; 2 where it is not given. */
  readonly ticksPerSecond?: number;
  /** Real time between the start and each open; 2000 where it is not given. */
  readonly leadMs?: number;
  /** Of each account, where no market file says so. Dollars, as decimal text; 1000000 where it is not given. */
  readonly cash?: string;
  /** Those of the market file, or DU1234567, where it is not given. */
  readonly accountIds?: readonly string[];
  /** The client that sees the orders of all. */
  readonly masterClientId?: number;
  /** Refuses orders, as a TWS does whose API is set to read only. */
  readonly isReadOnly?: boolean;
  /** Where its state survives it. */
  readonly directory?: string;
  readonly wireLogFile?: string;
  readonly wireLogData?: boolean;
  /** A file of instruments (YAML or JSON), beside or instead of the built-in ones. */
  readonly instrumentsFile?: string;
  /** A file of switches (YAML): limits, pacing and permissions that are not the default. */
  readonly switchesFile?: string;
  /** A market file: traits of the synthetic market, fees, who lends shares, accounts. */
  readonly marketFile?: string;
  onNotice?(text: string): void;
  /** Called when a client came or went. */
  onClients?(): void;
};

export type RunningSim = {
  readonly port: number;
  readonly controlPort: number | undefined;
  readonly symbols: readonly string[];
  /** The first of them. */
  readonly accountId: string;
  readonly accountIds: readonly string[];
  /** Exchange dates of the sessions. */
  readonly sessionDates: readonly string[];
  /** Resolves when the last session has ended; the TWS stays up, its market closed. */
  readonly finished: Promise<void>;
  stop(): Promise<void>;
};

const LEAD_MS = 2000;

const open = (options: SimOptions): Promise<Result<Simulator, string>> => {
  const { data, symbols, seed = 1, sessions, minutes, date: startDate } = options;
  const [accountId, ...moreAccountIds] = options.accountIds ?? [];
  return openSimulator({
    market: { data, groups: options.groups ?? (symbols && { all: symbols }), seed, sessions, minutes, startDate },
    host: options.host ?? "127.0.0.1",
    port: options.port ?? 7497,
    accountId,
    margin: MARGIN_TERMS["reg-t"],
    ticksPerSecond: options.ticksPerSecond,
    moreAccountIds,
    masterClientId: options.masterClientId,
    isReadOnly: options.isReadOnly,
    cash: money(micros(options.cash ?? "1000000")),
    directory: options.directory,
    wireLogFile: options.wireLogFile,
    wireLogData: options.wireLogData,
    instrumentsFile: options.instrumentsFile,
    switchesFile: options.switchesFile,
    marketFile: options.marketFile,
    onNotice: ({ code, text }) => options.onNotice?.(`${code}: ${text}`),
    onClients: () => options.onClients?.(),
  });
};

async function serveControl(
  simulator: Simulator,
  port: number | undefined,
): Promise<Result<ServedHttp | undefined, string>> {
  if (port === undefined) return ok(undefined);
  const isFinished = (): boolean => simulator.world.nextStepUs() === undefined;
  return serveHttp({ host: "127.0.0.1", port, simulator, notReady: () => [], isFinished });
}

/** Starts it; an error is one line that says what is wrong and what to do. */
export async function runSim(options: SimOptions = {}): Promise<Result<RunningSim, string>> {
  const { directory, speed = 1, leadMs = LEAD_MS } = options;
  const opened = await open(options);
  if (!opened.ok) return opened;
  const simulator = opened.value;
  const { world, exchange, server } = simulator;
  const { timeline, market } = exchange;
  const control = await serveControl(simulator, options.controlPort);
  if (!control.ok) {
    await server.close();
    return control;
  }
  const run = startFreeRun({ world, timeline, speed, directory, leadMs, skipsNights: true, pace: simulator.pace });
  simulator.useClock(run.nowUs);
  return ok({
    port: server.port,
    controlPort: control.value?.port,
    symbols: market.symbols,
    accountId: simulator.desk.accountId,
    accountIds: exchange.broker.accountIds,
    sessionDates: market.sessions().map(({ date }) => date),
    finished: run.finished,
    stop: async () => {
      run.stop();
      await control.value?.close();
      await server.close();
    },
  });
}
