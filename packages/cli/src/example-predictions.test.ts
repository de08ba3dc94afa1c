import { parsePredictionsCsv } from "@bowline/prediction-ingest/predictions-csv";
import { describe, expect, it } from "vitest";
import { examplePredictions } from "./example-predictions.ts";

describe("the example predictions", () => {
  it("can be read, and name every symbol", () => {
    const parsed = parsePredictionsCsv(examplePredictions(["AAPL", "XOM"]), "predictions.csv");
    expect(parsed.ok && parsed.value.length).toBeGreaterThan(20);
  });
  it("are the same every time", () => expect(examplePredictions(["A"])).toBe(examplePredictions(["A"])));
});
