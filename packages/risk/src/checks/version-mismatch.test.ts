import { holdsTo } from "../test-laws.ts";
import { versionMismatch } from "./version-mismatch.ts";

holdsTo(versionMismatch, {
  limits: {},
  passes: { "the same build": {} },
  denies: {
    "another build": [{ build: "b2" }, { build: "b2", ownBuild: "b1" }],
    "another schema": [{ schemaVersion: 2 }, { schemaVersion: "2", ownSchemaVersion: "1" }],
  },
  needs: { build: { ownBuild: undefined } },
  exit: "is asked",
});
