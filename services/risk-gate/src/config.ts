import { z } from "@bowline/config";

/** What the risk gate takes from its environment, next to what every service does. */
export const configShape = {
  /** groups.yaml: the universe. */
  BOWLINE_GROUPS: z.string().min(1),
  /** limits.yaml: every limit, no defaults. */
  BOWLINE_LIMITS: z.string().min(1),
  BOWLINE_ACCOUNT: z.string().regex(/^[A-Z]{1,2}\d+$/, "an account such as DU1234567"),
};
