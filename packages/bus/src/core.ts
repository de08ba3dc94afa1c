import type { Bus } from "./connection.ts";

/** Core NATS, lossy on purpose: raw ticks and the lock-step conductor's words; never what belongs in the journal. */
export const publishCore = (bus: Bus, subject: string, bytes: Uint8Array): void => bus.nats.publish(subject, bytes);

export type Unsubscribe = () => void;

export function subscribeCore(
  bus: Bus,
  subject: string,
  onMessage: (bytes: Uint8Array, subject: string, respond: (bytes: Uint8Array) => void) => void,
): Unsubscribe {
  const subscription = bus.nats.subscribe(subject, {
    callback: (failure, message) => {
      if (failure === null) onMessage(message.data, message.subject, (bytes) => void message.respond(bytes));
    },
  });
  return () => subscription.unsubscribe();
}

/** A request; `undefined` where nobody answered in time. */
export async function requestCore(
  bus: Bus,
  subject: string,
  bytes: Uint8Array,
  timeoutMs: number,
): Promise<Uint8Array | undefined> {
  try {
    return (await bus.nats.request(subject, bytes, { timeout: timeoutMs })).data;
  } catch {
    return undefined;
  }
}
