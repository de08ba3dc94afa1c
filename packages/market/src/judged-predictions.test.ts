import type { Event, EventByKind } from "@bowline/contracts";
import { px } from "@bowline/kernel";
import { aBar, aSignal, at } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { judgePredictions, makeOpenPredictions } from "./judged-predictions.ts";

const bar = (second: number, price: number, symbol = "AAPL"): Event =>
  aBar({ symbol, timeframe: "1m", closeUs: at(second), closePx: px(price * 1_000_000) });
const signal = (changes: Partial<EventByKind<"signal.accepted">> = {}): Event =>
  aSignal({ predictionId: "a", horizonMs: 120_000, producedUs: at(60), validUntilUs: at(900), ...changes });
const withdrawn: Event = {
  kind: "signal.refused",
  group: "tech",
  symbol: "AAPL",
  predictionId: "a",
  reasons: [],
  raw: "",
  withdraws: true,
};

/** What became of predictions, as `LONG HIT`. */
function judged(...events: readonly Event[]): readonly string[] {
  const predictions = makeOpenPredictions();
  return events.flatMap((event) =>
    judgePredictions(predictions, event).map(({ signal: { direction }, outcome }) => `${direction} ${outcome}`),
  );
}

describe("a prediction", () => {
  it.each<[string, readonly Event[], readonly string[]]>([
    ["comes true", [bar(60, 100), signal(), bar(120, 90), bar(180, 101), bar(240, 90)], ["LONG HIT"]],
    ["does not", [bar(60, 100), signal({ direction: "SHORT" }), bar(180, 101)], ["SHORT MISS"]],
    ["does not where nothing changed", [bar(60, 100), signal(), bar(180, 100)], ["LONG MISS"]],
    [
      "is open before its time, and by the prices of others",
      [bar(60, 100), signal(), bar(179, 200), bar(180, 1, "IBM")],
      [],
    ],
    ["has no price before", [signal(), bar(180, 101)], ["LONG UNJUDGED"]],
    ["has an old price before", [bar(60, 100), signal({ producedUs: at(361) }), bar(600, 101)], ["LONG UNJUDGED"]],
    ["says stay out", [bar(60, 100), signal({ direction: "FLAT" }), bar(180, 101)], ["FLAT UNJUDGED"]],
    ["has an end that nobody saw", [bar(60, 100), signal(), bar(481, 101)], ["LONG UNJUDGED"]],
    ["is taken back", [bar(60, 100), signal(), withdrawn, bar(180, 101)], ["LONG UNJUDGED"]],
    [
      "is revised",
      [bar(60, 100), signal(), signal({ revision: 1, direction: "SHORT" }), bar(180, 99)],
      ["LONG SUPERSEDED", "SHORT HIT"],
    ],
  ])("%s", (_, events, expected) => expect(judged(...events)).toEqual(expected));
});
