import { assert } from "@bowline/kernel";
import { intText } from "../field-text.ts";
import {
  type Field,
  type Fields,
  type FlatField,
  leastFields,
  type MessageOf,
  readFields,
  type Variants,
  writeFields,
} from "./field.ts";

/** Fields that are made of fields. */

type AnyField = Field<unknown>;
type ValueOf<F> = F extends Field<infer T> ? T : never;
type Gated<F> = F extends FlatField<infer T> ? FlatField<Partial<T>> : Field<ValueOf<F> | undefined>;

/** There from one version on, up to but not including another. */
export function between<F extends AnyField>(since: number, until: number, field: F): Gated<F> {
  const isThere = (version: number): boolean => version >= since && version < until;
  const gated: AnyField = {
    ...field,
    shape: { is: "gated", since, until, of: field.shape },
    write: (value, out, at) => void (isThere(at.version) && field.write(value, out, at)),
    read: (reader, name, at) => (isThere(at.version) ? field.read(reader, name, at) : undefined),
  };
  return gated as Gated<F>;
}

export const since = <F extends AnyField>(version: number, field: F): Gated<F> => between(version, Infinity, field);
export const until = <F extends AnyField>(version: number, field: F): Gated<F> => between(0, version, field);

/** An object's fields, one after the other. */
export const group = <const L extends Fields>(fields: L): Field<MessageOf<L>> => ({
  shape: { is: "group", fields },
  write: (value, out, at) => writeFields(fields, value, out, at.version),
  read: (reader, _name, at) => readFields(fields, reader, at.version) as MessageOf<L>,
});

/** How many, then each. The count is never more than the message still holds. */
export const list = <T>(item: Field<T>): Field<readonly T[]> => ({
  shape: { is: "list", of: item.shape },
  write(value, out, at) {
    out.push(intText(value.length));
    for (const each of value) item.write(each, out, at);
  },
  read(reader, name, at) {
    const count = reader.count(name, Math.max(1, leastFields(item.shape)));
    return Array.from({ length: count }, () => item.read(reader, name, at));
  },
});

/** As `list`; absent where it is empty. */
export const listOr = <T>(item: Field<T>): Field<readonly T[] | undefined> => {
  const all = list(item);
  return {
    shape: { is: "list", of: item.shape, mayBeAbsent: true },
    write: (value, out, at) => all.write(value ?? [], out, at),
    read(reader, name, at) {
      const value = all.read(reader, name, at);
      return value.length === 0 ? undefined : value;
    },
  };
};

/** Fields that are there only where the message so far says so. */
export const when = <const L extends Fields>(
  holds: (message: Readonly<Record<string, unknown>>) => boolean,
  fields: L,
): FlatField<Partial<MessageOf<L>>> => ({
  isFlat: true,
  shape: { is: "when", holds, fields },
  write: (value, out, at) => void (holds(at.message) && writeFields(fields, value, out, at.version)),
  read: (reader, _name, at) =>
    (holds(at.message) ? readFields(fields, reader, at.version) : {}) as Partial<MessageOf<L>>,
});

/** 0; or 1 and the fields. */
export const flagged = <const L extends Fields>(fields: L): Field<MessageOf<L> | undefined> => ({
  shape: { is: "group", fields, mayBeAbsent: true },
  write(value, out, at) {
    out.push(value === undefined ? "0" : "1");
    if (value !== undefined) writeFields(fields, value, out, at.version);
  },
  read: (reader, name, at) =>
    reader.bool(name) ? (readFields(fields, reader, at.version) as MessageOf<L>) : undefined,
});

/** A group whose first field is text: empty, and nothing follows. */
export function named<const L extends Fields>(fields: L): Field<MessageOf<L> | undefined> {
  const [[first, head] = [], ...rest] = Object.entries(fields);
  assert(first !== undefined && head !== undefined, "a named group has a first field");
  const others = Object.fromEntries(rest);
  return {
    shape: { is: "group", fields, mayBeAbsent: true, first },
    write(value, out, at) {
      if (value === undefined) out.push("");
      else writeFields(fields, value, out, at.version);
    },
    read(reader, _name, at) {
      const name = reader.text(first);
      if (name === "") return undefined;
      return { [first]: name, ...readFields(others, reader, at.version) } as MessageOf<L>;
    },
  };
}

/** A group that is absent where it is as `empty`, which is what is written for it then. */
export const groupOr = <const L extends Fields>(fields: L, empty: MessageOf<L>): Field<MessageOf<L> | undefined> => ({
  shape: { is: "group", fields, mayBeAbsent: true, empty },
  write: (value, out, at) => writeFields(fields, value ?? empty, out, at.version),
  read(reader, _name, at) {
    const value = readFields(fields, reader, at.version);
    return JSON.stringify(value) === JSON.stringify(empty) ? undefined : (value as MessageOf<L>);
  },
});

type Choice<Key extends string, V extends Variants> = {
  [N in keyof V]: { readonly [K in Key]: N } & MessageOf<V[N]["fields"]>;
}[keyof V];

/** A code that says which fields follow; `key` names the variant. */
export const choice = <const Key extends string, const V extends Variants>(
  key: Key,
  variants: V,
): FlatField<Choice<Key, V>> => ({
  isFlat: true,
  shape: { is: "choice", key, variants },
  write(value, out, at) {
    const variant = variants[(value as Readonly<Record<string, string>>)[key] ?? ""];
    assert(variant !== undefined, `${key} is one of ${Object.keys(variants).join(", ")}`);
    out.push(variant.code);
    writeFields(variant.fields, value, out, at.version);
  },
  read(reader, _name, at) {
    const code = reader.text(key);
    const found = Object.entries(variants).find(([, variant]) => variant.code === code);
    if (found === undefined) reader.fail(key, "NOT_KNOWN", code);
    const read = found === undefined ? {} : readFields(found[1].fields, reader, at.version);
    return { [key]: found?.[0], ...read } as Choice<Key, V>;
  },
});

/** Fields whose order on the wire is not how their values belong together: `to` and `from` sort them. */
export const shaped = <const L extends Fields, T extends object>(
  fields: L,
  to: (flat: MessageOf<L>) => T,
  from: (value: T) => MessageOf<L>,
): FlatField<T> => ({
  isFlat: true,
  shape: { is: "shaped", fields, to },
  write: (value, out, at) => writeFields(fields, from(value), out, at.version),
  read: (reader, _name, at) => to(readFields(fields, reader, at.version) as MessageOf<L>),
});
