import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseSnapshotName } from "@bowline/bus";
import { makeStrategyMachine } from "@bowline/strategy/machine";
import { aClock, anEntry, at } from "@bowline/testkit";
import { afterAll, expect, test } from "vitest";
import { PAPER_ACCOUNT } from "../runner/simulated-services.ts";
import { readStrategy } from "@bowline/rules";
import { prepareInputs } from "../run-inputs.ts";
import { makeSnapshotRecorder } from "./record-snapshots.ts";
import { makeReplay } from "./replay.ts";
import type { ReplaySnapshot } from "./session.ts";

const folder = mkdtempSync(join(tmpdir(), "bowline-snapshots-"));
afterAll(() => rmSync(folder, { recursive: true }));
const inputs = prepareInputs({ seed: 1 }, folder);
const strategy = readStrategy(inputs.strategyFile, inputs.groups);
const clockAt = (minute: number) =>
  anEntry(aClock({ nowUs: at(minute * 60) }), { seq: minute + 1, seenUs: at(minute * 60), machine: "clock" });

test("each group has a snapshot for every five minutes, and a replay goes on from it as if it had never stopped", () => {
  mkdirSync(join(folder, "snapshots"));
  writeFileSync(join(folder, "snapshots", "of-a-run-before.json"), "");
  const recorder = makeSnapshotRecorder(folder, inputs);
  for (let minute = 0; minute <= 12; minute++) recorder.add(clockAt(minute));
  const places = readdirSync(join(folder, "snapshots")).map((name) => parseSnapshotName(name.replace(".json", "")));
  for (const group of inputs.groups.byName.keys()) {
    const own = places.filter((place) => place?.machine === `strategy.${group}`);
    expect(own.map((place) => place?.seq).toSorted((one = 0, other = 0) => one - other)).toEqual([6, 11]);
  }
  expect(places).toHaveLength(2 * inputs.groups.byName.size);

  const name = readdirSync(join(folder, "snapshots")).find((one) => one.includes("@6@"))!;
  const replayOf = () => {
    const group = parseSnapshotName(name.replace(".json", ""))!.machine.split(".")[1]!;
    const symbols = inputs.groups.byName.get(group)!;
    return makeReplay(makeStrategyMachine({ group, symbols, strategy, accountId: PAPER_ACCOUNT }));
  };
  const [whole, resumed] = [replayOf(), replayOf()];
  resumed.restore(JSON.parse(readFileSync(join(folder, "snapshots", name), "utf8")) as ReplaySnapshot);
  for (let minute = 0; minute <= 12; minute++) {
    whole.apply(clockAt(minute));
    if (minute > 5) resumed.apply(clockAt(minute));
  }
  expect(resumed.snapshot()).toEqual(whole.snapshot());
});
