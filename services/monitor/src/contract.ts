import { defineContract, EVENT_DEFINITIONS } from "@bowline/contracts";

export const contract = defineContract({
  service: "monitor",
  doc: "Shows what the journal says over HTTP, and takes the operator's commands.",
  // Decision records have a stream of their own, which nothing here reads.
  consumes: EVENT_DEFINITIONS.map(({ kind }) => kind).filter((kind) => kind !== "decision"),
  publishes: ["control.kill", "control.resume"],
});
