import type { Money, Px, Qty, Us } from "@bowline/kernel";

/** How one field of an event looks in TypeScript, on the wire, and to a reader. */
export type Field<T = unknown> = {
  readonly type: FieldType;
  readonly doc: string;
  readonly optional: boolean;
  readonly values?: readonly string[];
  readonly enumName?: string;
  readonly message?: MessageSchema;
  /** Never present at run time: carries the TypeScript type. */
  readonly as?: T;
};

export type FieldType =
  | "string"
  | "text"
  | "bool"
  | "int"
  | "px"
  | "qty"
  | "money"
  | "us"
  | "enum"
  | "message"
  | "list";

/** The fields of a message in wire order: the position (plus one, or plus two behind a header) is the field number. */
export type Fields = { readonly [name: string]: Field };

/** A nested message: its protobuf name and its fields. */
export type MessageSchema = { readonly name: string; readonly doc: string; readonly fields: Fields };

type RequiredKeys<F extends Fields> = { [K in keyof F]: undefined extends TypeOf<F[K]> ? never : K }[keyof F];
type OptionalKeys<F extends Fields> = Exclude<keyof F, RequiredKeys<F>>;
type TypeOf<F> = F extends Field<infer T> ? T : never;

/** The TypeScript type that a set of fields describes. */
export type Shape<F extends Fields> = { readonly [K in RequiredKeys<F>]: TypeOf<F[K]> } & {
  readonly [K in OptionalKeys<F>]?: TypeOf<F[K]>;
};

const field = <T>(type: FieldType, doc: string, rest: Omit<Partial<Field>, "as"> = {}): Field<T> => ({
  type,
  doc,
  optional: false,
  ...rest,
});

/** A name or id: never empty. */
export const string = (doc: string): Field<string> => field("string", doc);
/** Free text: may be empty. */
export const text = (doc: string): Field<string> => field("text", doc);
export const bool = (doc: string): Field<boolean> => field("bool", doc);
/** A safe integer. */
export const int = (doc: string): Field<number> => field("int", doc);
/** A price in micros: positive. */
export const pxField = (doc: string): Field<Px> => field("px", doc);
/** A quantity in micros of a share. */
export const qtyField = (doc: string): Field<Qty> => field("qty", doc);
export const moneyField = (doc: string): Field<Money> => field("money", doc);
/** Unix microseconds: positive. */
export const usField = (doc: string): Field<Us> => field("us", doc);
/** One of a closed set; on the wire an enum whose zero is refused. */
export const oneOf = <const V extends string>(enumName: string, values: readonly V[], doc: string): Field<V> =>
  field("enum", doc, { enumName, values });
export const nested = <F extends Fields>(
  schema: { readonly name: string; readonly doc: string; readonly fields: F },
  doc: string,
): Field<Shape<F>> => field("message", doc, { message: schema });
export const list = <F extends Fields>(
  schema: { readonly name: string; readonly doc: string; readonly fields: F },
  doc: string,
): Field<readonly Shape<F>[]> => field("list", doc, { message: schema });
/** May be absent; absent is `undefined`, never a sentinel. */
export const optional = <T>(inner: Field<T>): Field<T | undefined> =>
  ({ ...inner, optional: true }) as Field<T | undefined>;

/** Declares a nested message. */
export const message = <F extends Fields>(
  name: string,
  doc: string,
  fields: F,
): { readonly name: string; readonly doc: string; readonly fields: F } => ({ name, doc, fields });
