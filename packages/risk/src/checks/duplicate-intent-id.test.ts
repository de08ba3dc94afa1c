import { holdsTo } from "../test-laws.ts";
import { duplicateIntentId } from "./duplicate-intent-id.ts";

holdsTo(duplicateIntentId, {
  limits: {},
  passes: { "a new id": { decidedBefore: false } },
  denies: { "an id that was decided on": [{ decidedBefore: true }, { clOrdId: "ORDER000000000000001" }] },
  exit: "is asked",
});
