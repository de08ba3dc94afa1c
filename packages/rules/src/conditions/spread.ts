import { strict } from "@bowline/config";
import { formatMicros } from "@bowline/kernel";
import { defineCondition } from "../define-condition.ts";
import { decimal } from "../schema-parts.ts";

export const spread = defineCondition({
  name: "spread",
  group: "market",
  doc: "Ask minus bid is at most so many hundredths of a percent of the mid.",
  schema: strict({ maxBps: decimal(0, 10_000) }),
  leaves: ({ maxBps }) => [
    {
      name: "spread",
      threshold: `≤ ${formatMicros(maxBps)} bps`,
      test: `market.spread_bps <= ${formatMicros(maxBps)}`,
    },
  ],
});
