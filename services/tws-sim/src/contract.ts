import { defineContract } from "@bowline/contracts";

export const contract = defineContract({
  service: "tws-sim",
  doc: "A TWS for people without one: real wire protocol, matching, faults; conducts lock-step over core NATS and journals nothing.",
  consumes: [],
  publishes: [],
});
