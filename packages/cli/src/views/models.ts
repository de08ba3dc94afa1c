import { type Calibration, makeCalibration } from "@bowline/report";
import type { Row } from "./table.ts";
import type { MakeView } from "./view.ts";

const PLACES = 4;
const share = (value: number | undefined): string => (value === undefined ? "" : value.toFixed(PLACES));

/** What the confidence of each model was worth: a line for the model, and one for each tenth of confidence. */
export const modelsView: MakeView = () => {
  const calibration = makeCalibration();
  return {
    empty: "no predictions yet",
    columns: [
      { key: "model", title: "model" },
      { key: "version", title: "version" },
      { key: "confidence", title: "confidence" },
      { key: "predictions", title: "predictions", align: "right" },
      { key: "judged", title: "judged", align: "right" },
      { key: "open", title: "open", align: "right" },
      { key: "unjudged", title: "unjudged", align: "right" },
      { key: "meanConfidence", title: "mean confidence", align: "right" },
      { key: "hitRate", title: "came true", align: "right" },
      { key: "brier", title: "Brier", align: "right" },
    ],
    add: calibration.add,
    rows: () => calibration.show().flatMap(rowsOf),
  };
};

function rowsOf({ model, version = "", buckets, ...all }: Calibration): readonly Row[] {
  const whole = {
    model,
    version,
    confidence: "all",
    predictions: String(all.predictions),
    judged: String(all.judged),
    open: String(all.open),
    unjudged: String(all.unjudged),
    meanConfidence: share(all.meanConfidence),
    hitRate: share(all.hitRate),
    brier: share(all.brier),
  };
  const tenths = buckets.map(({ from, to, count, meanConfidence, hitRate }) => ({
    model,
    version,
    confidence: `${from.toFixed(1)} to ${to.toFixed(1)}`,
    predictions: "",
    judged: String(count),
    open: "",
    unjudged: "",
    meanConfidence: share(meanConfidence),
    hitRate: share(hitRate),
    brier: "",
  }));
  return [whole, ...tenths];
}
