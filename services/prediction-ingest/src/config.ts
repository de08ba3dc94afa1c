import { z } from "@bowline/config";

/** What prediction-ingest takes from its environment, next to what every service does. */
export const configShape = {
  /** groups.yaml: the symbols that predictions may name. */
  BOWLINE_GROUPS: z.string().min(1),
  /** Where predictions come from: an http(s) address, a CSV file, or a YAML file with all settings. */
  BOWLINE_PREDICTIONS: z.string().min(1),
  /** File with the API's bearer token, where no YAML file names one. */
  BOWLINE_PREDICTIONS_TOKEN_FILE: z.string().min(1).optional(),
};
