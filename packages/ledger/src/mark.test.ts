import { micros, px } from "@bowline/kernel";
import { expect, it } from "vitest";
import { markOf } from "./mark.ts";

const at = (text: string) => px(micros(text));

it("holds the last trade inside bid and ask", () => {
  expect(markOf({ bidPx: at("10"), askPx: at("11"), lastPx: at("10.4") })).toBe(at("10.4"));
  expect(markOf({ bidPx: at("10"), askPx: at("11"), lastPx: at("9") })).toBe(at("10"));
  expect(markOf({ bidPx: at("10"), askPx: at("11"), lastPx: at("12") })).toBe(at("11"));
});
it("takes the middle where nothing was traded", () =>
  expect(markOf({ bidPx: at("10"), askPx: at("10.01") })).toBe(at("10.005")));
it("takes the only thing that is known", () => {
  expect(markOf({ bidPx: at("10") })).toBe(at("10"));
  expect(markOf({ askPx: at("10") })).toBe(at("10"));
  expect(markOf({ bidPx: at("10"), lastPx: at("12") })).toBe(at("12"));
  expect(markOf({})).toBeUndefined();
});
it("does not value at a crossed quote", () => {
  expect(markOf({ bidPx: at("11"), askPx: at("10") })).toBeUndefined();
  expect(markOf({ bidPx: at("11"), askPx: at("10"), lastPx: at("10.2") })).toBe(at("10.2"));
});
