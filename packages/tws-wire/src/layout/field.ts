import type { FieldReader } from "../field-reader.ts";

/**
 * One declaration per message, an object whose keys stand in the order of the wire, gives its encoder, its decoder, its
 * type, the values of the property tests and its line in the documentation.
 */

/** Where a field stands: the negotiated version, and the message (what was read of it so far; all of it when writing). */
export interface At {
  readonly version: number;
  readonly message: Readonly<Record<string, unknown>>;
}

/** A value of type T on the wire: one field, several, or none. */
export interface Field<T> {
  readonly shape: Shape;
  write(value: T, out: string[], at: At): void;
  read(reader: FieldReader, name: string, at: At): T;
}

/** A field whose value is no property of its own: its properties are the message's. */
export interface FlatField<T> extends Field<T> {
  readonly isFlat: true;
}

export type Fields = { readonly [name: string]: Field<unknown> };

/** What a field looks like, for those that neither read nor write: documentation and the values of property tests. */
export type Shape =
  | { readonly is: "literal" }
  | {
      readonly is: "integer" | "micros" | "text" | "flag" | "boolean" | "json";
      readonly mayBeAbsent?: boolean;
      /** A value that stands for absent on the wire. */
      readonly never?: number | string | undefined;
    }
  | { readonly is: "words" }
  | { readonly is: "oneOf"; readonly values: readonly unknown[]; readonly isOnWire: boolean }
  | { readonly is: "bits"; readonly names: readonly string[] }
  | { readonly is: "list"; readonly of: Shape; readonly mayBeAbsent?: boolean }
  | {
      readonly is: "group";
      readonly fields: Fields;
      readonly mayBeAbsent?: boolean;
      readonly first?: string;
      readonly empty?: unknown;
    }
  | { readonly is: "gated"; readonly since: number; readonly until: number; readonly of: Shape }
  | { readonly is: "when"; readonly fields: Fields; holds(message: Readonly<Record<string, unknown>>): boolean }
  | { readonly is: "choice"; readonly key: string; readonly variants: Variants }
  | { readonly is: "shaped"; readonly fields: Fields; to(flat: never): unknown };

export type Variants = { readonly [name: string]: { readonly code: string; readonly fields: Fields } };

type ValueOf<F> = F extends Field<infer T> ? T : never;
type Plain<L> = { [K in keyof L]: L[K] extends FlatField<unknown> ? never : K }[keyof L];
type Optional<L> = { [K in Plain<L>]: undefined extends ValueOf<L[K]> ? K : never }[Plain<L>];
type Boxes<L> = { [K in keyof L]: L[K] extends FlatField<infer T> ? { readonly box: T } : never }[keyof L];
type Unbox<B> = [B] extends [never]
  ? unknown
  : (B extends { readonly box: infer T } ? (value: T) => void : never) extends (value: infer All) => void
    ? All
    : never;
type Each<T> = T extends unknown ? { readonly [K in keyof T]: T[K] } : never;

/** The type of a message by its fields. What may be absent is optional. */
export type MessageOf<L> = Each<
  { readonly [K in Exclude<Plain<L>, Optional<L>>]: ValueOf<L[K]> } & {
    readonly [K in Optional<L>]?: ValueOf<L[K]>;
  } & Unbox<Boxes<L>>
>;

const isFlat = (field: Field<unknown>): boolean => "isFlat" in field;

/** Writes an object's properties in the order of its fields. */
export function writeFields(fields: Fields, value: unknown, out: string[], version: number): void {
  const message = value as Readonly<Record<string, unknown>>;
  const at = { version, message };
  for (const [name, field] of Object.entries(fields)) field.write(isFlat(field) ? message : message[name], out, at);
}

/** Reads an object's properties in the order of its fields. Those that are absent are left out. */
export function readFields(fields: Fields, reader: FieldReader, version: number): object {
  const message: Record<string, unknown> = {};
  const at = { version, message };
  for (const [name, field] of Object.entries(fields)) {
    const value = field.read(reader, name, at);
    if (isFlat(field)) Object.assign(message, value);
    else if (value !== undefined) message[name] = value;
  }
  return message;
}

/** The fewest wire fields that a shape can take. */
export function leastFields(shape: Shape): number {
  if (shape.is === "gated" || shape.is === "when") return 0;
  if (shape.is === "oneOf") return shape.isOnWire ? 1 : 0;
  if (shape.is === "shaped") return leastOf(shape.fields);
  if (shape.is !== "group") return 1;
  return shape.mayBeAbsent === true && shape.empty === undefined ? 1 : leastOf(shape.fields);
}

const leastOf = (fields: Fields): number =>
  Object.values(fields).reduce((sum, { shape }) => sum + leastFields(shape), 0);
