import { versionMismatchBreaker } from "./version-mismatch-breaker.ts";
import { breaksBy } from "../breaking/test-laws.ts";

breaksBy(versionMismatchBreaker, {
  limits: { breakerVersions: "enforced" },
  over: { "another build": [{ otherBuilds: ["execution", "portfolio"] }, { otherBuilds: "execution portfolio" }] },
  missing: { build: { otherBuilds: undefined } },
});
