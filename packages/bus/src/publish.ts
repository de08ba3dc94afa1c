import { JetStreamApiError } from "@nats-io/jetstream";
import { headers } from "@nats-io/transport-node";
import { type Result, err, ok } from "@bowline/kernel";
import type { Bus } from "./connection.ts";

export type PublishRequest = {
  readonly subject: string;
  readonly bytes: Uint8Array;
  /** Repeats with this id are dropped by the server inside its window. */
  readonly msgId: string;
  /** Stands in a header, so that neither the id nor the stored bytes change. */
  readonly signature?: string;
  /** Refused when another entry on this subject came after this sequence: a fence against a second writer. */
  readonly expectLastSubjectSeq?: number;
};

export type Stored = { readonly seq: number; readonly duplicate: boolean };

export type PublishError =
  /** No answer: it may or may not be stored. Repeat with the same id. The answer may still come, for whoever waits on: this never rejects. */
  | { readonly type: "unknown"; readonly message: string; readonly late: Promise<Result<Stored, PublishError>> }
  /** Somebody else wrote: this process is not the owner any more. */
  | { readonly type: "fenced"; readonly message: string }
  /** The server refused: full, or no such stream. */
  | { readonly type: "refused"; readonly message: string };

const ANSWER_WITHIN_MS = 2000;
/** What answers later than this is not heard any more. */
const LISTEN_MS = 30_000;
const WRONG_LAST_SEQUENCE = 10071;
const NEVER = new Promise<never>(() => undefined);
/** Where a message has its signature. */
export const SIGNATURE_HEADER = "Bowline-Signature";

/** Publishes one message and waits for its acknowledgement. A time-out is not an answer: `unknown`. */
export async function publishAcked(bus: Bus, request: PublishRequest): Promise<Result<Stored, PublishError>> {
  const answer = publishAndListen(bus, request);
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<Result<Stored, PublishError>>((resolve) => {
    const message = `no answer within ${ANSWER_WITHIN_MS} ms`;
    timer = setTimeout(() => resolve(err({ type: "unknown", message, late: answer })), ANSWER_WITHIN_MS);
  });
  const first = await Promise.race([answer, silence]);
  clearTimeout(timer);
  return first;
}

async function publishAndListen(bus: Bus, request: PublishRequest): Promise<Result<Stored, PublishError>> {
  const expect =
    request.expectLastSubjectSeq === undefined ? {} : { expect: { lastSubjectSequence: request.expectLastSubjectSeq } };
  try {
    const ack = await bus.js.publish(request.subject, request.bytes, {
      msgID: request.msgId,
      timeout: LISTEN_MS,
      retries: 0,
      ...expect,
      ...(request.signature === undefined ? {} : { headers: signedHeaders(request.signature) }),
    });
    return ok({ seq: ack.seq, duplicate: ack.duplicate });
  } catch (failure) {
    const message = failure instanceof Error ? failure.message : String(failure);
    if (failure instanceof JetStreamApiError) {
      return err({
        type: failure.code === WRONG_LAST_SEQUENCE ? "fenced" : "refused",
        message: `${message} (${failure.code})`,
      });
    }
    return err({ type: "unknown", message, late: NEVER });
  }
}

function signedHeaders(signature: string) {
  const signed = headers();
  signed.set(SIGNATURE_HEADER, signature);
  return signed;
}
