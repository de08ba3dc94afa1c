import { defineContract } from "../../packages/contracts/src/service-contract.ts";
import { describe, expect, it } from "vitest";
import { contractProblems, renderServices } from "./services.ts";

const ingest = defineContract({
  service: "prediction-ingest",
  doc: "Asks the model.",
  consumes: ["control.clock"],
  publishes: ["signal.accepted", "signal.refused"],
});
const strategy = defineContract({
  service: "strategy",
  doc: "Evaluates rules.",
  consumes: ["signal.accepted", "md.bar"],
  timeframes: ["1m"],
  publishes: [
    "order.intent",
    "order.cancel-intent",
    "order.replace-intent",
    "order.parent-state",
    "control.alert",
    "control.pause",
    "decision",
    "decision.counts",
  ],
});

describe("the page of services", () => {
  const page = renderServices([ingest, strategy]);

  it("draws an arrow from who writes to who reads", () => {
    expect(page).toContain(`prediction-ingest -- "signal.accepted" --> strategy`);
    expect(page).not.toContain("--> prediction-ingest");
  });
  it("says who reads what is published, and where what is consumed comes from", () => {
    expect(page).toContain("| [signal.accepted](events.md#signalaccepted) | strategy |");
    expect(page).toContain("| [md.bar](events.md#mdbar) | execution, market-data |");
    expect(page).toContain("Evaluates rules. Of the bars it reads those of 1m.");
  });
});

describe("contracts and definitions", () => {
  it("agree, or both sides of the disagreement are named", () => {
    expect(contractProblems([ingest, strategy])).toEqual([]);
    expect(contractProblems([{ ...ingest, publishes: ["signal.accepted", "order.intent"] }])).toEqual([
      "prediction-ingest is a writer of signal.refused by its definition, and its contract does not publish it",
      "prediction-ingest publishes order.intent, whose definition does not name it as a writer",
    ]);
  });
});
