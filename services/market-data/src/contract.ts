import { defineContract } from "@bowline/contracts";

export const contract = defineContract({
  service: "market-data",
  doc: "Builds one-minute bars, paces quotes, keeps the clock, and says what it wants from the broker.",
  consumes: ["md.bar", "md.quote", "control.clock", "broker.session"],
  publishes: [
    "md.bar",
    "md.gap",
    "md.quote",
    "request.subscribe",
    "request.backfill",
    "control.clock",
    "control.heartbeat",
  ],
});
