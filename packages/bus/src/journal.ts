import { DeliverPolicy, type JsMsg } from "@nats-io/jetstream";
import type { Bus } from "./connection.ts";
import { publishAcked, SIGNATURE_HEADER } from "./publish.ts";
import { DEADLETTER, JOURNAL } from "./streams.ts";

/** A stored message as it is: decoding is the reader's business. */
export type RawEntry = { readonly seq: number; readonly subject: string; readonly bytes: Uint8Array };

/** What came with a stored message, beside it. Asked only of those that need it: it has to be taken out of the message first. */
export type Proof = {
  /** As `PublishRequest.signature` gave it. */
  readonly signature: string | undefined;
  /** When the server stored it: milliseconds of wall time. */
  readonly storedMs: number;
};
export type ReadEntry = RawEntry & { proof(): Proof };

function proofOf(message: JsMsg): Proof {
  const signature = message.headers?.get(SIGNATURE_HEADER);
  return {
    signature: signature === undefined || signature === "" ? undefined : signature,
    storedMs: Number(message.timestampNanos / 1_000_000n),
  };
}

/** Sequence of the newest entry; 0 for an empty stream. */
export async function lastSequence(bus: Bus, stream: string = JOURNAL): Promise<number> {
  return (await bus.jsm.streams.info(stream)).state.last_seq;
}

/** The stored message at a sequence; `undefined` where there is none. */
export async function entryAt(bus: Bus, seq: number, stream: string = JOURNAL): Promise<RawEntry | undefined> {
  const message = await bus.jsm.streams.getMessage(stream, { seq });
  return message === null ? undefined : { seq: message.seq, subject: message.subject, bytes: message.data };
}

/** The newest stored message on a subject (wildcards allowed); `undefined` where there is none. */
export async function lastEntryOn(bus: Bus, subject: string, stream: string = JOURNAL): Promise<RawEntry | undefined> {
  const message = await bus.jsm.streams.getMessage(stream, { last_by_subj: subject });
  return message === null ? undefined : { seq: message.seq, subject: message.subject, bytes: message.data };
}

/** The oldest stored message on a subject (wildcards allowed); `undefined` where there is none. */
export async function firstEntryOn(bus: Bus, subject: string, stream: string = JOURNAL): Promise<RawEntry | undefined> {
  const message = await bus.jsm.direct.getMessage(stream, { seq: 1, next_by_subj: subject });
  return message === null ? undefined : { seq: message.seq, subject: message.subject, bytes: message.data };
}

/** When the server stored the newest message on a subject: wall time in microseconds; `undefined` where there is none. */
export async function storedAtUs(bus: Bus, subject: string, stream: string = JOURNAL): Promise<number | undefined> {
  const message = await bus.jsm.streams.getMessage(stream, { last_by_subj: subject });
  return message === null ? undefined : Number(Temporal.Instant.from(message.timestamp).epochNanoseconds / 1000n);
}

/** Puts an entry aside that is unreadable or not believed, once, with the reason. Returns false where it had been put there before. */
export async function deadLetter(bus: Bus, entry: RawEntry, reason: string): Promise<boolean> {
  const bytes = new TextEncoder().encode(
    JSON.stringify({
      seq: entry.seq,
      subject: entry.subject,
      reason,
      base64: Buffer.from(entry.bytes).toString("base64"),
    }),
  );
  const written = await publishAcked(bus, {
    subject: `deadletter.${entry.seq}`,
    bytes,
    msgId: `deadletter.${entry.seq}`,
    expectLastSubjectSeq: 0,
  });
  return written.ok ? !written.value.duplicate : written.error.type !== "fenced";
}

export const deadLetterCount = async (bus: Bus): Promise<number> =>
  (await bus.jsm.streams.info(DEADLETTER)).state.messages;

export type Reader = {
  /** Sequence of the last message that was handed out. */
  position(): number;
  stop(): Promise<void>;
};

export type ReadOptions = {
  readonly stream?: string;
  /** First sequence wanted. */
  readonly fromSeq: number;
  /** Without a filter every sequence must come, and a missing one is an error. */
  readonly filter?: string | readonly string[];
  onEntry(entry: ReadEntry): void;
  /** A hole in the sequence that is no clean-up at the head: the process cannot go on. */
  onGap(expected: number, got: number): void;
};

const READ_AHEAD = 4000;
/** The server forgets a reader that was killed after this; one that lost its connection begins anew where it stood. */
const ABANDONED_AFTER_MS = 30_000;

/** A reader to whom nothing came for this long asks whether there is something, and begins anew where it stood if so. */
const STALLED_AFTER_MS = 3000;

/**
 * Reads a stream in order from a sequence on, for ever, over server restarts: by sequence, without acknowledgements.
 *
 * The server forgets a reader when it is restarted. @nats-io/jetstream 3.4.0 makes the reader again, but asks for as many entries as its
 * limit less what the forgotten one had outstanding, which is none or a few; the rest comes only when two heartbeats were missed.
 * So its own attempt is not awaited: this function begins anew where it stood as soon as the library tells of the loss. What dies
 * without a word is noticed by what it does not bring.
 */
export async function readFrom(bus: Bus, options: ReadOptions): Promise<Reader> {
  const stream = options.stream ?? JOURNAL;
  const state = { position: options.fromSeq - 1, first: true, heardMs: performance.now(), stopped: false };
  let renewing = false;
  const renew = async (): Promise<void> => {
    if (renewing || state.stopped) return;
    renewing = true;
    try {
      const old = subscription;
      subscription = await subscribe(bus, options, { state, onLost });
      await (state.stopped ? subscription : old).stop();
    } finally {
      renewing = false;
    }
  };
  // Where the server does not answer now, the next look does it.
  const onLost = (): void => void renew().catch(() => undefined);
  let subscription = await subscribe(bus, options, { state, onLost });
  const newest = async (): Promise<number> => {
    if (options.filter === undefined) return lastSequence(bus, stream);
    const filters = typeof options.filter === "string" ? [options.filter] : options.filter;
    const found = await Promise.all(filters.map((filter) => lastEntryOn(bus, filter, stream)));
    return Math.max(0, ...found.map((entry) => entry?.seq ?? 0));
  };
  const look = async (): Promise<void> => {
    if (state.stopped || performance.now() - state.heardMs < STALLED_AFTER_MS || !bus.isConnected()) return;
    const before = state.position;
    if ((await newest()) <= before || state.position !== before) return;
    await renew();
  };
  // The server may be gone for a while: the next look asks again.
  const timer = setInterval(() => void look().catch(() => undefined), STALLED_AFTER_MS);
  timer.unref();
  return {
    position: () => state.position,
    stop: async () => {
      state.stopped = true;
      clearInterval(timer);
      await subscription.stop();
    },
  };
}

type ReadState = { position: number; first: boolean; heardMs: number; stopped: boolean };

type Watch = { readonly state: ReadState; onLost(): void };

/** What the library says when the server's side of a subscription is gone, or was made again. */
const LOST: ReadonlySet<string> = new Set(["consumer_deleted", "ordered_consumer_recreated"]);

async function subscribe(bus: Bus, options: ReadOptions, { state, onLost }: Watch): Promise<{ stop(): Promise<void> }> {
  const filtered = options.filter !== undefined;
  state.heardMs = performance.now();
  const consumer = await bus.js.consumers.get(options.stream ?? JOURNAL, {
    deliver_policy: DeliverPolicy.StartSequence,
    opt_start_seq: Math.max(1, state.position + 1),
    inactive_threshold: ABANDONED_AFTER_MS,
    ...(options.filter === undefined
      ? {}
      : { filter_subjects: typeof options.filter === "string" ? options.filter : [...options.filter] }),
  });
  const messages = await consumer.consume({
    max_messages: READ_AHEAD,
    idle_heartbeat: 1000,
    expires: 10_000,
    callback: (message) => {
      if (message.seq <= state.position) return;
      if (!filtered && !state.first && message.seq !== state.position + 1)
        options.onGap(state.position + 1, message.seq);
      state.first = false;
      state.position = message.seq;
      state.heardMs = performance.now();
      options.onEntry({
        seq: message.seq,
        subject: message.subject,
        bytes: message.data,
        proof: () => proofOf(message),
      });
    },
  });
  void (async () => {
    for await (const { type } of messages.status()) if (LOST.has(type)) return onLost();
  })();
  return {
    stop: async () => {
      await messages.close();
      // Gone at once, and not when the server notices: its number of readers is limited. Without an answer it will notice.
      await consumer.delete().catch(() => false);
    },
  };
}

/** Reads what is stored now, to the last sequence as of the call, and ends. */
export async function readAll(
  bus: Bus,
  options: { stream?: string; fromSeq?: number; filter?: string; onEntry(entry: ReadEntry): void },
): Promise<number> {
  const stream = options.stream ?? JOURNAL;
  const target =
    options.filter === undefined
      ? await lastSequence(bus, stream)
      : ((await lastEntryOn(bus, options.filter, stream))?.seq ?? 0);
  const fromSeq = options.fromSeq ?? 1;
  if (target < fromSeq) return target;
  await new Promise<void>((resolve, reject) => {
    let reader: Reader | undefined;
    let done = false;
    const finish = (): void => {
      done = true;
      void reader?.stop();
      resolve();
    };
    readFrom(bus, {
      stream,
      fromSeq,
      ...(options.filter === undefined ? {} : { filter: options.filter }),
      onEntry: (entry) => {
        if (done) return;
        if (entry.seq <= target) options.onEntry(entry);
        if (entry.seq >= target) finish();
      },
      onGap: (expected, got) => reject(new Error(`${stream}: expected sequence ${expected}, got ${got}`)),
    }).then((started) => {
      reader = started;
      if (done) void started.stop();
    }, reject);
  });
  return target;
}
