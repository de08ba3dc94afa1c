import type { KillLevel, TradingState } from "@bowline/contracts";
import { journalCommand } from "@bowline/service-kit/operator";
import type { SignEntry } from "@bowline/signing";
import { CommandFailure } from "../command.ts";
import { type ConnectionFlags, withRunning } from "../connection.ts";
import { operatorSign } from "../operator-key.ts";
import { executionFolders } from "./execution-folders.ts";
import { knock } from "./knock.ts";

export type Kill = {
  readonly scope: string;
  readonly level: KillLevel;
  /** The state that the scope goes down to. */
  readonly state: TradingState;
  readonly reason: string;
  readonly by: string;
};

/** One way that a kill went, and what came of it. */
export type WayTaken = {
  readonly way: "journal" | "loopback" | "file";
  readonly done: boolean;
  readonly detail: string;
};
export type Pressed = Kill & { readonly ways: readonly WayTaken[] };

/** A KILL file stops all there is, whatever the scope: it says no more. */
export const stopsEverything = ({ ways }: Pressed): boolean => ways.some(({ way, done }) => way === "file" && done);

/** An acknowledgement that takes longer is not waited for before the other ways are tried: an operator has one second. */
const PATIENCE_MS = 300;
const CONNECT_MS = 3000;

/**
 * Kills by the journal; where it is not acknowledged at once, also by execution's loopback door, and where nobody opens, by a
 * KILL file in its data folder. Throws only where no way worked.
 */
export async function press(
  kill: Kill,
  { flags, folder }: { readonly flags: ConnectionFlags; readonly folder?: string },
): Promise<Pressed> {
  const journaled = byJournal(kill, flags);
  const soon = await Promise.race([journaled, after(PATIENCE_MS, LATE)]);
  const local = soon.done ? [] : await byFolders(kill, folder);
  const ways = [
    await (local.some(({ done }) => done) ? Promise.race([journaled, after(0, LATE)]) : journaled),
    ...local,
  ];
  if (ways.some(({ done }) => done)) return { ...kill, ways };
  throw new CommandFailure(
    [
      "NOT DONE: no way to kill worked",
      ...ways.map(({ way, detail }) => `  ${way}: ${detail}`),
      "  end the execution process, and cancel by hand in TWS (Global Cancel)",
      "  where NATS has users, BOWLINE_NATS_USER=operator and BOWLINE_NATS_PASSWORD_FILE name yours",
    ].join("\n"),
  );
}

const LATE: WayTaken = { way: "journal", done: false, detail: "NATS did not acknowledge in time" };

async function byJournal(kill: Kill, flags: ConnectionFlags): Promise<WayTaken> {
  try {
    const entry = await withRunning({ connectMs: CONNECT_MS, ...flags }, "kill", async ({ bus, run }) =>
      journalCommand(bus, { kind: "control.kill", ...kill }, signIfAble(run)),
    );
    return { way: "journal", done: true, detail: `entry ${entry.seq}` };
  } catch (failure) {
    return { way: "journal", done: false, detail: failure instanceof Error ? failure.message : String(failure) };
  }
}

/** A key that cannot be read must not stand in the way of a kill. */
function signIfAble(run: { readonly runDir: string } | undefined): SignEntry | undefined {
  try {
    return operatorSign(run);
  } catch {
    return undefined;
  }
}

async function byFolders(kill: Kill, folder: string | undefined): Promise<readonly WayTaken[]> {
  const folders = folder === undefined ? executionFolders() : [folder];
  return Promise.all(folders.map((one) => knock(one, kill)));
}

const after = <T>(ms: number, value: T): Promise<T> =>
  new Promise((resolve) => void setTimeout(() => resolve(value), ms));
