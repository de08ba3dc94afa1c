import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { type Bus, connectBus } from "@bowline/bus";
import { CommandFailure } from "./command.ts";
import { readRunFile, type RunFile, runFilePath } from "./run-file.ts";

export type ConnectionFlags = {
  readonly nats?: string;
  /** How long to wait for the server. */
  readonly connectMs?: number;
};

export const addConnectionFlags = (command: Command): Command =>
  command.option("--nats <url>", "address of NATS (default: what runs in this folder, then BOWLINE_NATS_URL)");

export type Connected = { readonly bus: Bus; readonly run: RunFile | undefined };

const CONNECT_MS = 3000;

/** Connects to the running system: --nats, else this folder's run file, else BOWLINE_NATS_URL. Throws with what to do. */
async function connectRunning(flags: ConnectionFlags, name: string): Promise<Connected> {
  const here = readRunFile();
  const run = flags.nats === undefined || flags.nats === here?.natsUrl ? here : undefined;
  const url = flags.nats ?? run?.natsUrl ?? process.env["BOWLINE_NATS_URL"];
  if (url === undefined || url === "")
    throw new CommandFailure(
      `nothing runs here: ${runFilePath()} names no living system\n  start one (./bowline demo, ./bowline up), or name it: --nats nats://127.0.0.1:4222`,
    );
  return { bus: await connectWithin(url, name, flags.connectMs ?? CONNECT_MS), run };
}

async function connectWithin(url: string, name: string, withinMs: number): Promise<Bus> {
  const user = process.env["BOWLINE_NATS_USER"];
  const passwordFile = process.env["BOWLINE_NATS_PASSWORD_FILE"];
  const connecting = connectBus({
    url,
    name,
    ...(user === undefined ? {} : { user }),
    ...(passwordFile === undefined ? {} : { password: readFileSync(passwordFile, "utf8").trim() }),
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const failure = new CommandFailure(
      `${url}: no NATS server answers there; is the system running? (./bowline status)`,
    );
    timer = setTimeout(() => reject(failure), withinMs);
  });
  try {
    return await Promise.race([connecting, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Runs with a connection and closes it, however it ends. */
export async function withRunning<T>(
  flags: ConnectionFlags,
  name: string,
  use: (connected: Connected) => Promise<T>,
): Promise<T> {
  const connected = await connectRunning(flags, name);
  try {
    return await use(connected);
  } finally {
    await connected.bus.close();
  }
}
