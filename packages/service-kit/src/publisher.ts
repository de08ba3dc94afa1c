import { type Event, type Header, encodeEvent, isRecord, subjectOf } from "@bowline/contracts";
import { type Bus, type PublishError, type PublishRequest, publishAcked, type Stored } from "@bowline/bus";
import { assert, type Result } from "@bowline/kernel";
import type { SignEntry } from "@bowline/signing";

export type Output = { readonly header: Omit<Header, "epoch">; readonly event: Event; readonly fenceSeq?: number };
export type Published = {
  readonly header: Header;
  readonly event: Event;
  readonly subject: string;
  readonly seq: number;
};

/** Somebody else writes in our name: this process must not write again. */
export class FencedError extends Error {
  override name = "FencedError";
}

export type PublishHooks = {
  /** Checked before every attempt: a lost lease ends the process instead of writing. */
  mayPublish(): Promise<void>;
  onRetry(message: string): void;
  /** The signature of an entry; `undefined` where it needs none. Asked at each attempt: a signature counts for a short time. */
  readonly sign?: SignEntry;
};

const RETRY_MS = 100;
/**
 * So many wait for their acknowledgement at once. Who takes over may have tens of thousands of records to write: all at once they time
 * out behind each other, and so does each repetition.
 */
const AT_ONCE = 256;

/** Publishes outputs in order, all acknowledged when it returns. No answer is unknown: the same id again, until there is one. */
export async function publishOutputs(
  bus: Bus,
  outputs: readonly Output[],
  epoch: number,
  hooks: PublishHooks,
): Promise<readonly Published[]> {
  const published: Published[] = [];
  for (let at = 0; at < outputs.length; at += AT_ONCE) {
    await hooks.mayPublish();
    const some = outputs.slice(at, at + AT_ONCE).map(async (output) => {
      // The longest of all, in a stream of its own, and nobody waits for it: encoded when the others are on their way.
      if (isRecord(output.event)) await Promise.resolve();
      return publishOutput(bus, output, epoch, hooks);
    });
    published.push(...(await Promise.all(some)));
  }
  return published;
}

async function publishOutput(bus: Bus, output: Output, epoch: number, hooks: PublishHooks): Promise<Published> {
  const header: Header = { ...output.header, epoch };
  const subject = subjectOf(output.event);
  const request: PublishRequest = {
    subject,
    bytes: encodeEvent(header, output.event),
    msgId: `${header.id}.${epoch}`,
    ...(output.fenceSeq === undefined ? {} : { expectLastSubjectSeq: output.fenceSeq }),
  };
  // A process that had no time to listen, or a server that is slow, answers all the same: each repetition would be as late.
  const late = Promise.withResolvers<Result<Stored, PublishError>>();
  for (;;) {
    const signature = hooks.sign?.(output.event.kind, subject, request.bytes);
    const attempt = publishAcked(bus, signature === undefined ? request : { ...request, signature });
    const result = await Promise.race([attempt, late.promise]);
    if (result.ok) {
      assert(result.value.seq > 0, "acknowledged without a sequence");
      return { header, event: output.event, subject, seq: result.value.seq };
    }
    if (result.error.type === "fenced") throw new FencedError(`${header.machine}: ${result.error.message}`);
    if (result.error.type === "unknown") void result.error.late.then((answer) => answer.ok && late.resolve(answer));
    hooks.onRetry(`${subject}: ${result.error.type}: ${result.error.message}`);
    await Promise.race([late.promise, new Promise((resolve) => setTimeout(resolve, RETRY_MS))]);
    await hooks.mayPublish();
  }
}
