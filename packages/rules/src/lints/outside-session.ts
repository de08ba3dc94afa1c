import { MINUTES_A_SESSION } from "@bowline/kernel";
import { defineLint } from "../define-lint.ts";
import { windowOf } from "./session-window.ts";

export const outsideSession = defineLint({
  code: "OUTSIDE_SESSION",
  doc: "A rule that acts on orders can only fire when regular trading is over, or has not begun.",
  find: ({ rules }) =>
    rules
      .filter((rule) => {
        const { first, last } = windowOf(rule);
        return (first >= MINUTES_A_SESSION || last < 0) && rule.actions.some(({ claims }) => claims.length > 0);
      })
      .map(({ place, id }) => ({
        at: ["rules", place, "id"],
        message: `\`${id}\` only fires outside of regular trading, 09:30 to 16:00`,
      })),
});
