import { defineContract } from "@bowline/contracts";

export const contract = defineContract({
  service: "prediction-ingest",
  doc: "Asks the outside model for predictions, or is told them, and journals each as a signal or with the reasons why not.",
  consumes: ["control.clock", "signal.accepted", "signal.refused"],
  publishes: ["signal.accepted", "signal.refused"],
});
