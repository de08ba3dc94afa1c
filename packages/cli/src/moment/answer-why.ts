import { adviceFor } from "@bowline/config";
import { usageFailure } from "../command.ts";
import { type ConnectionFlags, withRunning } from "../connection.ts";
import { parseMoment, untilEntry } from "./parse-moment.ts";
import { openRecordedSession } from "./recorded-session.ts";
import { openRunningSession } from "./running-session.ts";
import type { Session, Until } from "./session.ts";
import { type Why, why } from "./why.ts";

export type WhyFlags = {
  readonly symbol?: string;
  readonly at?: string;
  readonly entry?: number;
  readonly rule?: string;
  readonly record?: string;
  readonly strategy?: string;
  readonly groups?: string;
};

/** Why rules did or did not act for a symbol at a moment of a recorded or running session. Throws with what there is to ask for. */
export async function answerWhy(symbol: string, flags: WhyFlags & ConnectionFlags): Promise<Why> {
  return withSession(flags, (session) => {
    const group = groupOf(session, symbol);
    const { rule } = flags;
    return why(session, { symbol, group, until: untilOf(flags, session), ...(rule === undefined ? {} : { rule }) });
  });
}

/** Uses the session that the flags mean, and lets go of it however that ends. */
export async function withSession<T>(
  flags: Pick<WhyFlags, "record" | "strategy" | "groups"> & ConnectionFlags,
  use: (session: Session) => Promise<T>,
): Promise<T> {
  if (flags.record === undefined)
    return withRunning(flags, "explain", async ({ bus }) => use(await openRunningSession(bus, flags)));
  const session = openRecordedSession(flags.record);
  try {
    return await use(session);
  } finally {
    session.close();
  }
}

function groupOf({ groups }: Session, symbol: string): string {
  const group = groups.groupOf(symbol);
  if (group === undefined)
    throw usageFailure(`no symbol \`${symbol}\` in any group; ${adviceFor(symbol, groups.symbols)}`);
  return group;
}

function untilOf({ at, entry }: WhyFlags, { span }: Session): Until {
  if ((at === undefined) === (entry === undefined)) throw usageFailure("when? Either --at or --entry");
  return entry === undefined ? { us: parseMoment(at ?? "", span) } : untilEntry(entry, span);
}
