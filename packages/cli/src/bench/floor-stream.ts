/** Stream of the bare hops, beside the journal on the same server. */
export const FLOOR_STREAM = "FLOOR";
