import { type SessionEffect, dataEffect, ibCode, sessionEffect } from "@bowline/ib-codes";

/** IB's words for an account that may only look: 321 says it, and many other things. */
const READ_ONLY_WORDS = /read-only/i;

/** What a code under no id means for the session; `undefined` for one that the table of codes lacks: it changes nothing. */
export const effectOnSession = (code: number, message: string): SessionEffect | undefined =>
  ibCode("session", code)?.effect === "READ_ONLY" && !READ_ONLY_WORDS.test(message) ? "NOTICE" : sessionEffect(code);

/** Whether a message about an order or a request says that TWS takes no orders at all. */
export const saysReadOnly = (code: number, message: string): boolean =>
  ibCode("session", code)?.effect === "READ_ONLY" && READ_ONLY_WORDS.test(message);

/** Codes under a request's id that leave it open: warnings, and what the table lacks. It ends by its End message or its time-out. */
export const leavesRequestOpen = (code: number): boolean => {
  const effect = dataEffect(code);
  return effect === undefined || effect === "WARNING";
};
