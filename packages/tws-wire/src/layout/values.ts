import {
  UNSET_DOUBLE,
  decimalText,
  escapedText,
  intText,
  type UNSET_INT,
  type UNSET_LONG,
  unescapedText,
} from "../field-text.ts";
import { type DecodeReason, type FieldReader, isUnsetDecimal } from "../field-reader.ts";
import type { Field, FlatField } from "./field.ts";

/** The kinds of a single field on the wire. */

/** A field that says nothing: a message's own version, what is no longer used. Written as given, read past. */
export const literal = (text: string): FlatField<unknown> => ({
  isFlat: true,
  shape: { is: "literal" },
  write: (_value, out) => void out.push(text),
  read: (reader, name) => reader.pass(name),
});

/** An integer; empty is 0. */
export const int: Field<number> = {
  shape: { is: "integer" },
  write: (value, out) => void out.push(intText(value)),
  read: (reader, name) => reader.int(name),
};

/** As `int`, and what an error answer refers to. */
export const requestId: Field<number> = { ...int, read: (reader, name) => reader.requestId(name) };

/** What is written where a value is absent. Read, it is absent, as are an empty field and the largest value of a type. */
type Unset = "" | "0" | "-1" | typeof UNSET_INT | typeof UNSET_LONG;

export const intOr = (unset: Unset, never = unset): Field<number | undefined> => ({
  shape: { is: "integer", mayBeAbsent: true, never: never === "" ? undefined : Number(never) },
  write: (value, out) => void out.push(value === undefined ? unset : intText(value)),
  read(reader, name) {
    const value = reader.intOrUnset(name);
    return never !== "" && value === Number(never) ? undefined : value;
  },
});

/** An integer for which clients write 0 or nothing where it is not set. */
export const intOrNothing = intOr("", "0");

/** An integer that has a usual value: what is absent is written as that. */
export const intElse = (usual: number): Field<number | undefined> => ({
  shape: { is: "integer" },
  write: (value, out) => void out.push(intText(value ?? usual)),
  read: (reader, name) => reader.intOrUnset(name) ?? usual,
});

/** Micros; empty is 0. */
export const micros: Field<number> = {
  shape: { is: "micros" },
  write: (value, out) => void out.push(decimalText(value)),
  read: (reader, name) => reader.decimal(name) ?? 0,
};

/** As `micros`, to the nearest: what a client computed, and no order. */
export const roundedMicros: Field<number> = { ...micros, read: (reader, name) => reader.double(name) ?? 0 };

/** As `roundedMicros`; absent where it is not set. */
export const roundedMicrosOr: Field<number | undefined> = {
  shape: { is: "micros", mayBeAbsent: true },
  write: (value, out) => void out.push(decimalText(value)),
  read: (reader, name) => reader.double(name),
};

/** Micros that have a usual value: what is absent is written as that. */
export const microsElse = (usual: number): Field<number | undefined> => ({
  shape: { is: "micros" },
  write: (value, out) => void out.push(decimalText(value ?? usual)),
  read: (reader, name) => reader.decimal(name) ?? usual,
});

export { UNSET_DOUBLE };

/** Micros. "0.0" is what TWS writes for a price that does not apply, and told apart from a price of 0. */
export const microsOr = (unset: "" | "0" | "0.0" | "-1" | "-2" | typeof UNSET_DOUBLE): Field<number | undefined> => ({
  shape: {
    is: "micros",
    mayBeAbsent: true,
    never: unset.startsWith("-") || unset === "0" ? Number(unset) * 1e6 : undefined,
  },
  write: (value, out) => void out.push(value === undefined ? unset : decimalText(value)),
  read(reader, name) {
    const text = reader.peek();
    const value = reader.decimal(name);
    const isUnset = text === unset || (unset !== "0.0" && unset !== "" && value === Number(unset) * 1e6);
    return isUnset ? undefined : value;
  },
});

export const text: Field<string> = {
  shape: { is: "text" },
  write: (value, out) => void out.push(value),
  read: (reader, name) => reader.text(name),
};

/** A property that this message does not carry: nothing on the wire, and always the same. */
export const notCarried = <T>(value: T): Field<T> => ({
  shape: { is: "oneOf", values: [value], isOnWire: false },
  write: () => undefined,
  read: () => value,
});

/** One of a few words. */
export const oneOf = <const W extends string>(...values: readonly W[]): Field<W> => ({
  shape: { is: "oneOf", values, isOnWire: true },
  write: (value, out) => void out.push(value),
  read(reader, name) {
    const value = reader.text(name);
    const found = values.find((each) => each === value);
    if (found === undefined) reader.fail(name, "NOT_KNOWN", value);
    return found ?? (values[0] as W);
  },
});

/** Text that is absent where it is empty, or where it is what TWS writes for nothing. */
export const textOr = (unset = "", never = unset): Field<string | undefined> => ({
  shape: { is: "text", mayBeAbsent: true, never },
  write: (value, out) => void out.push(value ?? unset),
  read(reader, name) {
    const value = reader.text(name);
    return value === "" || value === never ? undefined : value;
  },
});

/** Text for which another is read where the wire has one of the words: the default that some clients write. */
export const textFor = (words: readonly string[], meant: string): Field<string> => ({
  shape: { is: "text", never: words[0] },
  write: (value, out) => void out.push(value),
  read(reader, name) {
    const value = reader.text(name);
    return words.includes(value) ? meant : value;
  },
});

/** A number that is carried but not acted on: its text, "" where it is not set. */
export const amountText: Field<string> = {
  shape: { is: "text" },
  write: (value, out) => void out.push(value),
  read(reader, name) {
    const value = reader.text(name);
    return isUnsetDecimal(value) ? "" : value;
  },
};

/** As `amountText`; absent where it is not set. */
export const amount: Field<string | undefined> = {
  shape: { is: "text", mayBeAbsent: true, never: "" },
  write: (value, out) => void out.push(value ?? ""),
  read: (reader, name, at) => amountText.read(reader, name, at) || undefined,
};

/** A field that follows from others: written, and read past. */
export const derived = (textOf: (message: Readonly<Record<string, unknown>>) => string): FlatField<unknown> => ({
  isFlat: true,
  shape: { is: "literal" },
  write: (_value, out, at) => void out.push(textOf(at.message)),
  read: (reader, name) => reader.pass(name),
});

/** Text whose characters beyond ASCII are written as \uXXXX. */
export const asciiText: Field<string> = {
  shape: { is: "text" },
  write: (value, out) => void out.push(escapedText(value)),
  read: (reader, name) => unescapedText(reader.text(name)),
};

export const bool: Field<boolean> = {
  shape: { is: "boolean" },
  write: (value, out) => void out.push(value ? "1" : "0"),
  read: (reader, name) => reader.bool(name),
};

/** True, or absent. */
export const flag: Field<boolean | undefined> = {
  shape: { is: "flag" },
  write: (value, out) => void out.push(value === true ? "1" : "0"),
  read: (reader, name) => (reader.bool(name) ? true : undefined),
};

/** "true" or "false", in words. */
export const boolWord: Field<boolean> = {
  shape: { is: "boolean" },
  write: (value, out) => void out.push(String(value)),
  read: (reader, name) => reader.text(name) === "true",
};

/** Words with commas between them. */
export const words: Field<readonly string[]> = {
  shape: { is: "words" },
  write: (value, out) => void out.push(value.join(",")),
  read: (reader, name) =>
    reader
      .text(name)
      .split(",")
      .map((word) => word.trim())
      .filter((word) => word !== ""),
};

/** An object as JSON, in ASCII; absent where the field is empty. A client dies of anything else, so it is a value here. */
export const json: Field<{ readonly [key: string]: unknown } | undefined> = {
  shape: { is: "json", mayBeAbsent: true },
  write: (value, out) => void out.push(value === undefined ? "" : escapedText(JSON.stringify(value))),
  read: (reader, name) => parsed(reader, name, unescapedText(reader.text(name))),
};

function parsed(reader: FieldReader, name: string, value: string): { readonly [key: string]: unknown } | undefined {
  if (value === "") return undefined;
  const reason: DecodeReason = "NOT_JSON";
  try {
    const object: unknown = JSON.parse(value);
    if (typeof object === "object" && object !== null) return object as { readonly [key: string]: unknown };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  reader.fail(name, reason, value);
  return undefined;
}

/** Flags in one number, the lowest bit first. */
export const bits = <const Names extends readonly string[]>(
  ...names: Names
): FlatField<{ readonly [K in Names[number]]?: boolean | undefined }> => ({
  isFlat: true,
  shape: { is: "bits", names },
  write(value, out) {
    const flags = value as Readonly<Record<string, boolean | undefined>>;
    out.push(String(names.reduce((sum, name, bit) => sum + (flags[name] === true ? 2 ** bit : 0), 0)));
  },
  read(reader, name) {
    const mask = reader.int(name);
    const set = names.filter((_name, bit) => Math.floor(mask / 2 ** bit) % 2 === 1);
    return Object.fromEntries(set.map((each) => [each, true])) as { readonly [K in Names[number]]?: boolean };
  },
});
