import { JetStreamApiError } from "@nats-io/jetstream";
import type { Bus } from "./connection.ts";
import type { RawEntry } from "./journal.ts";

export type StreamFacts = {
  /** When the server made the stream: another one of the same name, which counts from 1 again, has another. */
  readonly created: string;
  /** Sequence of the oldest message that is still there. */
  readonly firstSeq: number;
  readonly lastSeq: number;
};

const STREAM_NOT_FOUND = 10_059;

/** What the server knows of a stream; `undefined` where there is none. Throws where it does not answer. */
export async function streamFacts(bus: Bus, stream: string): Promise<StreamFacts | undefined> {
  try {
    const { created, state } = await bus.jsm.streams.info(stream);
    return { created, firstSeq: state.first_seq, lastSeq: state.last_seq };
  } catch (failure) {
    if (failure instanceof JetStreamApiError && failure.code === STREAM_NOT_FOUND) return undefined;
    throw failure;
  }
}

/**
 * At most so many stored messages, in order, from a sequence on; messages that the stream let go are left out. Nothing is read
 * ahead and the server keeps nothing of the reader. Throws where it does not answer.
 */
export async function readBatch(
  bus: Bus,
  { stream, fromSeq, most }: { readonly stream: string; readonly fromSeq: number; readonly most: number },
): Promise<readonly RawEntry[]> {
  const facts = await streamFacts(bus, stream);
  if (facts === undefined || facts.lastSeq < fromSeq) return [];
  const entries: RawEntry[] = [];
  for await (const { seq, subject, data } of await bus.jsm.direct.getBatch(stream, { seq: fromSeq, batch: most })) {
    entries.push({ seq, subject, bytes: data });
  }
  return entries;
}
