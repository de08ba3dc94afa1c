import { decodeServerMessage, type ServerMessage, type WireFields } from "@bowline/tws-wire";

/** The names under which the declarations have ids that a client chose; `id` is an error's: a request's or an order's. */
const ID_NAMES = ["reqId", "orderId", "parentId", "clientId", "id"] as const;
export type IdName = (typeof ID_NAMES)[number];

/** An id of a message, wherever the declarations have it; what belongs to an order stands in its `order`. */
export function idOf(content: object, name: IdName): number | undefined {
  const { [name]: own, order } = content as { readonly [key: string]: unknown };
  if (typeof own === "number") return own;
  return typeof order === "object" && order !== null ? idOf(order, name) : undefined;
}

/** Stands for an id while its place is looked for: no client and no TWS has it. */
const PROBE = 1_999_999_973;

/**
 * The fields of a server's message with other ids in them, every other field as it came: an id's place is found by decoding
 * with another number there.
 */
export function relabel(
  serverVersion: number,
  fields: WireFields,
  { name, content }: ServerMessage,
  newIdOf: (idName: IdName, id: number) => number,
): WireFields {
  let relabelled = fields;
  for (const idName of ID_NAMES) {
    const id = idName === "id" && name !== "error" ? undefined : idOf(content, idName);
    if (id === undefined) continue;
    const newId = newIdOf(idName, id);
    if (newId === id) continue;
    const place = fields.findIndex((field, at) => at > 0 && Number(field) === id && isPlace(at, idName));
    if (place > 0) relabelled = relabelled.with(place, String(newId));
  }
  return relabelled;

  function isPlace(at: number, idName: IdName): boolean {
    const probed = decodeServerMessage(serverVersion, fields.with(at, String(PROBE)));
    return probed.ok && idOf(probed.value.content, idName) === PROBE;
  }
}
