import type { Us } from "@bowline/kernel";
import type { Core } from "./core.ts";
import { REAL_TIME } from "./timing.ts";

/** Asks again for what should speak and does not; a person is told which. Real time only. */
export function keepStreams(core: Core, nowUs: () => Us): { stop(): void } {
  const everyMs = core.options.timing?.streamsEveryMs ?? REAL_TIME.streamsEveryMs;
  const timer = setInterval(() => renewSilent(core, nowUs()), everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

function renewSilent({ running, requests, streams, options }: Core, nowUs: Us): void {
  const session = running?.link.ready();
  if (session === undefined) return;
  const silent = [
    ...streams.bars.take(requests.withBars(), nowUs).map((symbol) => ({ symbol, what: "bar" })),
    ...streams.quotes.take(requests.ofQuotesAlone(), nowUs).map((symbol) => ({ symbol, what: "quote" })),
  ];
  for (const { symbol, what } of silent) {
    session.renew(symbol);
    const detail = `no ${what} came although its session is open: asked for again`;
    options.alerts.raise({ severity: "WARNING", code: "STREAM_SILENT", subject: symbol, detail });
  }
}
