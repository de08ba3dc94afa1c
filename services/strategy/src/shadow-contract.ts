import { defineContract, isRecord } from "@bowline/contracts";
import { contract as strategy } from "./contract.ts";

export const contract = defineContract({
  service: "strategy-shadow",
  doc: "Says what a candidate file would decide on the same entries as the strategy that trades; nobody acts on it, and it may write nothing that anybody acts on.",
  consumes: [...new Set([...strategy.consumes, ...strategy.publishes])].filter((kind) => !isRecord({ kind })),
  timeframes: ["1m"],
  publishes: ["shadow.decision"],
});
