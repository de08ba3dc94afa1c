/** What a condition can be: a missing fact makes it UNKNOWN, and UNKNOWN never fires. */
export type Truth = "TRUE" | "FALSE" | "UNKNOWN";

export const truthOf = (value: boolean): Truth => (value ? "TRUE" : "FALSE");
