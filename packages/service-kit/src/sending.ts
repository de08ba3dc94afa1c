import { isRecord } from "@bowline/contracts";
import { type MachineHost, MOST_UNDER_WAY, type OutboxItem } from "./machine-host/index.ts";
import type { Participant } from "./participant.ts";
import type { Output, Published } from "./publisher.ts";

export type Publish = (outputs: readonly Output[]) => Promise<readonly Published[]>;

export const isAckedDecision = ({ stage, event }: OutboxItem): boolean => stage === "ACKED" && isRecord(event);

/** How a machine's outputs get out of its outbox. `settleKnown` takes out what the streams have already. */
export function makeSending(
  host: MachineHost,
  publish: Publish,
  settleKnown: () => void,
): Pick<Participant, "turn" | "send"> {
  const turn = async (): Promise<number> => {
    settleKnown();
    const pending = host.outbox.pending();
    host.outbox.move(pending, "SENT");
    const published = await publish(pending);
    host.outbox.move(pending, "ACKED");
    host.outbox.drop(isAckedDecision);
    return published.reduce((newest, { event, seq }) => (isRecord(event) ? newest : Math.max(newest, seq)), 0);
  };
  /** What was sent without waiting, and how many that are. */
  const underWay = new Map<Promise<unknown>, number>();
  const waitFor = async (most: number): Promise<void> => {
    while ([...underWay.values()].reduce((sum, count) => sum + count, 0) > most) await Promise.race(underWay.keys());
  };
  return {
    turn,
    send: async (onFailure) => {
      const { pending, urgent } = host.outbox.counts();
      await waitFor(Math.max(0, MOST_UNDER_WAY - pending));
      const sent = turn();
      if (urgent > 0) return void (await sent);
      const done = sent.catch(onFailure).finally(() => underWay.delete(done));
      underWay.set(done, pending);
    },
  };
}
