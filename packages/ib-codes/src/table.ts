import { CANCEL_CODES, MODIFY_CODES } from "./change-codes.ts";
import type { CodeContext, CodeRow, DataEffect, OrderContext, OrderEffect, SessionEffect } from "./code-row.ts";
import { DATA_CODES } from "./data-codes.ts";
import { PLACE_CODES } from "./place-codes.ts";
import { SESSION_CODES } from "./session-codes.ts";

/** Every code of IB that we know, once for each context in which it has a meaning. There is no second list. */
export const IB_CODE_ROWS: readonly CodeRow[] = [
  ...PLACE_CODES,
  ...MODIFY_CODES,
  ...CANCEL_CODES,
  ...DATA_CODES,
  ...SESSION_CODES,
];

const keyOf = (context: CodeContext, code: number): string => `${context} ${code}`;
const ROWS: ReadonlyMap<string, CodeRow> = new Map(IB_CODE_ROWS.map((row) => [keyOf(row.context, row.code), row]));

/** `undefined` for a code that the context does not have: it changes nothing, and a person is told. */
export const ibCode = (context: CodeContext, code: number): CodeRow | undefined => ROWS.get(keyOf(context, code));

export const orderEffect = (context: OrderContext, code: number): OrderEffect | undefined =>
  ibCode(context, code)?.effect as OrderEffect | undefined;
export const dataEffect = (code: number): DataEffect | undefined =>
  ibCode("data", code)?.effect as DataEffect | undefined;
export const sessionEffect = (code: number): SessionEffect | undefined =>
  ibCode("session", code)?.effect as SessionEffect | undefined;
