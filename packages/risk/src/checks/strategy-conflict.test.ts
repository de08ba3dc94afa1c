import { holdsTo } from "../test-laws.ts";
import { strategyConflict } from "./strategy-conflict.ts";

holdsTo(strategyConflict, {
  limits: { strategyConflict: "enforced" },
  passes: { "what no other strategy stands against": {} },
  denies: { "what another strategy stands against": [{ opposing: "fade" }, { strategy: "fade" }] },
  exit: "passes",
  waived: { strategyConflict: "waived" },
});
