import { expect, test } from "vitest";
import { adviceFor, nearestWord } from "./suggestion.ts";

const WORDS = ["prediction", "position", "time", "spread"];

test.each([
  ["predction", "prediction"],
  ["Prediction", "prediction"],
  ["tine", "time"],
  ["spred", "spread"],
  ["volume", undefined],
  ["x", undefined],
])("%s: %s", (word, nearest) => {
  expect(nearestWord(word, WORDS)).toBe(nearest);
});

test("advice names all that is allowed", () => {
  expect(adviceFor("tine", WORDS)).toBe("did you mean `time`? Allowed: prediction, position, time, spread");
  expect(adviceFor("volume", WORDS)).toBe("Allowed: prediction, position, time, spread");
});
