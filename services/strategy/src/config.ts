import { z } from "@bowline/config";

/** What the strategy service takes from its environment, next to what every service does. */
export const configShape = {
  /** groups.yaml: ticker groups and their symbols. */
  BOWLINE_GROUPS: z.string().min(1),
  /** The strategy file. */
  BOWLINE_STRATEGY: z.string().min(1),
  BOWLINE_ACCOUNT: z.string().regex(/^[A-Z]{1,2}\d+$/, "an account such as DU1234567"),
};

/** What a shadow takes from its environment. */
export const shadowConfigShape = {
  ...configShape,
  /** The file that is tried out beside BOWLINE_STRATEGY. */
  BOWLINE_CANDIDATE: z.string().min(1),
};
