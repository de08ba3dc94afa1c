import type { Entry } from "@bowline/contracts";
import type { Edge } from "@bowline/service-kit";

/** Follows the journal and has nothing to say: the kit reads, decodes and keeps up for it as for any edge. */
export const makeReader = (add: (entry: Entry) => void): Edge => ({
  name: "monitor",
  start: async () => undefined,
  observe: add,
  pending: () => 0,
  turn: async () => undefined,
  stop: async () => undefined,
});
