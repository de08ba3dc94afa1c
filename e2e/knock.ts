import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { KillLevel } from "@bowline/contracts";

/** A kill of everything at the loopback door of the execution with this data folder. Throws where it is not taken. */
export async function knock(dataDir: string, level: KillLevel, by: string): Promise<void> {
  const { port } = JSON.parse(readFileSync(join(dataDir, "kill-door.json"), "utf8")) as { port: number };
  const authorization = `Bearer ${readFileSync(join(dataDir, "kill-token"), "utf8").trim()}`;
  const body = JSON.stringify({ level, by });
  const response = await fetch(`http://127.0.0.1:${port}/kill`, { method: "POST", headers: { authorization }, body });
  if (!response.ok) throw new Error(`the door answered ${response.status}: ${await response.text()}`);
}
