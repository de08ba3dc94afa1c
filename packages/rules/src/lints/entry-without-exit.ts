import { defineLint } from "../define-lint.ts";

export const entryWithoutExit = defineLint({
  code: "ENTRY_WITHOUT_EXIT",
  doc: "A rule opens positions, and no rule closes any: only the bracket ends them, be it overnight.",
  find: ({ rules }) => {
    const closes = rules.some(({ actions }) =>
      actions.some(({ opens, claims }) => !opens && claims.includes("position")),
    );
    if (closes) return [];
    return rules
      .filter(({ actions }) => actions.some(({ opens }) => opens))
      .map(({ place, id }) => ({
        at: ["rules", place, "do"],
        message: `\`${id}\` opens positions, and no rule closes them: add one, such as an exit before the close`,
      }));
  },
});
