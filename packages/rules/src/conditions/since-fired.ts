import { strict } from "@bowline/config";
import { defineCondition } from "../define-condition.ts";
import { whole } from "../schema-parts.ts";

export const sinceFired = defineCondition({
  name: "sinceFired",
  group: "event",
  doc: "The rule has not fired for so many minutes, or not at all in this session.",
  schema: strict({ minMinutes: whole(1, 10_000) }),
  leaves: ({ minMinutes }) => [
    {
      name: "sinceFired",
      threshold: `≥ ${minMinutes} min`,
      test: `rule.fires_in_session == 0 || rule.minutes_since_fired >= ${minMinutes}`,
    },
  ],
});
