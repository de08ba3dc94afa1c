import fc from "fast-check";
import type { Field, Fields } from "./schema/index.ts";

/** Any value that a field allows. */
export function arbitraryOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.type) {
    case "string":
      return fc.stringMatching(/^[A-Za-z0-9-]{1,12}$/);
    case "text":
      return fc.string();
    case "bool":
      return fc.boolean();
    case "int":
    case "qty":
    case "money":
      return fc.maxSafeInteger().map((v) => (v === 0 ? 0 : v));
    case "px":
    case "us":
      return fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
    case "enum":
      return fc.constantFrom(...(field.values ?? []));
    case "message":
      return recordOf(field.message?.fields ?? {});
    case "list":
      return fc.array(recordOf(field.message?.fields ?? {}), { maxLength: 3 });
  }
}

/** Any value of a message, optional fields there or not. */
export function recordOf(fields: Fields): fc.Arbitrary<Record<string, unknown>> {
  const required = Object.keys(fields).filter((key) => !fields[key]?.optional);
  return fc.record(Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, arbitraryOf(field)])), {
    requiredKeys: required,
    noNullPrototype: true,
  });
}
