import { choice, strict } from "@bowline/config";
import { defineCondition, isOneOf } from "../define-condition.ts";
import { oneOrMore } from "../schema-parts.ts";

const TRADING_DAYS = ["MON", "TUE", "WED", "THU", "FRI"] as const;

export const weekday = defineCondition({
  name: "weekday",
  group: "time",
  doc: "The session is on one of these days of the week.",
  schema: strict({ is: oneOrMore(choice(TRADING_DAYS)) }),
  leaves: ({ is }) => [{ name: "weekday", threshold: is.join(" or "), test: isOneOf("clock.weekday", is) }],
});
