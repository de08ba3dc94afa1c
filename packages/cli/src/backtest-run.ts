import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runBacktest } from "@bowline/backtest";
import { type Groups, marketGroups } from "@bowline/config";
import { type Entry, type Event, SCHEMA_VERSION, subjectOf } from "@bowline/contracts";
import {
  formatCsvError,
  makeReplayMarket,
  makeSyntheticMarket,
  type Market,
  SYNTHETIC_PAST_YEARS,
  withMadePast,
} from "@bowline/matching";
import { readMinuteFiles } from "@bowline/matching/files";
import { readLimits } from "@bowline/risk";
import { readStrategy } from "@bowline/rules";
import { type Us, us } from "@bowline/kernel";
import { backtestMachines, machineSights } from "./backtest-machines.ts";
import { backtestPredictions } from "./backtest-predictions.ts";
import { usageFailure } from "./command.ts";
import { type Harvest, makeHarvester } from "./harvest.ts";
import { makeProgressView } from "./progress.ts";
import type { RunFlags } from "./run-flags.ts";
import { prepareInputs } from "./run-inputs.ts";
import { PAPER_ACCOUNT } from "./runner/simulated-services.ts";

/** The machines that run live, on a journal in memory; leaves what a demo leaves. */
export function runBacktestCommand(flags: RunFlags): Harvest {
  const folder = mkdtempSync(join(tmpdir(), "bowline-backtest-"));
  try {
    const inputs = prepareInputs(flags, folder);
    const harvester = makeHarvester({ record: flags.record, inputs });
    const predictions = backtestPredictions(inputs.predictions, inputs.groups, flags.seed);
    const market = openMarket(flags, inputs.groups);
    const strategy = readStrategy(inputs.strategyFile, inputs.groups);
    const view = makeProgressView();
    const startedMs = performance.now();
    let nowUs: Us = us(1);
    let decisions = 0;
    const plans = market.sessions();
    const stepsTotal = plans.reduce((sum, { steps }) => sum + steps, 0);
    runBacktest({
      market,
      groups: inputs.groups,
      machines: backtestMachines({
        groups: inputs.groups,
        strategy,
        limits: readLimits(inputs.limitsFile),
      }),
      ...machineSights(strategy),
      predictions,
      accountId: PAPER_ACCOUNT,
      onEntry: (entry) => {
        nowUs = entry.header.seenUs;
        harvester.add(entry);
      },
      onDecision: (event) => harvester.addDecision(decisionEntry(event, (decisions += 1), nowUs)),
      onProgress: ({ session, step }) => {
        const before = plans.slice(0, session).reduce((sum, { steps }) => sum + steps, 0);
        view.advance({
          stepsDone: before + step,
          stepsTotal,
          sessionDate: plans[session]?.date ?? "",
          finished: false,
        });
      },
    });
    view.end();
    return harvester.finish({ deadLetters: 0, durationMs: Math.round(performance.now() - startedMs) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function openMarket({ data, seed, sessions, minutes }: RunFlags, groups: Groups): Market {
  const size = { ...(sessions === undefined ? {} : { sessions }), ...(minutes === undefined ? {} : { minutes }) };
  if (data === undefined) {
    const made = makeSyntheticMarket({ seed, groups: marketGroups(groups), sessions: 1, ...size });
    return withMadePast(made, { seed: String(seed), years: SYNTHETIC_PAST_YEARS });
  }
  const rows = readMinuteFiles(data, Object.values(marketGroups(groups)).flat());
  if (!rows.ok) throw usageFailure(formatCsvError(rows.error));
  const market = makeReplayMarket(rows.value, size);
  if (market.sessions().length === 0) throw usageFailure(`${data}: no trade in regular hours of a trading day`);
  return market;
}

/** Decision records stand in a stream of their own: here they are numbered as they come. */
function decisionEntry(event: Event, seq: number, nowUs: Us): Entry {
  const header = {
    id: `decision-${seq}`,
    causeId: "",
    causeSeq: seq,
    ordinal: 0,
    correlationId: `decision-${seq}`,
    machine: "strategy",
    epoch: 1,
    build: "backtest",
    configVersion: "backtest",
    eventUs: nowUs,
    seenUs: nowUs,
    schemaVersion: SCHEMA_VERSION,
  };
  return { seq, subject: subjectOf(event), header, event };
}
