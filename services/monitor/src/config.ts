import { z } from "@bowline/config";

/** What the monitor takes from its environment, next to what every service does. */
export const configShape = {
  BOWLINE_ACCOUNT: z.string().regex(/^[A-Z]{1,2}\d+$/, "an account such as DU1234567"),
  /** File with the private key that it signs commands with. */
  BOWLINE_SIGNING_KEY_FILE: z.string().min(1),
  /** File with the bearer token that a command must carry. Reading asks for none. */
  BOWLINE_MONITOR_TOKEN_FILE: z.string().min(1),
};
