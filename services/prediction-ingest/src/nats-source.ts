import type { ServiceContext } from "@bowline/service-kit";
import type { Ingest } from "./ingest.ts";
import { MOST_AT_ONCE, rawsOf, resultOf } from "./results.ts";

const text = new TextDecoder();
const bytes = new TextEncoder();

/**
 * Takes predictions that a model publishes as JSON on a subject of its own. Whoever waits for an answer gets the verdicts when they
 * stand in the journal. Core NATS keeps nothing: what is published while no process holds the lease is gone, and nobody answers.
 */
export function listenForPredictions(
  listen: ServiceContext["listen"],
  subject: string,
  push: (raws: readonly unknown[]) => ReturnType<Ingest["push"]>,
): void {
  listen(subject, (message, respond) => {
    const entries = push(readMessage(text.decode(message)));
    if (entries === undefined) return;
    void entries.then((found) => respond(bytes.encode(JSON.stringify({ results: found.map(resultOf) }))));
  });
}

/** What is no JSON, or too many at once, is judged as it stands: refused as malformed, so that it is seen. */
function readMessage(message: string): readonly unknown[] {
  try {
    const raws = rawsOf(JSON.parse(message));
    return raws.length > MOST_AT_ONCE ? [`${raws.length} predictions at once, ${MOST_AT_ONCE} at the most`] : raws;
  } catch {
    return [message];
  }
}
