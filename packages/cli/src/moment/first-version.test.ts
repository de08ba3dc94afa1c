import { readFileSync } from "node:fs";
import { aClock } from "@bowline/testkit";
import { expect, test } from "vitest";
import { EXAMPLES } from "../run-inputs.ts";
import { strategyOfVersion } from "./first-version.ts";
import { aVersion } from "./test-recording.ts";

test("a version's text is the strategy; an entry of another kind, or none, is not", () => {
  const version = aVersion(readFileSync(EXAMPLES.strategy, "utf8"));
  expect(strategyOfVersion(version)).toMatchObject({ name: "prediction-follow", hash: version.hash });
  expect([strategyOfVersion(aClock()), strategyOfVersion(undefined)]).toEqual([undefined, undefined]);
});

test("one that does not hold is refused with its place: another file would give other answers", () => {
  expect(() => strategyOfVersion(aVersion("strategy: x\nruls: []\n"))).toThrow(
    /prediction-follow\.yaml of the journal:2:1: ruls: unknown key/,
  );
});
