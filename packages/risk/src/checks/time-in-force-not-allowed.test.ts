import { anOrder } from "@bowline/testkit";
import { holdsTo } from "../test-laws.ts";
import { timeInForceNotAllowed } from "./time-in-force-not-allowed.ts";

holdsTo(timeInForceNotAllowed, {
  limits: { allowedTimesInForce: ["DAY"] },
  passes: { "a time in force on the list": {} },
  denies: { "any other": [{ order: anOrder({ timeInForce: "GTC" }) }, { timeInForce: "GTC" }] },
  exit: "is asked",
  waived: { allowedTimesInForce: "waived" },
});
