import type { Log, ServiceContext } from "@bowline/service-kit";
import type { Comparison } from "./comparison.ts";
import { priceOfMessage } from "./second-source.ts";

const WARN_EVERY_MS = 60_000;

/** Takes a second source's prices from its subject. What is no price is told once a minute, and compared with nothing. */
export function listenForPrices(
  listen: ServiceContext["listen"],
  subject: string,
  { comparison, log }: { readonly comparison: Pick<Comparison, "hear">; readonly log: Pick<Log, "warn"> },
): void {
  let warnedMs = Number.NEGATIVE_INFINITY;
  listen(subject, (bytes) => {
    const price = priceOfMessage(bytes);
    if (price.ok) return comparison.hear(price.value);
    if (performance.now() - warnedMs < WARN_EVERY_MS) return;
    warnedMs = performance.now();
    log.warn({ subject, err: price.error }, "not a price of the second source");
  });
}
