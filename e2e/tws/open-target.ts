import { startSim } from "../simulator/sim-process.ts";
import { DEFAULT_SYMBOL, type Target, TARGET_VARIABLE } from "./target.ts";

/** The TWS that the run was told of; a simulator of its own where it was told of none. */
export async function openTarget(): Promise<Target> {
  const given = process.env[TARGET_VARIABLE];
  if (given !== undefined && given !== "") return { ...(JSON.parse(given) as Omit<Target, "isOwn">), isOwn: false };
  const { port } = await startSim(["--symbols", DEFAULT_SYMBOL]);
  return { host: "127.0.0.1", port, accountId: undefined, symbol: DEFAULT_SYMBOL, isOwn: true };
}
