import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { GLOBAL_SCOPE } from "@bowline/contracts";
import type { Kill, WayTaken } from "./press.ts";

/** With the patience for the journal before it, the one second that an operator has. */
const ANSWER_WITHIN_MS = 700;

/** Kills at the loopback door of the execution whose data folder this is; where nobody opens, with a KILL file in it. */
export async function knock(folder: string, kill: Kill): Promise<WayTaken> {
  try {
    const { port } = JSON.parse(readFileSync(join(folder, "kill-door.json"), "utf8")) as { port: number };
    const token = readFileSync(join(folder, "kill-token"), "utf8").trim();
    const { status, body } = await tell(port, token, kill);
    if (status === 200) return { way: "loopback", done: true, detail: `${folder}: ${body.cancels ?? 0} cancels sent` };
    return leaveFile(folder, kill, body.error ?? `the door answered ${status}`);
  } catch (failure) {
    return leaveFile(folder, kill, failure instanceof Error ? failure.message : String(failure));
  }
}

type Answer = { readonly status: number; readonly body: { readonly cancels?: number; readonly error?: string } };

/** Not by fetch: a process that has just begun takes longer to load it than the door takes to answer. */
async function tell(port: number, token: string, kill: Kill): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  const asked = request({ host: "127.0.0.1", port, path: "/kill", method: "POST", headers, signal });
  asked.end(JSON.stringify(kill));
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  return { status: response.statusCode ?? 0, body: (await json(response)) as Answer["body"] };
}

/** It stops everything, whatever the scope: a file says no more than that. So only what is to flatten everything says so in one. */
function leaveFile(folder: string, { level, scope, by, reason }: Kill, why: string): WayTaken {
  const file = join(folder, "KILL");
  const isTooMuch = level === "FLATTEN" && scope !== GLOBAL_SCOPE;
  try {
    writeFileSync(file, `${isTooMuch ? "STOP" : level} ${by}: ${reason}\n`);
    const all = scope === GLOBAL_SCOPE ? "" : `; it stops EVERYTHING, not ${scope} alone`;
    const more = isTooMuch ? `${all}, and flattens nothing: say it again for ${scope} when execution answers` : all;
    return { way: "file", done: true, detail: `${file} (${why}); remove it before you resume${more}` };
  } catch (failure) {
    const detail = `${why}; ${failure instanceof Error ? failure.message : String(failure)}`;
    return { way: "file", done: false, detail };
  }
}
