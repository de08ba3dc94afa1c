import type { Predictions } from "@bowline/backtest";
import { ConfigFailure, type Groups, readTextFile } from "@bowline/config";
import { DEFAULT_ADMISSION_RULES, makeAdmission } from "@bowline/prediction-ingest/admission";
import { makeDemoPredictor } from "@bowline/prediction-ingest/demo-predictor";
import { parsePredictionsCsv, takeAvailable } from "@bowline/prediction-ingest/predictions-csv";
import { usageFailure } from "./command.ts";

/** Where a backtest's predictions come from: a CSV by time of availability, or the demo model; both behind the admission that runs live. */
export function backtestPredictions(file: string | undefined, groups: Groups, seed: number): Predictions {
  if (file === undefined) return demoPredictions(groups, seed);
  if (!file.endsWith(".csv"))
    throw usageFailure(`--predictions: ${file}: a backtest reads a .csv file; \`demo --record\` writes one`);
  const parsed = parsePredictionsCsv(readTextFile(file, "a CSV of predictions"), file);
  if (!parsed.ok) throw new ConfigFailure(parsed.error);
  const admission = makeAdmission(groups, DEFAULT_ADMISSION_RULES);
  let cursor: string | undefined;
  return {
    observe: () => undefined,
    poll: (nowUs) => {
      const page = takeAvailable(parsed.value, cursor, nowUs);
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
