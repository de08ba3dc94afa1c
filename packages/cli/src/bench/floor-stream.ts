/** Stream of the bare hops, beside the journal on the same server. */
export const FLOOR_STREAM = "FLOOR";
export const FLOOR_SUBJECTS = ["floor.signal", "floor.intent", "floor.approved", "floor.submitted"] as const;
