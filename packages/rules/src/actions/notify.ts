import { choice, strict, z } from "@bowline/config";
import { ALERT_SEVERITIES } from "@bowline/contracts";
import { defineAction } from "../define-action.ts";
import { whole } from "../schema-parts.ts";

const schema = strict({
  severity: choice(ALERT_SEVERITIES).default("INFO"),
  text: z.string({ error: "missing; a text is needed" }).min(1, "a text is needed").max(200, "200 characters at most"),
  /** Of one rule and symbol there is no other alert before so long. */
  cooldownMinutes: whole(1, 10_000).default(1),
});

export const notify = defineAction({
  name: "notify",
  doc: "Raises an alert with a `severity` (INFO, WARNING, CRITICAL) and a `text`. After one, the same rule raises no other about the symbol for `cooldownMinutes`; what else the rule does goes on.",
  claims: [],
  opens: false,
  schema,
  compile: (params) => ({ needs: [], plan: () => ({ type: "notify", ...params }) }),
});
