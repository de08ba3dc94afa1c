import { makeGroups } from "@bowline/config";
import type { Entry, Event, EventByKind } from "@bowline/contracts";
import { canonicalJson, type JsonValue, sha256Hex, us } from "@bowline/kernel";
import { checkRules } from "@bowline/rules";
import { journalCommand } from "@bowline/service-kit/operator";
import { aSignal, figure } from "@bowline/testkit";
import { beforeAll, expect, it } from "vitest";
import { makeStrategyMachines } from "./machines.ts";
import { ACCOUNT } from "./testing/scenario.ts";
import { withWorker } from "./testing/worker.ts";

const GROUPS = { tech: ["AAPL", "MSFT"], banks: ["JPM"] } as const;
const SYMBOLS = Object.entries(GROUPS).flatMap(([group, symbols]) => symbols.map((symbol) => ({ group, symbol })));
const RATE = 500;
const SECONDS = 4;
const BATCH_MS = 50;

const fileOf = (...rules: readonly string[]): string =>
  `strategy: demo\ndescription: For tests.\ngroups: all\nrules:\n${rules.map((id) => `  - { id: ${id}, on: prediction, when: position.open, do: { exit: {} } }\n`).join("")}`;
const BEFORE = fileOf("kept", "removed");
const AFTER = fileOf("kept", "new");
const RULES: Readonly<Record<string, readonly string[]>> = {
  [sha256Hex(BEFORE)]: ["kept", "removed"],
  [sha256Hex(AFTER)]: ["kept", "new"],
};

const worker = withWorker({ groups: GROUPS, strategy: BEFORE });
const { journal, records } = worker;

beforeAll(async () => {
  for (const group of Object.keys(GROUPS))
    await journal.until(({ event }) => event.kind === "control.lease" && event.machineName === `strategy.${group}`);
});

let told = 0;
async function predict(): Promise<void> {
  told += 1;
  const about = SYMBOLS[told % SYMBOLS.length] ?? { group: "tech", symbol: "AAPL" };
  const nowUs = us(Date.now() * 1000);
  const event = aSignal({ ...about, predictionId: `p${told}`, validUntilUs: us(nowUs + 60_000_000) });
  await worker.tell(event, "prediction-ingest", nowUs);
}

/** So many predictions a second, acknowledged as they come; returns how long it took. */
async function stream(seconds: number): Promise<number> {
  const startedMs = performance.now();
  const all: Promise<void>[] = [];
  for (let batch = 1; batch <= (seconds * 1000) / BATCH_MS; batch++) {
    for (let one = 0; one < (RATE * BATCH_MS) / 1000; one++) all.push(predict());
    const leftMs = startedMs + batch * BATCH_MS - performance.now();
    await new Promise((resolve) => void setTimeout(resolve, Math.max(0, leftMs)));
  }
  await Promise.all(all);
  return (performance.now() - startedMs) / 1000;
}

/** What each prediction must have been told: by the version in force at its place in the journal. */
function expected(entries: readonly Entry[]): readonly string[] {
  let hash = "";
  return entries.flatMap(({ seq, event }) => {
    if (event.kind === "control.strategy") hash = event.hash;
    return event.kind === "signal.accepted" ? (RULES[hash] ?? []).map((rule) => `${seq} ${rule} ${hash}`) : [];
  });
}
const given = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap(({ event, header }) =>
    event.kind === "decision" ? [`${header.causeSeq} ${event.rule} ${header.configVersion}`] : [],
  );
const sorted = (lines: readonly string[]): readonly string[] => lines.toSorted();

it(
  "a reload in the middle of 500 entries a second loses and doubles nothing, nor does kill -9 after it",
  { timeout: 120_000 },
  async () => {
    const streaming = stream(SECONDS);
    await new Promise((resolve) => void setTimeout(resolve, (SECONDS * 1000) / 2));
    const version: EventByKind<"control.strategy"> = {
      kind: "control.strategy",
      strategy: "demo",
      hash: sha256Hex(AFTER),
      yaml: AFTER,
      reason: "test",
      by: "test",
    };
    await journalCommand(worker.bus, version);
    const tookSeconds = await streaming;
    await expect.poll(() => records.entries.length, { timeout: 20_000, interval: 50 }).toBeGreaterThanOrEqual(2 * told);
    const wanted = sorted(expected(journal.entries));
    expect(wanted).toHaveLength(2 * told);
    expect(sorted(given(records.entries))).toEqual(wanted);
    const reloadSeq = journal.entries.find(
      ({ event }) => event.kind === "control.strategy" && event.hash === version.hash,
    );
    expect(
      given(records.entries).filter((line) => Number(line.split(" ")[0]) > (reloadSeq?.seq ?? 0)).length,
    ).toBeGreaterThan(RATE);

    await worker.kill();
    await predict();
    await worker.start();
    await records.until(
      ({ header }) =>
        header.causeSeq === journal.entries.findLast(({ event }) => event.kind === "signal.accepted")?.seq,
    );
    await expect
      .poll(() => sorted(given(records.entries)), { timeout: 20_000 })
      .toEqual(sorted(expected(journal.entries)));

    figure("entries a second", Math.round((told - 1) / tookSeconds), "entries/s");
    figure("decisions, each once", records.entries.length, "decisions");
    process.stdout.write(
      `${told} predictions at ${Math.round((told - 1) / tookSeconds)} a second, ${records.entries.length} decisions, each once\n`,
    );
  },
);

it("the journal alone, its first version included, replays to the same decisions", () => {
  const first = journal.entries.find(({ event }) => event.kind === "control.strategy")?.event;
  if (first?.kind !== "control.strategy") throw new Error("no version in the journal");
  const checked = checkRules(first.yaml, "first.yaml");
  if (!checked.ok) throw new Error("the first version does not hold");
  const groups = makeGroups(Object.entries(GROUPS));
  const replayed: string[] = [];
  for (const machine of makeStrategyMachines({ groups, strategy: checked.value, accountId: ACCOUNT }))
    for (const entry of journal.entries)
      if (entry.header.machine !== machine.name)
        machine.apply(entry, (event) => void replayed.push(contentOf(event, entry.seq)));
  const recorded = records.entries.map(({ event, header }) => contentOf(event, header.causeSeq));
  expect(replayed.filter((line) => line.includes('"kind":"decision"')).toSorted()).toEqual(recorded.toSorted());
});

const contentOf = (event: Event, causeSeq: number): string => canonicalJson([causeSeq, event] as unknown as JsonValue);
