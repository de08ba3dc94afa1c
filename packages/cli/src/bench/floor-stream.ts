/** Stream of the bare hops, beside the journal on the same server. */
export const FLOOR_STREAM = "FLOOR";

/** The bare tick is core NATS, as ours is; the rest goes through the stream. */
export const FLOOR = {
  tick: "floortick",
  quote: "floor.quote",
  signal: "floor.signal",
  intent: "floor.intent",
  approved: "floor.approved",
  submitted: "floor.submitted",
  /** An approval whose order is synced and written, and journaled nowhere. */
  alone: "floor.alone",
} as const;

export const FLOOR_ROLES = ["execution", "feed", "strategy", "gate"] as const;
export type FloorRole = (typeof FLOOR_ROLES)[number];

/** About the size of an approval. */
export const PAYLOAD_BYTES = 400;
