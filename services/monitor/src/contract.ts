import { defineContract, EVENT_DEFINITIONS, isRecord } from "@bowline/contracts";

export const contract = defineContract({
  service: "monitor",
  doc: "Shows what the journal says over HTTP, and takes the operator's commands.",
  // Decision records have a stream of their own, which nothing here reads.
  consumes: EVENT_DEFINITIONS.filter((definition) => !isRecord(definition)).map(({ kind }) => kind),
  publishes: ["control.kill", "control.resume"],
});
