import { connectBus, openSnapshots } from "@bowline/bus";
import { readGroups } from "@bowline/config";
import type { Machine, ServiceContract } from "@bowline/contracts";
import { canonicalJson, type JsonValue, sha256Hex } from "@bowline/kernel";
import { contract as portfolioContract } from "@bowline/portfolio/contract";
import { makePortfolio } from "@bowline/portfolio/machine";
import { readLimits } from "@bowline/risk";
import { contract as gateContract } from "@bowline/risk-gate/contract";
import { makeRiskGate } from "@bowline/risk-gate/machine";
import { figure } from "@bowline/testkit";
import { expect } from "vitest";
import type { LiveSystem } from "./live-system.ts";

const ACCOUNT = "DU1234567";
/** Processes take a snapshot that often where they are started with this. */
export const OFTEN = { BOWLINE_SNAPSHOT_SECONDS: "2" };
const SNAPSHOT_WITHIN_MS = 30_000;

type Folded = { readonly machine: Machine; readonly contract: ServiceContract };
const FOLDED = {
  portfolio: (): Folded => ({ machine: makePortfolio({ accountId: ACCOUNT }), contract: portfolioContract }),
  "risk-gate": ({ files }: LiveSystem): Folded => ({
    machine: makeRiskGate({
      limits: readLimits(files.limits),
      groups: readGroups(files.groups),
      accountId: ACCOUNT,
    }),
    contract: gateContract,
  }),
} as const;

const hashOf = (state: JsonValue): string => sha256Hex(canonicalJson(state));

/** The state of a process as it saved it, at an entry after one. */
async function savedAfter(live: LiveSystem, name: string, afterSeq: number) {
  const bus = await connectBus({ url: live.demo.natsUrl(), name: "e2e-states" });
  try {
    const store = await openSnapshots(bus);
    const newest = async () => {
      const saved = (await store.getAll(name)).map((text) => JSON.parse(text) as { seq: number; state: JsonValue });
      return saved.find(({ seq }) => seq > afterSeq);
    };
    const message = `${name} saved its state after entry ${afterSeq}`;
    await expect.poll(newest, { timeout: SNAPSHOT_WITHIN_MS, interval: 200, message }).toBeDefined();
    const found = await newest();
    if (found === undefined) throw new Error(`no snapshot of ${name}`);
    return { seq: found.seq, hash: hashOf(found.state) };
  } finally {
    await bus.close();
  }
}

/** The state that a machine has after reading the journal from its beginning up to an entry, never interrupted. */
function foldedTo(live: LiveSystem, { machine, contract }: Folded, toSeq: number): string {
  const { consumes, timeframes } = contract;
  for (const entry of live.entries()) {
    const { event, header, seq } = entry;
    if (seq > toSeq) break;
    if (header.machine === machine.name || !consumes.includes(event.kind)) continue;
    if (event.kind === "md.bar" && timeframes?.includes(event.timeframe) === false) continue;
    machine.apply(entry, () => undefined);
  }
  return hashOf(machine.snapshot());
}

/** What a process that was killed knows, some time after an entry, is what one knows that was not: by the hash of its state. */
export async function expectSameState(
  live: LiveSystem,
  name: keyof typeof FOLDED,
  afterSeq = live.entries().at(-1)?.seq ?? 0,
): Promise<void> {
  const saved = await savedAfter(live, name, afterSeq);
  await expect.poll(() => (live.entries().at(-1)?.seq ?? 0) >= saved.seq, { timeout: 10_000 }).toBe(true);
  const folded = foldedTo(live, FOLDED[name](live), saved.seq);
  figure("states that differ", folded === saved.hash ? 0 : 1, "states");
  expect(saved.hash, `${name} at entry ${saved.seq}`).toBe(folded);
}
