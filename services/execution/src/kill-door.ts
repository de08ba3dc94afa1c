import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { z } from "@bowline/config";
import { GLOBAL_SCOPE, isScope, KILL_LEVELS } from "@bowline/contracts";
import { isAuthorized } from "@bowline/service-kit";
import type { Kill } from "./kill-switch.ts";

/** A way to kill that needs no NATS: HTTP on the loopback interface alone, with a token from a file. */
export type KillDoor = { readonly port: number; close(): void };

export type KillDoorOptions = {
  /** Where the token is, and the port is written to. */
  readonly folder: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Returns how many cancels went out. */
  press(kill: Kill): number;
  /** What is killed now. */
  kills(): readonly Kill[];
};

const TOKEN_FILE = "kill-token";
const DOOR_FILE = "kill-door.json";
const MAX_BODY_BYTES = 4096;

const killSchema = z
  .strictObject({
    scope: z
      .string()
      .min(1)
      .max(80)
      .refine(isScope, "global, a symbol, account:NAME, group:NAME or strategy:NAME")
      .default(GLOBAL_SCOPE),
    level: z.enum(KILL_LEVELS).default("STOP"),
    state: z.enum(["REDUCING", "HALTED", "FLATTENING", "LOCKED"]).optional(),
    reason: z.string().trim().min(1).max(500).default("by hand"),
    by: z.string().min(1).max(100).default("loopback"),
  })
  .refine(
    ({ level, scope }) => level !== "CANCEL_ACCOUNT" || scope === GLOBAL_SCOPE,
    "CANCEL_ACCOUNT is for all symbols",
  )
  .refine(({ level, state }) => level !== "FLATTEN" || state !== "LOCKED", "LOCKED lets nothing close a position");

/** POST /kill and GET /kills, both with `Authorization: Bearer TOKEN`. */
export async function openKillDoor(options: KillDoorOptions): Promise<KillDoor> {
  const token = tokenIn(options.folder);
  const server = createServer((request, response) => {
    void answer(request, { ...options, token })
      .catch((failure: unknown) => ({ status: 500, body: { error: String(failure) } }))
      .then((reply) => send(response, reply));
  });
  server.unref();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : options.port;
  writeFileSync(join(options.folder, DOOR_FILE), `${JSON.stringify({ port, pid: process.pid })}\n`, { mode: 0o600 });
  return { port, close: () => server.close() };
}

/** Made at the first start; who can read the folder can kill. */
function tokenIn(folder: string): string {
  const file = join(folder, TOKEN_FILE);
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(24).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  return readFileSync(file, "utf8").trim();
}

type Reply = { readonly status: number; readonly body: unknown };

async function answer(request: IncomingMessage, options: KillDoorOptions & { readonly token: string }): Promise<Reply> {
  const { method, url, headers } = request;
  if (!isAuthorized(headers.authorization, options.token))
    return { status: 401, body: { error: "a bearer token is wanted: it is in kill-token" } };
  if (method === "GET" && url === "/kills") return { status: 200, body: { kills: options.kills() } };
  if (method !== "POST" || url !== "/kill") return { status: 404, body: { error: "POST /kill or GET /kills" } };
  const kill = killSchema.safeParse(await bodyOf(request));
  if (!kill.success)
    return { status: 400, body: { error: kill.error.issues.map(({ message }) => message).join("; ") } };
  return { status: 200, body: { ...kill.data, cancels: options.press(kill.data) } };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString("utf8");
  try {
    return text === "" ? {} : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, { status, body }: Reply): void {
  response.writeHead(status, { "content-type": "application/json", connection: "close" });
  response.end(`${JSON.stringify(body)}\n`);
}
