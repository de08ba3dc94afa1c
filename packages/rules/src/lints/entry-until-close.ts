import { MINUTES_A_SESSION } from "@bowline/kernel";
import { defineLint } from "../define-lint.ts";
import { opens } from "./opening.ts";
import { windowOf } from "./session-window.ts";

export const entryUntilClose = defineLint({
  code: "ENTRY_UNTIL_CLOSE",
  doc: "A rule may open a position in the last minute of a session: it is held overnight, or closed at once.",
  find: ({ rules }) =>
    rules
      .filter((rule) => opens(rule) && windowOf(rule).last >= MINUTES_A_SESSION)
      .map(({ place, id }) => ({
        at: ["rules", place, "id"],
        message: `\`${id}\` may enter until the close: ask for \`time: { minutesToClose: { min: … } }\``,
      })),
});
