import { decodeServerMessage, encode } from "@bowline/tws-wire";
import { expect, it } from "vitest";
import { relabel } from "./relabel.ts";

const relabelled = (fields: readonly string[], ids: { readonly [name: string]: readonly [number, number] }) => {
  const read = decodeServerMessage(176, fields);
  if (!read.ok) throw new Error(read.error.reason);
  return relabel(176, fields, read.value, (name, id) => (ids[name]?.[0] === id ? ids[name][1] : id));
};

it("puts another id in its place, and leaves the same number elsewhere and each field's form as they are", () => {
  const fields = ["2", "6", "6", "6", "6.00"];
  expect(relabelled(fields, { reqId: [6, 40] })).toEqual(["2", "6", "40", "6", "6.00"]);
});

it("tells an order's ids apart though they are one number", () => {
  const status = { orderId: 5, status: "Filled", cumQty: 5e6, leavesQty: 0, avgPx: 5e6, permId: 5, parentId: 5 };
  const fields = encode.orderStatus(176, { ...status, lastPx: 5e6, clientId: 5 } as never);
  const changed = relabelled(fields, { orderId: [5, 11], parentId: [5, 12], clientId: [5, 13] });
  const read = decodeServerMessage(176, changed);
  expect(read.ok && read.value.content).toMatchObject({ ...status, orderId: 11, parentId: 12, clientId: 13 });
});

it("leaves an error of the system as it is", () => {
  const fields = ["4", "2", "-1", "2104", "ok", ""];
  expect(relabelled(fields, { id: [7, 8] })).toEqual(fields);
});
