import { indicatorOf, withDefaults } from "@bowline/indicators";
import type { CompiledStrategy } from "../compiled.ts";
import { defineLint } from "../define-lint.ts";
import { factsIn } from "../expression/tree.ts";
import { windowOf } from "./session-window.ts";

export const coldIndicator = defineLint({
  code: "COLD_INDICATOR",
  doc: "A rule only fires at times when an indicator that begins with each session has no value yet.",
  find: ({ rules, indicators }) =>
    rules.flatMap((rule) => {
      const { last } = windowOf(rule);
      return rule.requirements
        .flatMap(({ tree }) => factsIn(tree))
        .flatMap(({ name }) => {
          const warm = warmAt(indicators, name);
          if (warm <= last) return [];
          const message = `\`${rule.id}\` fires until minute ${last} of the session, and ${name} has no value before minute ${warm}`;
          return [{ at: ["rules", rule.place, "when"], message }];
        });
    }),
});

/** Minutes after the open at which an indicator of the session has its first value; 0 for all others. */
function warmAt(indicators: CompiledStrategy["indicators"], fact: string): number {
  const spec = indicators[fact.slice("ind.".length)]?.spec;
  const known = spec === undefined || !fact.startsWith("ind.") ? undefined : indicatorOf(spec.indicator);
  if (known?.memory !== "session" || known.name === "pivotPoints") return 0;
  return withDefaults(known.params, spec?.params)["minutes"] ?? 1;
}
