import { z } from "@bowline/config";

/** What the risk gate takes from its environment, next to what every service does. */
export const configShape = {
  /** File with the private key that it signs approvals and trading states with. */
  BOWLINE_SIGNING_KEY_FILE: z.string().min(1),
  /** File with the public keys that it believes: its own, and the operators'. */
  BOWLINE_TRUSTED_KEYS: z.string().min(1),
  /** groups.yaml: the universe. */
  BOWLINE_GROUPS: z.string().min(1),
  /** limits.yaml: every limit, no defaults. */
  BOWLINE_LIMITS: z.string().min(1),
  BOWLINE_ACCOUNT: z.string().regex(/^[A-Z]{1,2}\d+$/, "an account such as DU1234567"),
};
