import { defineLint } from "../define-lint.ts";
import type { TriggerWord } from "../triggers.ts";

/** These come by themselves, again and again. */
const RECURRING: ReadonlySet<TriggerWord> = new Set<TriggerWord>(["bar", "clock", "every"]);

export const levelWithoutRest = defineLint({
  code: "LEVEL_WITHOUT_REST",
  doc: "A rule that opens positions, or does what nothing stops, fires at every bar or minute while its condition holds.",
  find: ({ rules }) =>
    rules
      .filter(({ on, isEdge, cooldownUs, isCounted, actions }) => {
        const isUnbound = actions.some(({ opens, claims }) => opens || claims.length === 0);
        // A time of day comes once a session.
        const isOnce = on.keys.every((key) => key.startsWith("clock:"));
        return RECURRING.has(on.word) && !isOnce && !isEdge && cooldownUs === 0 && !isCounted && isUnbound;
      })
      .map(({ place, id }) => ({
        at: ["rules", place, "id"],
        message: `\`${id}\` fires each time while its condition holds: give it \`mode: edge\`, \`cooldownMinutes\` or \`maxFires\``,
      })),
});
