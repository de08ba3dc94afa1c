import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type KeyFiles, makeKeyFiles } from "@bowline/signing";
import type { RunInputs } from "../run-inputs.ts";
import { secretFile } from "./secret-file.ts";
import type { ServiceSpec } from "./system.ts";

export type SimulatedRun = {
  readonly inputs: RunInputs;
  readonly runDir: string;
  /** How many strategy processes share the groups. */
  readonly workers: number;
  /** How many executions wait beside the one that trades; none where it is left out. */
  readonly standbys?: number;
  readonly seed: number;
  /** `max`, or how many times as fast as real time; 1 runs free. */
  readonly speed: string;
  readonly sessions?: number;
  readonly minutes?: number;
  readonly data?: string;
  readonly twsPort: number;
  readonly predictorPort: number;
  /** Switches of the simulator that are not at their defaults. */
  readonly switchesFile?: string;
  /** A candidate file that is tried out beside the strategy; nobody acts on what it decides. */
  readonly shadow?: string;
  /** Lets predictions be pushed beside the demo predictor's, with the token in the run's folder. */
  readonly takesPushes?: boolean;
};

/** The file in a run's folder with the token that pushed predictions must carry. */
export const PUSH_TOKEN = "push-token";

const PREDICTIONS_TOKEN = "predictions-token";

export const PAPER_ACCOUNT = "DU1234567";

/** The simulator, its predictor, and every service: what a demo runs. */
export function simulatedServices(run: SimulatedRun): readonly ServiceSpec[] {
  const { inputs } = run;
  const simulated = { BOWLINE_SIMULATED: "1", BOWLINE_GROUPS: inputs.groupsFile, BOWLINE_ACCOUNT: PAPER_ACCOUNT };
  const predictions = inputs.predictions ?? demoPredictions(run);
  return [
    { name: "tws-sim", script: "services/tws-sim/src/main.ts", env: { ...simulated, ...simulatorEnv(run) } },
    ...(inputs.predictions === undefined ? [demoPredictor(run, simulated)] : []),
    ...tradingServices({
      env: { ...simulated, ...tokenEnv(run) },
      inputs,
      predictions,
      tws: `127.0.0.1:${run.twsPort}`,
      stateDir: run.runDir,
      workers: run.workers,
      ...(run.standbys === undefined ? {} : { standbys: run.standbys }),
      ...(run.shadow === undefined ? {} : { shadow: run.shadow }),
    }),
  ];
}

/** Where predictions come from: the demo predictor's address, or a file that takes pushes beside it. */
function demoPredictions({ runDir, predictorPort, takesPushes }: SimulatedRun): string {
  const url = `http://127.0.0.1:${predictorPort}/v1/predictions`;
  if (takesPushes !== true) return url;
  secretFile(join(runDir, PUSH_TOKEN));
  secretFile(join(runDir, PREDICTIONS_TOKEN));
  const file = join(runDir, "predictions.yaml");
  const source = `source: { api: { url: ${JSON.stringify(url)}, tokenFile: ${PREDICTIONS_TOKEN} } }`;
  writeFileSync(file, `${source}\npush: { tokenFile: ${PUSH_TOKEN} }\n`);
  return file;
}

function simulatorEnv(run: SimulatedRun): Record<string, string> {
  return {
    BOWLINE_TWS_PORT: String(run.twsPort),
    BOWLINE_SEED: String(run.seed),
    BOWLINE_SPEED: run.speed,
    BOWLINE_DATA_DIR: join(run.runDir, "tws-sim"),
    ...(run.switchesFile === undefined ? {} : { BOWLINE_SIM_SWITCHES: run.switchesFile }),
    ...(run.sessions === undefined ? {} : { BOWLINE_SESSIONS: String(run.sessions) }),
    ...(run.minutes === undefined ? {} : { BOWLINE_MINUTES: String(run.minutes) }),
    ...(run.data === undefined ? {} : { BOWLINE_MARKET_DATA: run.data }),
  };
}

const demoPredictor = (run: SimulatedRun, simulated: Record<string, string>): ServiceSpec => ({
  name: "demo-predictor",
  script: "services/prediction-ingest/src/demo-predictor-main.ts",
  env: {
    ...simulated,
    ...tokenEnv(run),
    BOWLINE_SEED: String(run.seed),
    BOWLINE_HTTP_PORT: String(run.predictorPort),
  },
  readyPath: "/healthz",
});

/** The demo predictor asks for a token as a real one would. */
const tokenEnv = ({ runDir, inputs }: SimulatedRun): Record<string, string> =>
  inputs.predictions === undefined
    ? { BOWLINE_PREDICTIONS_TOKEN_FILE: secretFile(join(runDir, PREDICTIONS_TOKEN)) }
    : {};

export type TradingServices = {
  readonly env: Readonly<Record<string, string>>;
  readonly inputs: RunInputs;
  /** A file or an address. */
  readonly predictions: string;
  /** HOST:PORT of Trader Workstation. */
  readonly tws: string;
  /** Where execution keeps its write-ahead log. */
  readonly stateDir: string;
  readonly workers: number;
  readonly standbys?: number;
  readonly shadow?: string;
};

/** The services that trade, whoever the broker is. */
export function tradingServices(options: TradingServices): readonly ServiceSpec[] {
  const { env, inputs } = options;
  const service = (name: string, own: Record<string, string> = {}, as = name): ServiceSpec => ({
    name: as,
    script: `services/${name}/src/main.ts`,
    env: { ...env, ...own },
  });
  const workers = Array.from({ length: options.workers }, (_, index) =>
    index === 0 ? "strategy" : `strategy-${index + 1}`,
  );
  const keys = makeKeyFiles(join(options.stateDir, "keys"));
  return [
    ...executions(service, { ...options, keys }),
    service("market-data", { BOWLINE_STRATEGY: inputs.strategyFile }),
    service("prediction-ingest", { BOWLINE_PREDICTIONS: options.predictions }),
    ...workers.map((as) => service("strategy", { BOWLINE_STRATEGY: inputs.strategyFile }, as)),
    ...shadows(service, options),
    service("risk-gate", { BOWLINE_LIMITS: inputs.limitsFile, ...trustEnv(keys, "risk-gate") }),
    service("portfolio"),
    service("monitor", {
      BOWLINE_MONITOR_TOKEN_FILE: secretFile(join(options.stateDir, "monitor-token")),
      BOWLINE_SIGNING_KEY_FILE: keys.signing.monitor,
    }),
  ];
}

function shadows(service: MakeService, { inputs, shadow }: TradingServices): readonly ServiceSpec[] {
  if (shadow === undefined) return [];
  const env = { BOWLINE_STRATEGY: inputs.strategyFile, BOWLINE_CANDIDATE: shadow };
  return [{ ...service("strategy", env, "strategy-shadow"), script: "services/strategy/src/shadow-main.ts" }];
}

/** What a service signs with, and whom it believes. */
const trustEnv = ({ signing, trusted }: KeyFiles, signer: "execution" | "risk-gate"): Record<string, string> => ({
  BOWLINE_SIGNING_KEY_FILE: signing[signer],
  BOWLINE_TRUSTED_KEYS: trusted,
});

type MakeService = (name: string, own: Record<string, string>, as?: string) => ServiceSpec;

/** The first to win the lease trades, the others wait: each with a write-ahead log of its own, and never ready while it waits. */
function executions(
  service: MakeService,
  { tws, stateDir, standbys = 0, keys }: TradingServices & { readonly keys: KeyFiles },
): readonly ServiceSpec[] {
  const names = Array.from({ length: 1 + standbys }, (_, index) =>
    index === 0 ? "execution" : `execution-${index + 1}`,
  );
  return names.map((as) => {
    const env = { BOWLINE_TWS: tws, BOWLINE_DATA_DIR: join(stateDir, as), ...trustEnv(keys, "execution") };
    const spec = service("execution", env, as);
    return standbys === 0 ? spec : { ...spec, readyPath: "/healthz" };
  });
}
