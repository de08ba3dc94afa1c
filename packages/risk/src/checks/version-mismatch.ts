import { SCHEMA_VERSION } from "@bowline/contracts";
import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";

/** Denies an intent that another build wrote than the gate runs, or in another schema: what one means the other may not. */
export const versionMismatch = defineCheck({
  code: "VERSION_MISMATCH",
  doc: "Who wrote the intent and the gate run the same build and schema.",
  remedy: "Finish the update: start every service from the same build.",
  exemptsReducing: false,
  limits: {},
  check: ({ build, ownBuild, schemaVersion }) => {
    if (ownBuild === undefined) return denyMissing("build");
    if (schemaVersion !== SCHEMA_VERSION)
      return deny({ schemaVersion: String(schemaVersion), ownSchemaVersion: String(SCHEMA_VERSION) });
    return build === ownBuild ? pass : deny({ build, ownBuild });
  },
});
