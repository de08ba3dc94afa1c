import type { JsonValue } from "@bowline/kernel";

/** Maps and sets as plain JSON, in their order, which is part of a state; what is absent stays absent. */
export function pack(value: unknown): JsonValue {
  if (value instanceof Map) return { $map: [...value].map(([key, item]) => [pack(key), pack(item)]) };
  if (value instanceof Set) return { $set: [...value].map(pack) };
  if (Array.isArray(value)) return value.map(pack);
  if (typeof value !== "object" || value === null) return value as JsonValue;
  const packed: Record<string, JsonValue> = {};
  for (const [key, item] of Object.entries(value)) if (item !== undefined) packed[key] = pack(item);
  return packed;
}

/** What `pack` made, as it was. */
export function unpack(value: JsonValue): unknown {
  if (Array.isArray(value)) return value.map(unpack);
  if (typeof value !== "object" || value === null) return value;
  const { $map, $set, ...rest } = value as { $map?: [JsonValue, JsonValue][]; $set?: JsonValue[] } & Record<
    string,
    JsonValue
  >;
  if ($map !== undefined) return new Map($map.map(([key, item]) => [unpack(key), unpack(item)]));
  if ($set !== undefined) return new Set($set.map(unpack));
  return Object.fromEntries(Object.entries(rest).map(([key, item]) => [key, unpack(item)]));
}
