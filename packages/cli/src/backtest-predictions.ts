import type { Predictions } from "@bowline/backtest";
import type { Groups } from "@bowline/config";
import { DEFAULT_ADMISSION_RULES, makeAdmission } from "@bowline/prediction-ingest/admission";
import { makeDemoPredictor } from "@bowline/prediction-ingest/demo-predictor";
import { takeAvailable } from "@bowline/prediction-ingest/predictions-csv";
import { readPredictionSettings } from "@bowline/prediction-ingest/settings";
import { usageFailure } from "./command.ts";

/**
 * Where a backtest's predictions come from: a CSV by time of availability (or a YAML file that names one), or the demo model;
 * both behind the admission that runs live.
 */
export function backtestPredictions(where: string | undefined, groups: Groups, seed: number): Predictions {
  if (where === undefined) return demoPredictions(groups, seed);
  const { source, rules } = readPredictionSettings(where, groups);
  if (source.type !== "csv")
    throw usageFailure(`--predictions: ${where}: a backtest reads a .csv file; \`demo --record\` writes one`);
  const admission = makeAdmission(groups, rules);
  let cursor: string | undefined;
  return {
    observe: () => undefined,
    poll: (nowUs) => {
      const page = takeAvailable(source.predictions, cursor, nowUs);
      cursor = page.cursor;
      return page.predictions.map((raw) => admission.judge(raw, nowUs));
    },
  };
}

function demoPredictions(groups: Groups, seed: number): Predictions {
  const model = makeDemoPredictor(String(seed), groups.symbols);
  const admission = makeAdmission(groups, DEFAULT_ADMISSION_RULES);
  let cursor: string | undefined;
  return {
    observe: model.observe,
    poll: (nowUs) => {
      const page = model.poll(cursor, nowUs);
      if (page === undefined) return [];
      const known =
        cursor === undefined ? page.predictions.filter((raw) => !admission.isKnown(raw, nowUs)) : page.predictions;
      cursor = page.cursor;
      return known.map((raw) => admission.judge(raw, nowUs));
    },
  };
}
