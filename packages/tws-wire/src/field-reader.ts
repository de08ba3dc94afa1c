import { microsOfDouble, parseMicros } from "@bowline/kernel";
import { UNSET_INT, UNSET_LONG } from "./field-text.ts";
import type { WireFields } from "./framing.ts";

export type DecodeReason =
  | "MISSING"
  | "NOT_AN_INTEGER"
  | "NOT_A_DECIMAL"
  | "NOT_A_BOOLEAN"
  | "NOT_KNOWN"
  | "NOT_JSON"
  | "COUNT_OUT_OF_RANGE"
  | "TRAILING_FIELDS";

/** A message whose fields are not what the negotiated version says. The stream itself is intact. */
export interface DecodeError {
  readonly type: "MALFORMED";
  /** The first field as it came, and its name. */
  readonly messageId: string;
  readonly messageName: string;
  /** The field that failed and what it held, cut to what is worth showing. */
  readonly field: string;
  readonly reason: DecodeReason;
  readonly value: string | undefined;
  /** The request or order id, where it was read before the failure: what an error answer refers to. */
  readonly requestId: number | undefined;
}

/**
 * Reads one message's fields in order. The first failure is kept and every later read gives the default, so a decoder
 * is a straight list of fields and asks for `failure` once, at its end.
 */
export interface FieldReader {
  readonly failure: DecodeError | undefined;
  text(field: string): string;
  /** Empty is 0. */
  int(field: string): number;
  /** Empty, and the largest int or long, are `undefined`. */
  intOrUnset(field: string): number | undefined;
  /** As `int`, and remembered as what an error answer refers to. */
  requestId(field: string): number;
  /** Empty is false. */
  bool(field: string): boolean;
  /** Micros; empty, and the largest double or decimal, are `undefined`. */
  decimal(field: string): number | undefined;
  /** As `decimal`, to the nearest micro: any double, from whichever side. */
  double(field: string): number | undefined;
  /** How many groups follow, each of at least `fieldsEach` fields: never more than the message still holds. */
  count(field: string, fieldsEach: number): number;
  skip(field: string): void;
  /** As `skip`, for what says nothing: it may be missing where the message ends. */
  pass(field: string): void;
  /** The next field as it stands, unread; "" at the end. */
  peek(): string;
  fail(field: string, reason: DecodeReason, value?: string): void;
  /** Says that the message ends here. */
  end(): void;
}

const INTEGER = /^[+-]?\d{1,19}(?:\.0*)?$/;
/** The unset double, as Java, JavaScript and Python each write it, and the unset decimal, which is 2^127 - 1. */
const MAX_DECIMAL = /^(?:1\.7976931348623157[eE]\+?308|170141183460469231731687303715884105727)$/;
/** What a server writes for a size that is not set, where it is no number. */
const INFINITE = /^(?:Infinity|NaN)$/;
const WITH_THOUSANDS = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
/** A double as Java writes it: many digits, or an exponent. */
const DOUBLE = /^[+-]?\d{1,30}(?:\.\d{0,40})?(?:[eE][+-]?\d{1,3})?$/;
/** Clients show the first characters of what was wrong; a hostile field may be long. */
const SHOWN = 80;

function parseInteger(text: string): number | undefined {
  const value = INTEGER.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : undefined;
}

export const isUnsetDecimal = (text: string): boolean => MAX_DECIMAL.test(text);

const isUnset = (text: string): boolean => text === "" || text === UNSET_INT || text === UNSET_LONG;

function parseRounded(text: string): number | undefined {
  const plain = WITH_THOUSANDS.test(text) ? text.replaceAll(",", "") : text;
  return parseMicros(plain) ?? (DOUBLE.test(plain) ? microsOfDouble(Number(plain)) : undefined);
}

type ReaderOptions = {
  /**
   * "in" is a client's message, "out" a server's: that one's decimals may have thousands' commas, more digits than micros
   * have, or an exponent.
   */
  readonly direction?: "in" | "out";
  /** For the error. */
  readonly messageName?: string;
};

/** Reads what stands after the message id. */
export function makeFieldReader(
  fields: WireFields,
  { direction = "in", messageName = "unknown" }: ReaderOptions = {},
): FieldReader {
  const messageId = (fields[0] ?? "").slice(0, SHOWN);
  let next = 1;
  let failure: DecodeError | undefined;
  let requestId: number | undefined;

  const fail: FieldReader["fail"] = (field, reason, value) => {
    failure ??= { type: "MALFORMED", messageId, messageName, field, reason, value: value?.slice(0, SHOWN), requestId };
  };
  const text: FieldReader["text"] = (field) => {
    const value = failure === undefined ? fields[next] : "";
    if (value === undefined) fail(field, "MISSING");
    next += 1;
    return value ?? "";
  };
  const intOf = (field: string, value: string): number => {
    const number = parseInteger(value);
    if (number === undefined) fail(field, "NOT_AN_INTEGER", value);
    return number ?? 0;
  };
  const decimalOf = (field: string, value: string, isRounded: boolean): number | undefined => {
    if (value === "" || isUnsetDecimal(value) || (isRounded && INFINITE.test(value))) return undefined;
    const micros = isRounded ? parseRounded(value) : parseMicros(value);
    if (micros === undefined) fail(field, "NOT_A_DECIMAL", value);
    return micros;
  };
  const int: FieldReader["int"] = (field) => intOf(field, text(field) || "0");

  return {
    get failure() {
      return failure;
    },
    text,
    int,
    intOrUnset(field) {
      const value = text(field);
      return isUnset(value) ? undefined : intOf(field, value);
    },
    requestId(field) {
      const value = int(field);
      if (failure === undefined) requestId = value;
      return value;
    },
    bool(field) {
      const value = text(field);
      if (value !== "" && value !== "0" && value !== "1") fail(field, "NOT_A_BOOLEAN", value);
      return value === "1";
    },
    decimal: (field) => decimalOf(field, text(field), direction === "out"),
    double: (field) => decimalOf(field, text(field), true),
    count(field, fieldsEach) {
      const value = int(field);
      const room = Math.floor((fields.length - next) / fieldsEach);
      if (value < 0 || value > room) fail(field, "COUNT_OUT_OF_RANGE", String(value));
      return failure === undefined ? value : 0;
    },
    skip: (field) => void text(field),
    pass: () => void (next += 1),
    peek: () => fields[next] ?? "",
    fail,
    end() {
      if (failure === undefined && next < fields.length) fail("end", "TRAILING_FIELDS", fields[next]);
    },
  };
}
