import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectBus } from "@bowline/bus";
import { prepareInputs, type RunInputs } from "../run-inputs.ts";
import { freePort } from "../runner/free-port.ts";
import { ROOT } from "../runner/home.ts";
import { secretFile } from "../runner/secret-file.ts";
import { simulatedServices } from "../runner/simulated-services.ts";
import { type RunningSystem, startSystem } from "../runner/system.ts";
import { openStage, type SystemStage } from "./system-stage.ts";

/** A system of the rehearsal's own, on the synthetic market in real time. */
export type Rig = {
  readonly stage: SystemStage;
  readonly runDir: string;
  /** Ends it; its folder with the logs stays where `keepFolder` says so. */
  stop(keepFolder: boolean): Promise<void>;
};

const STRATEGY = join(ROOT, "rehearse/system/strategy.yaml");
const LIMITS = join(ROOT, "rehearse/system/limits.yaml");
const READY_MS = 60_000;
const NO_PREDICTIONS =
  "availableUs,id,revision,symbol,model,direction,confidence,horizonSeconds,producedAt,validUntil,targetPrice,stopPrice\n";

/** Starts it; it trades once its first minute is over. */
export async function startRig(seed: number): Promise<Rig> {
  const runDir = mkdtempSync(join(tmpdir(), "bowline-rehearse-"));
  const tokenFile = secretFile(join(runDir, "push-token"));
  const inputs = prepareInputs(
    { seed, strategy: STRATEGY, limits: LIMITS, predictions: writePredictions(runDir) },
    join(runDir, "config"),
  );
  const system = await start(runDir, seed, inputs);
  const stop = async (keepFolder: boolean): Promise<void> => {
    await system.stop();
    if (!keepFolder) rmSync(runDir, { recursive: true, force: true });
  };
  try {
    await system.ready(READY_MS);
    const bus = await connectBus({ url: system.natsUrl, name: "rehearse" });
    const stage = await openStage({
      bus,
      symbols: inputs.groups.symbols,
      address: (service) => `http://127.0.0.1:${system.httpPort(service) ?? 0}`,
      pushToken: readFileSync(tokenFile, "utf8").trim(),
    });
    return {
      stage,
      runDir,
      stop: async (keepFolder) => {
        await stage.close();
        await bus.close();
        await stop(keepFolder);
      },
    };
  } catch (failure) {
    await stop(true);
    throw failure;
  }
}

/** No prediction comes by itself: the rehearsal pushes its own. */
function writePredictions(runDir: string): string {
  writeFileSync(join(runDir, "none.csv"), NO_PREDICTIONS);
  const file = join(runDir, "predictions.yaml");
  writeFileSync(file, "source: { csv: none.csv }\npush: { tokenFile: push-token }\n");
  return file;
}

/** Rehearsals cut more often in ten minutes than IB lets anybody subscribe to bars: that limit is not what they are about. */
function writeSwitches(runDir: string): string {
  const file = join(runDir, "switches.yaml");
  writeFileSync(file, "realTimeBarsPerTenMinutes: 0\n");
  return file;
}

async function start(runDir: string, seed: number, inputs: RunInputs): Promise<RunningSystem> {
  const [twsPort, predictorPort] = [await freePort(), await freePort()];
  return startSystem({
    runDir,
    natsDir: join(runDir, "nats"),
    natsPort: 0,
    syncInterval: "250ms",
    ticks: false,
    services: () =>
      simulatedServices({
        inputs,
        runDir,
        workers: 1,
        seed,
        speed: "1",
        twsPort,
        predictorPort,
        switchesFile: writeSwitches(runDir),
      }),
  });
}
