import { type Event, type Header, encodeEvent, isRecord, subjectOf } from "@bowline/contracts";
import { type Bus, type PublishRequest, publishAcked } from "@bowline/bus";
import { assert } from "@bowline/kernel";
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
  for (let attempt = 0; ; attempt++) {
    const signature = hooks.sign?.(output.event.kind, subject, request.bytes);
    const result = await publishAcked(bus, signature === undefined ? request : { ...request, signature });
    if (result.ok) {
      assert(result.value.seq > 0, "acknowledged without a sequence");
      return { header, event: output.event, subject, seq: result.value.seq };
    }
    if (result.error.type === "fenced") throw new FencedError(`${header.machine}: ${result.error.message}`);
    hooks.onRetry(`${subject}: ${result.error.type}: ${result.error.message}`);
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    await hooks.mayPublish();
  }
}
