import { defineContract } from "@bowline/contracts";

export const contract = defineContract({
  service: "market-data",
  doc: "Builds one-minute bars, paces quotes, keeps the clock, and says what it wants from the broker.",
  consumes: ["md.bar", "md.history", "md.quote", "md.divergence", "md.instrument", "control.clock", "broker.session"],
  publishes: [
    "md.bar",
    "md.bar-corrected",
    "md.gap",
    "md.quote",
    "md.divergence",
    "request.subscribe",
    "request.backfill",
    "control.clock",
    "control.heartbeat",
  ],
});

/** What the machine alone has to do with: quotes are paced, and the clock is kept, by the edges beside it. */
export const machineContract = defineContract({
  service: "market-data",
  doc: "Builds one-minute bars, and says what it wants from the broker.",
  consumes: ["md.bar", "md.history", "control.clock", "broker.session"],
  timeframes: ["5s"],
  publishes: ["md.bar", "md.bar-corrected", "md.gap", "request.subscribe", "request.backfill", "control.heartbeat"],
});
