/**
 * What a code means for the session. LOST: TWS has no line to IB. RESTORED: it has one again, with or without the
 * data subscriptions. CLIENT_ID_IN_USE: another session, or a dead one that TWS still holds. PROTOCOL: the library could not
 * read a message. SOCKET: the connection failed. NOTICE: nothing to do.
 */
export type SessionCodeMeaning =
  | "LOST"
  | "RESTORED_DATA_LOST"
  | "RESTORED_DATA_KEPT"
  | "CLIENT_ID_IN_USE"
  | "PROTOCOL"
  | "SOCKET"
  | "NOTICE";

const MEANINGS: ReadonlyMap<number, SessionCodeMeaning> = new Map<number, SessionCodeMeaning>([
  [1100, "LOST"],
  [2110, "LOST"],
  [1101, "RESTORED_DATA_LOST"],
  [1102, "RESTORED_DATA_KEPT"],
  [326, "CLIENT_ID_IN_USE"],
  [502, "SOCKET"],
  [503, "PROTOCOL"],
  [504, "SOCKET"],
  [505, "PROTOCOL"],
  [506, "PROTOCOL"],
  [507, "PROTOCOL"],
]);

/** What is not in the table is a notice. */
export const meaningOfSessionCode = (code: number): SessionCodeMeaning => MEANINGS.get(code) ?? "NOTICE";

/** Codes under a request's id that do not end the request: delayed data shown, farms connecting, preset changed. */
export const isRequestWarning = (code: number): boolean =>
  (code >= 2100 && code < 2200) || code === 399 || code === 10_167 || code === 10_349;
