import { defineLint } from "../define-lint.ts";
import { contradictedIn } from "./bounds.ts";

export const contradiction = defineLint({
  code: "CONTRADICTION",
  doc: "What a rule requires of one fact can never hold together, such as above 70 and below 30, or a confidence above 1.",
  find: ({ rules }) =>
    rules.flatMap(({ id, place, requirements }) =>
      contradictedIn(requirements).map((name) => ({
        at: ["rules", place, "when"],
        message: `\`${id}\` never fires: what it requires of ${name} excludes itself`,
      })),
    ),
});
