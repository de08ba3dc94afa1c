import type { JsonValue } from "@bowline/kernel";
import { expect, it } from "vitest";
import { pack, unpack } from "./pack.ts";

it("brings maps, sets and what is nested in them back from JSON, in their order", () => {
  const state = {
    count: 1,
    none: null,
    list: [new Map([["b", { inner: new Set([2, 1]) }]])],
    map: new Map<string, number>([
      ["z", 1],
      ["a", 2],
    ]),
  };
  const back = unpack(JSON.parse(JSON.stringify(pack(state))) as JsonValue);
  expect(back).toEqual(state);
  expect([...(back as typeof state).map.keys()]).toEqual(["z", "a"]);
});
it("leaves out what is absent", () => expect(pack({ here: 1, absent: undefined })).toEqual({ here: 1 }));
it("shares nothing with what it packed", () => {
  const state = { list: [1] };
  const packed = pack(state);
  state.list.push(2);
  expect(packed).toEqual({ list: [1] });
});
