import { cpus } from "node:os";
import { ENTRIES, type EntryCounts, makeEntries } from "./entries.ts";
import { median } from "../figures.ts";
import { makeDecisions, makeOurs, makeRecords } from "./ours.ts";
import { makeBare, makeJsonRules, makeZen } from "./others.ts";
import { type ServiceLoad, type ServiceRate, measureService } from "./service.ts";
import { type Workload, makeWorkload } from "./workload.ts";

/** Asks all rules about one moment; gives how many hold. */
type Contestant = (at: number) => number | Promise<number>;

export const CONTESTANTS: Readonly<Record<string, (workload: Workload) => Contestant>> = {
  ours: makeOurs,
  "ours, whole decision": makeDecisions,
  "ours, 20 full records": makeRecords,
  "bare interpreter": makeBare,
  "@gorules/zen-engine": makeZen,
  "json-rules-engine": makeJsonRules,
};

/** What ours should be, as a multiple of each. */
const AIMS: Readonly<Record<string, number>> = {
  "bare interpreter": 0.3,
  "@gorules/zen-engine": 60,
  "json-rules-engine": 400,
};

export type RuleFigures = {
  readonly machine: { readonly cpu: string; readonly node: string };
  readonly rules: number;
  readonly conditions: number;
  readonly rounds: number;
  /** How many records an entry led to, where entries go through the machine. */
  readonly recordsPerEntry: number;
  /** Moments a second, each with all rules asked; medians of the rounds. */
  readonly perSecond: Readonly<Record<string, number>>;
  /** Ours as a multiple of each: the median over rounds, as all took turns in each. */
  readonly ratios: Readonly<Record<string, number>>;
  /** The same rules in the strategy service, a process of its own on a real server. */
  readonly service: ServiceRate;
};

export type RuleLoad = {
  readonly rules: number;
  readonly conditions: number;
  readonly rounds: number;
  readonly turnMs: number;
  readonly service: ServiceLoad;
};
const FULL_LOAD: RuleLoad = {
  rules: 20,
  conditions: 4,
  rounds: 9,
  turnMs: 150,
  service: { moments: 9000, rounds: 3 },
};
const MOMENTS = 1000;

/** CPU time of the whole process: zen computes in threads of its own. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Contestants take turns, so that a busy machine slows all of them alike. */
export async function measureRules(onPhase: (phase: string) => void, load = FULL_LOAD): Promise<RuleFigures> {
  const { rules, conditions, rounds, turnMs } = load;
  const workload = makeWorkload(rules, conditions, MOMENTS);
  const counts: EntryCounts = { entries: 0, records: 0 };
  const contestants = [
    ...Object.entries(CONTESTANTS).map(([name, make]) => ({ name, run: make(workload) })),
    { name: ENTRIES, run: makeEntries(workload, counts) },
  ];
  const rates = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    onPhase(round === 0 ? "rules: warming up" : `rules: round ${round} of ${rounds}`);
    for (const { name, run } of contestants) {
      const rate = await momentsPerSecond(run, turnMs);
      if (round > 0) rates.get(name)?.push(rate);
    }
  }
  const ours = rates.get("ours") ?? [];
  return {
    machine: { cpu: cpus()[0]?.model ?? "unknown", node: process.versions.node },
    rules,
    conditions,
    rounds,
    recordsPerEntry: counts.records / counts.entries,
    service: await measureService(onPhase, workload, load.service),
    perSecond: Object.fromEntries([...rates].map(([name, all]) => [name, median(all)])),
    ratios: Object.fromEntries(
      Object.keys(AIMS).map((name) => [
        name,
        median((rates.get(name) ?? []).map((rate, round) => (ours[round] ?? 0) / rate)),
      ]),
    ),
  };
}

async function momentsPerSecond(run: Contestant, turnMs: number): Promise<number> {
  const startedMs = cpuMs();
  let tookMs = 0;
  let asked = 0;
  let step = 1;
  while (tookMs < turnMs) {
    for (let index = 0; index < step; index++) {
      const count = run(asked + index);
      if (typeof count !== "number") await count;
    }
    asked += step;
    tookMs = cpuMs() - startedMs;
    // Looking at the clock is not to be what is measured.
    if (tookMs < turnMs / 20) step *= 2;
  }
  return (asked / tookMs) * 1000;
}

/** The figures as lines for people; the ratios are what carries over to another machine. */
export function renderRuleFigures({
  machine,
  rules,
  conditions,
  rounds,
  perSecond,
  ratios,
  recordsPerEntry,
  service,
}: RuleFigures): readonly string[] {
  return [
    `${rules} rules of ${conditions} conditions on one core; medians of ${rounds} interleaved rounds`,
    `${machine.cpu}, Node ${machine.node}`,
    ...Object.entries(perSecond).map(([name, rate]) => {
      const [ratio, aim] = [ratios[name], AIMS[name]];
      const beside =
        ratio === undefined || aim === undefined ? "" : `  ours is ${showRatio(ratio)} × this (aim ${aim} ×)`;
      if (name === ENTRIES) return entriesLine(rate, perSecond["bare interpreter"] ?? rate, recordsPerEntry);
      return `${name.padEnd(24)}${Math.round(rate).toLocaleString("en-US").padStart(14)} moments/s${beside}`;
    }),
    serviceLine("service, journal before it", service.prefilledPerSecond, service),
    `${serviceLine("service, as they come", service.livePerSecond, service)}; ${count(service.livePerCpuSecond)} for each second of its CPU time (aim ${ENTRIES_AIM})`,
  ];
}

const ENTRIES_AIM = 5000;

const entriesLine = (rate: number, bare: number, records: number): string =>
  `${ENTRIES.padEnd(26)}${Math.round(rate).toLocaleString("en-US").padStart(12)} entries/s  (aim ${ENTRIES_AIM}), ${records.toFixed(2)} records each; the bare interpreter does ${Math.round(bare / rate)} × as many moments`;

const count = (rate: number): string => Math.round(rate).toLocaleString("en-US");

const serviceLine = (name: string, rate: number, { records, entries }: ServiceRate): string =>
  `${name.padEnd(26)}${count(rate).padStart(12)} entries/s, ${(records / entries / 2).toFixed(2)} records each`;

const showRatio = (ratio: number): string => ratio.toFixed(ratio < 10 ? 2 : 0);
