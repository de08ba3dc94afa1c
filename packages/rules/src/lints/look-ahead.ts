import { defineLint } from "../define-lint.ts";
import { factsIn } from "../expression/tree.ts";
import { windowOf } from "./session-window.ts";

/** Of the session so far: there is none of it before its first minute closed. */
const OF_THE_SESSION: ReadonlySet<string> = new Set(["market.open", "market.high", "market.low", "market.volume"]);

export const lookAhead = defineLint({
  code: "LOOK_AHEAD",
  doc: "A rule asks at the open, or before it, for what the session only shows later, such as its high: it is UNKNOWN then.",
  find: ({ rules }) =>
    rules.flatMap((rule) => {
      if (windowOf(rule).last > 0) return [];
      const later = rule.requirements
        .flatMap(({ tree }) => factsIn(tree))
        .map(({ name }) => name)
        .filter((name) => OF_THE_SESSION.has(name));
      return [...new Set(later)].map((name) => ({
        at: ["rules", rule.place, "when"],
        message: `\`${rule.id}\` is asked before the first minute has closed, when nobody knows ${name}`,
      }));
    }),
});
