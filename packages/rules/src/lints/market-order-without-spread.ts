import { defineLint } from "../define-lint.ts";
import { factsIn } from "../expression/tree.ts";
import { openingsOf } from "./opening.ts";

export const marketOrderWithoutSpread = defineLint({
  code: "MARKET_ORDER_WITHOUT_SPREAD",
  doc: "A rule enters at the market and does not look at the spread: it pays whatever stands there.",
  find: ({ rules }) =>
    rules
      .filter(
        (rule) =>
          openingsOf(rule).some(({ order }) => order === "market") &&
          !rule.requirements.some(({ tree }) => factsIn(tree).some(({ name }) => name.startsWith("market.spread"))),
      )
      .map(({ place, id }) => ({
        at: ["rules", place, "do"],
        message: `\`${id}\` enters at the market whatever the spread is: ask for \`spread: { maxBps: … }\``,
      })),
});
