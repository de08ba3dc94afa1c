import { ruleLimit } from "../limits/list-limits.ts";
import { WAIVED } from "../limits/limit.ts";
import { calm, over } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Halts everything while services run different builds: what one means the other may not. */
export const versionMismatchBreaker = defineBreaker({
  code: "VERSION_MISMATCH_BREAKER",
  doc: "Every service runs the same build.",
  remedy: "Finish the update: start every service from the same build, then resume.",
  watches: "SYSTEM",
  trips: "HALTED",
  inSession: false,
  limits: {
    breakerVersions: ruleLimit("Every machine that holds a lease runs the build of the gate.", {
      careful: "enforced",
      normal: "enforced",
    }),
  },
  look: ({ otherBuilds }, { breakerVersions }) => {
    if (breakerVersions === WAIVED || otherBuilds?.length === 0) return calm;
    return over(otherBuilds === undefined ? { missing: "build" } : { otherBuilds: otherBuilds.join(" ") });
  },
});
