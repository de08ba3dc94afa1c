import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { connectBus } from "@bowline/bus";
import { readGroups } from "@bowline/config";
import { usageFailure } from "../command.ts";
import { readRunFile, type RunFile } from "../run-file.ts";
import { PUSH_TOKEN } from "../runner/simulated-services.ts";
import type { Rig } from "./rig.ts";
import { openStage } from "./system-stage.ts";

/** The system that `up` runs in this folder, as a rig; `undefined` where none runs. Throws where nothing may go wrong there. */
export async function openRunning(): Promise<Rig | undefined> {
  const run = readRunFile();
  if (run === undefined) return undefined;
  const tokenFile = join(run.runDir, PUSH_TOKEN);
  if (run.kind !== "up" || portOf(run, "tws-sim") === undefined || !existsSync(tokenFile))
    throw usageFailure(
      `the system that runs here (${run.kind}, pid ${run.pid}) is not \`up\` on the simulator with its own predictions: nothing goes wrong there on purpose`,
      "  --own rehearses in a system of its own, beside it",
    );
  const bus = await connectBus({ url: run.natsUrl, name: "rehearse" });
  const stage = await openStage({
    bus,
    symbols: readGroups(join(run.runDir, "config/groups.yaml")).symbols,
    address: (service) => `http://127.0.0.1:${portOf(readRunFile() ?? run, service) ?? 0}`,
    pushToken: readFileSync(tokenFile, "utf8").trim(),
  });
  return {
    stage,
    runDir: run.runDir,
    stop: async () => {
      await stage.close();
      await bus.close();
    },
  };
}

const portOf = ({ processes }: RunFile, service: string): number | undefined =>
  processes.find(({ name }) => name === service)?.httpPort;
