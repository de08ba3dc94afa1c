import { defineLint } from "../define-lint.ts";
import { openingsOf } from "./opening.ts";

export const sizeWithoutCap = defineLint({
  code: "SIZE_WITHOUT_CAP",
  doc: "An entry of a fixed number of shares has no cap of its value: in a symbol of ten times the price it is ten times as large.",
  find: ({ rules }) =>
    rules.flatMap((rule) =>
      openingsOf(rule).flatMap(({ size }) => {
        if (size?.plugIn.name !== "quantity") return [];
        const { maxNotional, maxNotionalPercent } = size.params;
        if (maxNotional !== undefined || maxNotionalPercent !== undefined) return [];
        const message = `the size of \`${rule.id}\` has no \`maxNotional\` and no \`maxNotionalPercent\``;
        return [{ at: ["rules", rule.place, "do"], message }];
      }),
    ),
});
