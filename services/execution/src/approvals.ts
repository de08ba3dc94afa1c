import type { Entry } from "@bowline/contracts";
import type { WriteAheadLog } from "./log/write-ahead-log.ts";

/** Approvals and cancels that execution has not acted on, in the order of the journal. */
export type Work = {
  observe(entry: Entry): void;
  /**
   * Called once, when the journal was read to its end. Approvals that earlier incarnations left stay here where this
   * disk's log of this journal is whole and does not know them: nobody began them. The others are returned: they may be anywhere.
   */
  takeOver(log: WriteAheadLog, generation: string): { readonly whole: boolean; readonly unknown: readonly Entry[] };
  /** Takes the oldest; `undefined` where there is none. */
  take(): Entry | undefined;
  size(): number;
  /** The session ended: what waits must not be sent on the next one. */
  forget(): readonly Entry[];
};

type Approval = Entry & { readonly event: Extract<Entry["event"], { kind: "order.approved" }> };

const isApproval = (entry: Entry): entry is Approval => entry.event.kind === "order.approved";

/** What is acted on as it comes; what was missed is looked up at the next reconciliation. */
const LIVE_WORK: ReadonlySet<string> = new Set(["order.cancel-intent", "order.replace-approved"]);

/** Kinds that end the question whether an approval is still to be sent. */
const SETTLES: ReadonlySet<string> = new Set([
  "order.submitted",
  "order.lapsed",
  "order.unknown",
  "order.resolved",
  "order.lost",
]);

export function makeWork(): Work {
  let waiting: Entry[] = [];
  let live = false;
  /** Every `order.submitted` that this disk's log may lack, and when it was written. */
  const submitted: { readonly clOrdId: string; readonly atUs: number }[] = [];
  const lacks = (log: WriteAheadLog) => (order: (typeof submitted)[number]) =>
    order.atUs >= log.forgottenUs() && log.orderOf(order.clOrdId) === undefined;
  return {
    observe(entry) {
      const { event, header } = entry;
      if (isApproval(entry) || (live && LIVE_WORK.has(event.kind))) waiting.push(entry);
      if (event.kind === "order.submitted" && !live) submitted.push({ clOrdId: event.clOrdId, atUs: header.seenUs });
      if (!SETTLES.has(event.kind) || !("clOrdId" in event)) return;
      waiting = waiting.filter((other) => !isApproval(other) || other.event.order.clOrdId !== event.clOrdId);
    },
    takeOver(log, generation) {
      live = true;
      const coverage = log.coverage();
      const whole = coverage?.generation === generation && !submitted.some(lacks(log));
      submitted.length = 0;
      const mayBeSent = (entry: Entry): boolean =>
        whole && isApproval(entry) && entry.seq > coverage.seq && log.orderOf(entry.event.order.clOrdId) === undefined;
      const unknown = waiting.filter((entry) => !mayBeSent(entry));
      waiting = waiting.filter(mayBeSent);
      return { whole, unknown };
    },
    take: () => waiting.shift(),
    size: () => waiting.length,
    forget() {
      const forgotten = waiting;
      waiting = [];
      return forgotten;
    },
  };
}
