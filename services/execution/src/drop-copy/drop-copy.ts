import { connectIb, describeRequestError, type IbSession, type IbSessionOptions } from "@bowline/broker-ib";
import { err, ok, type Result } from "@bowline/kernel";
import { type Break, breaksOf, type FirstBooks, type SecondLook } from "./breaks.ts";

export type DropCopyOptions = {
  readonly session: Omit<IbSessionOptions, "events">;
  readonly everyMs: number;
  /** Without an answer for so long a person is told. */
  readonly silentAfterMs: number;
  readonly backOffMs: { readonly first: number; readonly most: number };
  /** What the first session knows; `undefined` while it is not READY: it has not heard everything then either. */
  books(accountId: string): FirstBooks | undefined;
  /** Shown by two looks, and again by every so many that follow. */
  onBreak(found: Break): void;
  /** No second session for a while, and why. */
  onSilent(reason: string): void;
  /** Something threw: a bug of ours. */
  onBug(failure: unknown): void;
};

export type DropCopy = { stop(): Promise<void> };

const STOPPED = "the drop copy ends";
/** A break that lasts is told again: whoever resumed trading over it is stopped again. */
const TOLD_AGAIN_EVERY = 20;

/**
 * A second session with TWS, under a client id of its own, that places nothing: it asks for executions and positions, and compares them with
 * what the first was told. What two looks in a row show is a break.
 */
export function startDropCopy(options: DropCopyOptions): DropCopy {
  const stopping = Promise.withResolvers<void>();
  let isStopped = false;
  let current: IbSession | undefined;
  const line = makeSilence(options);
  const wait = (ms: number): Promise<void> => {
    const rest = Promise.withResolvers<void>();
    const timer = setTimeout(rest.resolve, ms);
    return Promise.race([rest.promise, stopping.promise]).finally(() => clearTimeout(timer));
  };
  const keepUp = async (): Promise<void> => {
    let backOffMs = options.backOffMs.first;
    while (!isStopped) {
      const begun = (session: IbSession): void => void (current = session);
      const ended = await connectOnce(options, { line, wait, begun, isStopped: () => isStopped });
      current = undefined;
      if (isStopped) return;
      line.failed(ended.reason);
      backOffMs = ended.looked ? options.backOffMs.first : Math.min(backOffMs * 2, options.backOffMs.most);
      await wait(backOffMs);
    }
  };
  const kept = keepUp().catch(options.onBug);
  return {
    async stop() {
      isStopped = true;
      stopping.resolve();
      // A look that waits for its answer ends with the session.
      current?.close(STOPPED);
      await kept;
    },
  };
}

type Ended = { readonly looked: boolean; readonly reason: string };
type Watch = {
  readonly line: ReturnType<typeof makeSilence>;
  wait(ms: number): Promise<void>;
  begun(session: IbSession): void;
  isStopped(): boolean;
};

/** From the attempt to the end of the session. */
async function connectOnce(options: DropCopyOptions, { line, wait, begun, isStopped }: Watch): Promise<Ended> {
  let closed: string | undefined;
  let looked = false;
  const connected = await connectIb({ ...options.session, events: deaf((reason) => (closed ??= reason)) });
  if (!connected.ok) return { looked, reason: connected.error.message };
  const session = connected.value;
  begun(session);
  const known = new Map<string, number>();
  while (!isStopped() && closed === undefined) {
    const look = await lookAt(session);
    if (closed !== undefined || isStopped()) break;
    if (!look.ok) {
      session.close(look.error);
      return { looked, reason: look.error };
    }
    looked = true;
    line.heard();
    compare(options, { session, look: look.value, known });
    await wait(options.everyMs);
  }
  session.close(STOPPED);
  return { looked, reason: closed ?? "the session ended" };
}

async function lookAt(session: IbSession): Promise<Result<SecondLook, string>> {
  const executions = await session.executions();
  if (!executions.ok) return err(describeRequestError(executions.error));
  const positions = await session.positions();
  if (!positions.ok) return err(describeRequestError(positions.error));
  const own = executions.value.filter(({ accountId = session.accountId }) => accountId === session.accountId);
  return ok({ executions: own, positions: positions.value });
}

type Compared = { readonly session: IbSession; readonly look: SecondLook; readonly known: Map<string, number> };

/** `known`: in how many looks in a row each break was seen. */
function compare({ books, onBreak }: DropCopyOptions, { session, look, known }: Compared): void {
  const first = books(session.accountId);
  const found = first === undefined ? new Map<string, Break>() : breaksOf(look, first);
  for (const key of known.keys()) if (!found.has(key)) known.delete(key);
  for (const [key, one] of found) {
    const looks = (known.get(key) ?? 0) + 1;
    known.set(key, looks);
    if (looks % TOLD_AGAIN_EVERY === 2) onBreak(one);
  }
}

/** Tells once that nothing was heard for long, and anew after something was. */
function makeSilence({ silentAfterMs, onSilent }: DropCopyOptions) {
  let heardMs = performance.now();
  let told = false;
  return {
    heard(): void {
      heardMs = performance.now();
      told = false;
    },
    failed(reason: string): void {
      if (told || performance.now() - heardMs < silentAfterMs) return;
      told = true;
      onSilent(reason);
    },
  };
}

/** It asks, and listens to nothing else. */
const deaf = (onClosed: (reason: string) => void): IbSessionOptions["events"] => ({
  onClosed,
  onOrder: () => undefined,
  onTick: () => undefined,
  onBar: () => undefined,
  onAccount: () => undefined,
  onPnl: () => undefined,
  onPosition: () => undefined,
  onLine: () => undefined,
  onTrouble: () => undefined,
  onNotice: () => undefined,
  onBug: (failure) => onClosed(String(failure)),
});
