import { HEADER_FIELDS } from "./header-fields.ts";
import { enumConstant } from "./proto-names.ts";
import type { Field, Fields } from "./schema/index.ts";

export type Plain = Record<string, unknown>;
export type Translation = { toWire(value: Plain): Plain; fromWire(message: Plain): Plain };

/** A value that breaks the contract of its field. */
class ContractError extends Error {
  override name = "ContractError";
}

type Convert = (value: unknown) => unknown;
type Compiled = {
  readonly name: string;
  readonly optional: boolean;
  readonly toWire: Convert;
  readonly fromWire: Convert;
};

/** Translation of a message both ways, checked field by field in both directions. */
export function compileTranslation(fields: Fields): Translation {
  const compiled = Object.entries(fields).map(([name, field]) => compileField(name, field));
  const run = (source: Plain, direction: "toWire" | "fromWire"): Plain => {
    const target: Plain = {};
    for (const field of compiled) {
      const value = source[field.name];
      if (value === undefined || value === null) {
        if (!field.optional) throw new ContractError(`${field.name} is missing`);
        continue;
      }
      target[field.name] = field[direction](value);
    }
    return target;
  };
  return { toWire: (value) => run(value, "toWire"), fromWire: (message) => run(message, "fromWire") };
}

const TYPES: Record<Exclude<Field["type"], "enum" | "message" | "list">, (name: string) => Convert> = {
  string: (name) => expect(name, (v) => typeof v === "string" && v !== "", "non-empty text"),
  text: (name) => expect(name, (v) => typeof v === "string", "text"),
  bool: (name) => expect(name, (v) => typeof v === "boolean", "boolean"),
  int: (name) => expect(name, Number.isSafeInteger, "safe integer"),
  qty: (name) => expect(name, Number.isSafeInteger, "quantity in micros"),
  money: (name) => expect(name, Number.isSafeInteger, "money in micros"),
  px: (name) => expect(name, (v) => Number.isSafeInteger(v) && (v as number) > 0, "positive price in micros"),
  us: (name) => expect(name, (v) => Number.isSafeInteger(v) && (v as number) > 0, "time in microseconds"),
};

function expect(name: string, test: (value: unknown) => boolean, what: string): Convert {
  return (value) => {
    if (!test(value)) throw new ContractError(`${name} is no ${what}: ${String(value)}`);
    return value;
  };
}

function compileField(name: string, field: Field): Compiled {
  return { name, optional: field.optional, ...converters(name, field) };
}

function converters(name: string, field: Field): { toWire: Convert; fromWire: Convert } {
  if (field.type === "enum") return enumConverters(name, field);
  if (field.type === "message" || field.type === "list") {
    const inner = compileTranslation(field.message?.fields ?? {});
    const toWire: Convert = (value) => inner.toWire(value as Plain);
    const fromWire: Convert = (value) => inner.fromWire(value as Plain);
    if (field.type === "message") return { toWire, fromWire };
    return {
      toWire: (values) => (values as unknown[]).map(toWire),
      fromWire: (values) => (values as unknown[]).map(fromWire),
    };
  }
  const convert = TYPES[field.type](name);
  return { toWire: convert, fromWire: convert };
}

function enumConverters(name: string, field: Field): { toWire: Convert; fromWire: Convert } {
  const values = field.values ?? [];
  const numbers = new Map(values.map((value, index) => [value, index + 1]));
  const constants = values.map((value) => enumConstant(field.enumName ?? "", value));
  return {
    toWire: (value) => {
      const number = numbers.get(value as string);
      if (number === undefined) throw new ContractError(`${name} is none of ${values.join(", ")}: ${String(value)}`);
      return number;
    },
    fromWire: (number) => {
      const value = values[(number as number) - 1];
      if (value === undefined) throw new ContractError(`${name} is none of ${constants.join(", ")}: ${String(number)}`);
      return value;
    },
  };
}

export const headerTranslation = compileTranslation(HEADER_FIELDS);
