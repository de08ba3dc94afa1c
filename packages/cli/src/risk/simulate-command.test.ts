import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readGroups } from "@bowline/config";
import type { Entry, Event, EventByKind } from "@bowline/contracts";
import { sha256Hex } from "@bowline/kernel";
import { readExport } from "@bowline/report";
import { readLimits } from "@bowline/risk";
import { makeRiskGate } from "@bowline/risk-gate/machine";
import { anEntry } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { runBacktestCommand } from "../backtest-run.ts";
import { recordMinutes } from "../moment/test-recording.ts";
import { PAPER_ACCOUNT } from "../runner/simulated-services.ts";
import { renderSimulation } from "./render-simulation.ts";
import { simulateLimits } from "./simulate.ts";
import { readSimulation } from "./simulate-command.ts";

const record = recordMinutes(20);
const recorded = join(record, "limits.yaml");

/** The limits of the recording with one of them changed. */
function limitsWith(name: string, value: string): string {
  const text = readFileSync(recorded, "utf8");
  const changed = text.replace(new RegExp(`^( +${name}): .*$`, "m"), `$1: ${value}`);
  expect(changed).not.toBe(text);
  const file = join(record, `${name}.yaml`);
  writeFileSync(file, changed);
  return file;
}

/** The recording as if an operator had given other limits half-way: the gate's own words are what a gate says of the rest. */
function recordedWithChange(file: string): {
  readonly entries: readonly Entry[];
  readonly hash: string;
  readonly seq: number;
} {
  const yaml = readFileSync(file, "utf8");
  const [hash, replaces] = [sha256Hex(yaml), sha256Hex(readFileSync(recorded, "utf8"))];
  const inputs = [...readExport(join(record, "export.jsonl"))].filter(({ header }) => header.machine !== "risk-gate");
  const intents = inputs.flatMap(({ event }, index) => (event.kind === "order.intent" ? [index] : []));
  const half = intents[Math.floor(intents.length / 2)] ?? 0;
  const change = { kind: "control.limits", hash, replaces, yaml, reason: "too much", by: "ada" } as const;
  const { eventUs, seenUs } = inputs[half]!.header;
  const given = anEntry(change, { machine: "operator", eventUs, seenUs });
  const gate = makeRiskGate({
    limits: readLimits(recorded),
    limitsHash: replaces,
    groups: readGroups(join(record, "groups.yaml")),
    accountId: PAPER_ACCOUNT,
  });
  const entries: Entry[] = [];
  let seq = 0;
  for (const input of [...inputs.slice(0, half), given, ...inputs.slice(half)]) {
    const { header } = input;
    const add = (entry: Entry): void => void entries.push({ ...entry, seq: entries.length + 1 });
    add(input);
    if (input === given) seq = entries.length;
    gate.apply({ ...input, seq: entries.length }, (event) =>
      add(anEntry(event, { machine: "risk-gate", eventUs: header.eventUs, seenUs: header.seenUs })),
    );
  }
  return { entries, hash, seq };
}

/** What other limits say of that. */
const simulated = (entries: readonly Entry[], file: string) =>
  simulateLimits(entries, {
    limits: readLimits(file),
    groups: readGroups(join(record, "groups.yaml")),
    accountId: PAPER_ACCOUNT,
    first: { limits: readLimits(recorded), limitsHash: sha256Hex(readFileSync(recorded, "utf8")) },
  });

describe("limits that were changed within the session", () => {
  const tight = limitsWith("maxOrderNotional", "1");
  const { entries, hash, seq } = recordedWithChange(tight);
  const [first] = [sha256Hex(readFileSync(recorded, "utf8"))];
  const intentsAfter = (from: number): number =>
    entries.filter((entry) => entry.seq > from && entry.event.kind === "order.intent").length;

  it("are compared with what held at each moment, as the journal has it", () => {
    const looser = simulated(entries, recorded);
    expect(looser.held.map((one) => [one.hash, one.by])).toEqual([
      [first, ""],
      [hash, "ada"],
    ]);
    expect(looser.wouldBeApproved.length).toBeGreaterThan(0);
    expect(looser.wouldBeApproved.length).toBeLessThanOrEqual(intentsAfter(seq));
    for (const one of looser.wouldBeApproved)
      expect(one).toMatchObject({ limits: hash, was: ["NOTIONAL_EXCEEDS_MAX"] });
    expect(looser).toMatchObject({ wouldBeDenied: [], unexplained: [] });
  });

  it("deny only what was approved before the change, where they are what it changed to", () => {
    const tighter = simulated(entries, tight);
    expect(tighter.wouldBeDenied.length).toBe(tighter.approved.was);
    for (const one of tighter.wouldBeDenied) expect(one).toMatchObject({ limits: first, wasQty: one.orderQty });
    expect(tighter).toMatchObject({ wouldBeApproved: [], unexplained: [] });
  });

  it("are told apart from what the gate decided for another reason", () => {
    const { event } = entries.find((entry) => entry.event.kind === "order.approved")!;
    const { order } = event as EventByKind<"order.approved">;
    const away = entries.map((entry) =>
      entry.event === event ? { ...entry, event: deniedAs(order, "DEPENDENCY_STALE") } : entry,
    );
    const again = simulated(away, recorded);
    expect(again.unexplained).toMatchObject([{ clOrdId: order.clOrdId, was: ["DEPENDENCY_STALE"], wouldBe: [] }]);
    expect(again.wouldBeApproved.map(({ clOrdId }) => clOrdId)).not.toContain(order.clOrdId);
  });
});

const deniedAs = (
  { clOrdId, group, symbol, strategy, rule, side, orderQty }: EventByKind<"order.approved">["order"],
  code: "DEPENDENCY_STALE",
): Event => ({
  kind: "order.denied",
  ...{ clOrdId, group, symbol, strategy, rule, side, orderQty },
  reasons: [{ code, detail: [] }],
});

describe("other limits over a recorded session", () => {
  it("decide as the gate did where they are the same", async () => {
    const same = await readSimulation(recorded, { record });
    expect(same.decided).toBeGreaterThan(5);
    expect(same).toMatchObject({ wouldBeDenied: [], wouldBeApproved: [], byCode: {} });
    expect(same.approved.wouldBe).toBe(same.approved.was);
    expect(renderSimulation(same)).toContain("these limits change nothing");
  });

  it("deny what they are too tight for, each order with its check", async () => {
    const tighter = await readSimulation(limitsWith("maxOrderNotional", "1"), { record });
    const denied = tighter.wouldBeDenied.length;
    expect(denied).toBeGreaterThan(0);
    expect(tighter.byCode).toMatchObject({ NOTIONAL_EXCEEDS_MAX: denied });
    expect(tighter.approved.wouldBe).toBe(tighter.approved.was - denied);
    const [first] = tighter.wouldBeDenied;
    expect(renderSimulation(tighter)).toContain(first?.clOrdId ?? "none");
  });

  it("approve what others denied", async () => {
    const denying = join(record, "denying");
    runBacktestCommand({ seed: 1, minutes: 20, limits: limitsWith("maxOrderNotional", "1"), record: denying });
    const looser = await readSimulation(recorded, { record: denying });
    expect(looser.approved.was).toBe(0);
    expect(looser.wouldBeApproved.length).toBe(looser.approved.wouldBe);
    expect(looser.wouldBeApproved).toContainEqual(expect.objectContaining({ was: ["NOTIONAL_EXCEEDS_MAX"] }));
  });

  it("are of one session where that is asked for, and name those that there are", async () => {
    const { dates } = await readSimulation(recorded, { record });
    const [date = ""] = dates;
    expect(await readSimulation(recorded, { record, session: date })).toMatchObject({ date, dates });
    await expect(readSimulation(recorded, { record, session: "1999-01-04" })).rejects.toThrow(date);
  });

  it("are asked for where the folder is no recording", async () => {
    await expect(readSimulation(recorded, { record: join(record, "none") })).rejects.toThrow("no such file");
  });
});
