import type { IbSession } from "@bowline/broker-ib";

/** Less than the silence before which an order does not go without a question of its own. */
const ASK_AFTER_MS = 150;
/** So at most six questions a second, and none while data come: of the 45 messages that the pace allows. */
const LOOK_EVERY_MS = 50;

export type Hearing = { stop(): void };

/**
 * A market that is open speaks all the time; in a quiet one TWS is asked ahead of any order, so that none has to wait for the
 * answer. Only over a session that is READY, one question at a time. Where no answer comes nothing changes: the silence lasts.
 */
export function keepHearing(ready: () => Pick<IbSession, "silentMs" | "probe"> | undefined): Hearing {
  let asked: unknown;
  const timer = setInterval(() => {
    const session = ready();
    if (session === undefined || session === asked || session.silentMs() < ASK_AFTER_MS) return;
    asked = session;
    void session.probe().finally(() => {
      if (asked === session) asked = undefined;
    });
  }, LOOK_EVERY_MS);
  return { stop: () => clearInterval(timer) };
}
