import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { micros, money } from "@bowline/kernel";
import { renderLimits } from "@bowline/risk";
import { prepareInputs } from "../run-inputs.ts";
import { freePort } from "../runner/free-port.ts";
import { type SimulatedRun, simulatedServices } from "../runner/simulated-services.ts";
import { type RunningSystem, startSystem } from "../runner/system.ts";

/** Each is entered once: as many as there are samples, and those that warm up. */
const SYMBOLS = 100;
export const GROUP = "bench";
export const symbols = Array.from({ length: SYMBOLS }, (_, index) => `B${String(index).padStart(3, "0")}`);

/** The model of a prediction says what its order is timed from. */
export type Start = "prediction" | "tick";

const entry = (start: Start): string => `  - id: on-${start}
    on: ${start === "tick" ? "quote" : start}
    when:
      - prediction: { direction: [LONG, SHORT], model: ${start} }
      - position: { is: flat }
    do:
      enter:
        order: market
        expiresMs: 2000
        bracket: { stopAtr: 4, targetAtr: 6 }
        size: { riskPerTrade: { equityPercent: 0.001, confidence: { none: 0.4, full: 0.9 }, maxNotionalPercent: 0.5, maxNotional: 5000 } }
    cooldownMinutes: 1
`;

const STRATEGY = `strategy: bench
description: Enters on a prediction of one model at once, on one of the other at the next quote.
groups: all
rules:
${entry("prediction")}${entry("tick")}`;

/** The bench measures how fast an order goes, not how it is denied: wide where the suggestion would stop so many orders. */
const WIDE: Readonly<Record<string, string>> = {
  openBlackoutMinutes: "0",
  closeBlackoutMinutes: "0",
  maxGrossExposure: "10",
  maxNetExposure: "10",
  maxGroupExposure: "10",
  maxStrategyExposure: "10",
  maxConcentration: "10",
  maxOpenNotional: "10000000",
  maxOpenOrders: "100000",
  maxOpenOrdersPerSide: "100000",
  maxStressLoss: "10",
  initialMarginRate: "0.01",
  maxOrdersPerSecond: "1000",
  maxOrdersPerMinute: "100000",
  maxSymbolOrdersPerMinute: "100000",
  maxStrategyOrdersPerMinute: "100000",
  maxOrdersPerDay: "1000000",
  freeMessages: "1000000",
  maxRepeatedExecutions: "1000000",
  duplicateOrderWindowMs: "0",
  minConfidence: "0",
  maxStrategyLosses: "1000000",
  maxSymbolLosses: "1000000",
  maxDailyLoss: "500000",
  maxWeeklyLoss: "500000",
  maxMonthlyLoss: "500000",
};

const wideLimits = (): string =>
  renderLimits({ equity: money(micros("1000000")), profile: "normal" }).replaceAll(
    /^ {2}(\w+): (.*) #/gm,
    (line, name: string) =>
      name.startsWith("breaker")
        ? `  ${name}: { waived: "a bench looks at speed alone" } #`
        : WIDE[name] === undefined
          ? line
          : `  ${name}: ${WIDE[name]} #`,
  );

type Ports = { readonly twsPort: number; readonly tapPort: number };

/** What differs from a run that is no bench. The simulator tells the market once per step: the rest of it is the bench's own ticks. */
const ENV_OF: Readonly<Record<string, (ports: Ports) => Readonly<Record<string, string>>>> = {
  execution: ({ tapPort }) => ({
    BOWLINE_TWS: `127.0.0.1:${tapPort}`,
    BOWLINE_HISTORY_PER_TEN_MINUTES: String(2 * SYMBOLS),
  }),
  // A quote and bars of each symbol.
  "market-data": () => ({ BOWLINE_MARKET_DATA_LINES: String(2 * SYMBOLS) }),
  "tws-sim": () => ({ BOWLINE_SIM_TICKS_PER_SECOND: "0" }),
};

/** All services at real speed; the bench stands in prediction-ingest's place, and its tap between execution and the simulator. */
export async function startBenchSystem(runDir: string, ports: Ports): Promise<RunningSystem> {
  const folder = join(runDir, "inputs");
  mkdirSync(folder);
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const inputs = prepareInputs(
    {
      seed: 1,
      strategy: file("strategy.yaml", STRATEGY),
      limits: file("limits.yaml", wideLimits()),
      groups: file("groups.yaml", `groups:\n  bench: [${symbols.join(", ")}]\n`),
    },
    join(runDir, "config"),
  );
  const run: SimulatedRun = {
    inputs,
    runDir,
    workers: 1,
    seed: 1,
    speed: "1",
    twsPort: ports.twsPort,
    predictorPort: await freePort(),
    // IB gives nobody the bars of so many at once; how soon is not what is timed here.
    switchesFile: file("switches.yaml", "realTimeBarsPerTenMinutes: 0\nhistoryPerTenMinutes: 0\nmarketDataLines: 0\n"),
  };
  const services = simulatedServices(run)
    .filter(({ name }) => name !== "prediction-ingest" && name !== "demo-predictor")
    .map((spec) => ({ ...spec, env: { ...spec.env, ...ENV_OF[spec.name]?.(ports) } }));
  return startSystem({
    runDir,
    natsDir: join(runDir, "nats"),
    natsPort: 0,
    syncInterval: "250ms",
    ticks: false,
    services: () => services,
  });
}
