import { holdsTo } from "../test-laws.ts";
import { selfMatch } from "./self-match.ts";

holdsTo(selfMatch, {
  limits: {},
  passes: { "what meets none of ours": {} },
  denies: { "what would trade with one of ours": [{ crosses: "OTHER" }, { own: "OTHER" }] },
  exit: "is asked",
});
