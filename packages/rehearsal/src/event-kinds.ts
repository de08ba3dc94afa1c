import { EVENT_DEFINITIONS, type EventKind } from "@bowline/contracts";

/** Every kind of event that a script can wait for. */
export const eventKinds: readonly EventKind[] = EVENT_DEFINITIONS.map(({ kind }) => kind);
