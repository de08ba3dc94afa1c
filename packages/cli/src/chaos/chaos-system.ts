import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bus, connectBus } from "@bowline/bus";
import { chaosPredictions, type ChaosSession, placedIn, type PlacedFact } from "@bowline/chaos";
import { readGroups } from "@bowline/config";
import type { Us } from "@bowline/kernel";
import { makeSyntheticMarket } from "@bowline/matching";
import { prepareInputs, type RunInputs } from "../run-inputs.ts";
import { freePort } from "../runner/free-port.ts";
import { ROOT } from "../runner/home.ts";
import { simulatedServices } from "../runner/simulated-services.ts";
import { type RunningSystem, type ServiceSpec, startSystem } from "../runner/system.ts";

/** A whole system in lock-step on the market of a chaos session. */
export type ChaosSystem = {
  readonly system: RunningSystem;
  readonly bus: Bus;
  /** The open of each trading day. */
  readonly opensUs: readonly Us[];
  /** Every placeOrder that the simulator's own log has. */
  placed(): readonly PlacedFact[];
  /** Ends it; its folder with logs and journal stays where `keepFolder` says so. */
  stop(keepFolder: boolean): Promise<void>;
};

/** Minutes that a trading day lasts. */
const DAY_MINUTES = 5;
const READY_MS = 90_000;
const FOLDER = join(ROOT, "rehearse/chaos");
const file = (name: string): string => join(FOLDER, name);

export type ChaosSystemWish = {
  readonly seed: number;
  readonly market: ChaosSession["market"];
  /** Trading days. */
  readonly days: number;
  readonly crashAt: string | undefined;
};

/** Starts it; it plays at once, as fast as it can. */
export async function startChaosSystem(wish: ChaosSystemWish): Promise<ChaosSystem> {
  const runDir = mkdtempSync(join(tmpdir(), "bowline-chaos-"));
  const marketSeed = wish.seed * 10 + wish.market;
  const { inputs, opensUs } = prepare(runDir, wish, marketSeed);
  const wireLog = join(runDir, "wire.jsonl");
  const system = await startSystem({
    runDir,
    natsDir: join(runDir, "nats"),
    natsPort: 0,
    syncInterval: "250ms",
    ticks: true,
    services: await servicesOf({ inputs, runDir, wish, marketSeed, wireLog }),
  });
  const stop = async (keepFolder: boolean): Promise<void> => {
    await system.stop();
    if (!keepFolder) rmSync(runDir, { recursive: true, force: true });
  };
  try {
    const bus = await connectBus({ url: system.natsUrl, name: "chaos" });
    return {
      system,
      bus,
      opensUs,
      placed: () => placedIn(readFileSync(wireLog, "utf8")),
      stop: async (keepFolder) => {
        await bus.close();
        await stop(keepFolder);
      },
    };
  } catch (failure) {
    await stop(true);
    throw failure;
  }
}

/** Resolves when every service is ready. */
export const becomesReady = ({ system }: ChaosSystem): Promise<void> => system.ready(READY_MS);

function prepare(runDir: string, { days }: ChaosSystemWish, marketSeed: number) {
  const groups = readGroups(file("groups.yaml"));
  const market = makeSyntheticMarket({
    seed: marketSeed,
    groups: Object.fromEntries(groups.byName),
    sessions: days,
    minutes: DAY_MINUTES,
  });
  const opensUs = market.sessions().map(({ openUs }) => openUs);
  const predictions = join(runDir, "predictions.csv");
  const wanted = { seed: String(marketSeed), symbols: groups.symbols, opensUs, minutes: DAY_MINUTES };
  writeFileSync(predictions, chaosPredictions(wanted));
  const inputs = prepareInputs(
    {
      seed: marketSeed,
      groups: file("groups.yaml"),
      strategy: file("strategy.yaml"),
      limits: join(ROOT, "rehearse/system/limits.yaml"),
      predictions,
    },
    join(runDir, "config"),
  );
  return { inputs, opensUs };
}

type Wanted = {
  readonly inputs: RunInputs;
  readonly runDir: string;
  readonly wish: ChaosSystemWish;
  readonly marketSeed: number;
  readonly wireLog: string;
};

async function servicesOf({
  inputs,
  runDir,
  wish,
  marketSeed,
  wireLog,
}: Wanted): Promise<() => readonly ServiceSpec[]> {
  const [twsPort, predictorPort] = [await freePort(), await freePort()];
  const own: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    "tws-sim": { BOWLINE_SIM_MARKET: file("market.yaml"), BOWLINE_SIM_WIRE_LOG: wireLog },
    execution: wish.crashAt === undefined ? {} : { BOWLINE_CRASH_AT: wish.crashAt },
  };
  return () =>
    simulatedServices({
      inputs,
      runDir,
      workers: 1,
      seed: marketSeed,
      speed: "max",
      sessions: wish.days,
      minutes: DAY_MINUTES,
      twsPort,
      predictorPort,
      switchesFile: file("switches.yaml"),
    }).map((spec) => ({ ...spec, env: { ...spec.env, ...own[spec.name] } }));
}
