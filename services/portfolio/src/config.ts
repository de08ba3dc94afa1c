import { z } from "@bowline/config";

/** What portfolio takes from its environment, next to what every service does. */
export const configShape = {
  BOWLINE_ACCOUNT: z.string().regex(/^[A-Z]{1,2}\d+$/, "an account such as DU1234567"),
};
