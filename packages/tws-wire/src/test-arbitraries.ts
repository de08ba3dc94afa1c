import fc, { type Arbitrary } from "fast-check";
import type { Fields, Shape } from "./layout/index.ts";

/** Values of a declaration, as a decoder gives them at one version: what a version or the message leaves out is absent. */

const MICROS = fc.oneof(
  fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
  fc.constantFrom(0, 1, -1, 1_000_000, 187_250_000, 9_006_999_999_999_999),
);
/** The largest int stands for an absent one. */
const INTEGER = fc.oneof(fc.constantFrom(0, 1, -1), fc.integer({ max: 2_147_483_646 }));
const STRING = fc.oneof(
  fc.string({ unit: "grapheme" }).map((value) => value.replaceAll("\0", "")),
  fc.constantFrom("", "AAPL", "None", "?", "é \\u00e9 \\u", "1,234", "a=b;", "STK"),
);
/** What few values decide: a combination, a fund, the orders with fields of their own. */
const SWITCHES: Readonly<Record<string, readonly string[]>> = {
  secType: ["STK", "BAG", "FUND", "OPT"],
  orderType: ["LMT", "MKT", "PEG BENCH", "PEGBENCH", "PEG BEST", "PEG MID", "TRAIL LIMIT"],
  exchange: ["SMART", "IBKRATS"],
  competeAgainstBestOffset: ["0.01", "Infinity", "inf"],
  scalePriceIncrement: ["0.05", "0", "-1"],
};
const ABSENT = fc.constant(undefined);

/** An object's values, with those left out that the fields before them do not call for. */
export function valuesOf(fields: Fields, version: number): Arbitrary<Record<string, unknown>> {
  const parts = Object.entries(fields).map(([name, { shape, ...field }]) => ({
    name,
    shape: within(shape, version),
    isFlat: "isFlat" in field,
  }));
  const all = fc.tuple(...parts.map(({ name, shape }) => valueOf(name, shape, version)));
  return all.map((values) => {
    const message: Record<string, unknown> = {};
    for (const [index, { name, shape, isFlat }] of parts.entries()) {
      const value = values[index];
      if (shape.is === "when" && !shape.holds(message)) continue;
      if (isFlat) Object.assign(message, value);
      else if (value !== undefined) message[name] = value;
    }
    return message;
  });
}

/** The shape at one version: what is not there is a literal, which has no value. */
function within(shape: Shape, version: number): Shape {
  if (shape.is !== "gated") return shape;
  return version >= shape.since && version < shape.until ? within(shape.of, version) : { is: "literal" };
}

function valueOf(name: string, shape: Shape, version: number): Arbitrary<unknown> {
  switch (shape.is) {
    case "literal":
      return ABSENT;
    case "integer":
      return orAbsent(shape, INTEGER);
    case "micros":
      return orAbsent(shape, MICROS);
    case "text":
      return orAbsent(shape, textsOf(name));
    case "boolean":
      return fc.boolean();
    case "flag":
      return fc.constantFrom(true, undefined);
    case "json":
      return fc.option(
        fc.dictionary(fc.string({ unit: "grapheme" }), fc.constantFrom(1, "é \\u", true), { noNullPrototype: true }),
        {
          nil: undefined,
        },
      );
    case "words":
      return fc.array(fc.stringMatching(/^[A-Za-z0-9]{1,8}$/), { maxLength: 4 });
    case "oneOf":
      return fc.constantFrom(...shape.values);
    case "bits":
      return fc.subarray([...shape.names]).map((set) => Object.fromEntries(set.map((each) => [each, true])));
    default:
      return compoundOf(shape, version);
  }
}

type Compound = Extract<Shape, { is: "list" | "group" | "gated" | "when" | "choice" | "shaped" }>;

function compoundOf(shape: Compound, version: number): Arbitrary<unknown> {
  switch (shape.is) {
    case "list": {
      const items = fc.array(valueOf("", shape.of, version), {
        minLength: shape.mayBeAbsent === true ? 1 : 0,
        maxLength: 3,
      });
      return shape.mayBeAbsent === true ? fc.option(items, { nil: undefined }) : items;
    }
    case "group": {
      const values = valuesOf(shape.fields, version).filter((value) => isPresent(shape, value));
      return shape.mayBeAbsent === true ? fc.option(values, { nil: undefined }) : values;
    }
    case "gated":
      return valueOf("", within(shape, version), version);
    case "when":
      return valuesOf(shape.fields, version);
    case "shaped":
      return valuesOf(shape.fields, version).map((flat) => shape.to(flat as never));
    case "choice":
      return fc.oneof(
        ...Object.entries(shape.variants).map(([variant, { fields }]) =>
          valuesOf(fields, version).map((values) => ({ [shape.key]: variant, ...values })),
        ),
      );
  }
}

/** Whether the wire can tell a group from none. */
function isPresent({ first, empty }: Extract<Shape, { is: "group" }>, value: Record<string, unknown>): boolean {
  if (first !== undefined) return value[first] !== "" && value[first] !== "None";
  return empty === undefined || JSON.stringify(value) !== JSON.stringify(empty);
}

const textsOf = (name: string): Arbitrary<string> => {
  const switches = SWITCHES[name];
  return switches === undefined ? STRING : fc.constantFrom(...switches);
};

function orAbsent(
  { mayBeAbsent, never }: { readonly mayBeAbsent?: boolean; readonly never?: unknown },
  values: Arbitrary<unknown>,
): Arbitrary<unknown> {
  const present = values.filter((value) => value !== never && !(mayBeAbsent === true && value === ""));
  return mayBeAbsent === true ? fc.option(present, { nil: undefined }) : present;
}
