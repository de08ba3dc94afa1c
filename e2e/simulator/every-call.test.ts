import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { IBApi, IBApiNext } from "@stoqey/ib";
import { expect, it } from "vitest";

/** The tests of this folder, as one text. */
const sources = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".ts") && name !== "every-call.test.ts")
  .map((name) => readFileSync(join(import.meta.dirname, name), "utf8"))
  .join("\n");

/** Of a class itself: what it takes from the emitter it extends is no call of TWS. */
const callsOf = (type: { readonly prototype: object }): string[] =>
  Object.entries(Object.getOwnPropertyDescriptors(type.prototype))
    .filter(
      ([name, { value }]) =>
        typeof value === "function" &&
        /^(req|cancel|get|set|place|modify|calc|exer|query|sub|unsub|update|replace)/.test(name),
    )
    .map(([name]) => name);

const isCalled = (name: string): boolean => new RegExp(`\\.${name}\\(`).test(sources);

it("every call of IBApi is made against the simulator", () => {
  const calls = callsOf(IBApi);
  expect(calls.length).toBeGreaterThan(70);
  expect(calls.filter((name) => !isCalled(name))).toEqual([]);
});

it("every call of IBApiNext is made against the simulator", () => {
  const calls = callsOf(IBApiNext);
  expect(calls.length).toBeGreaterThan(35);
  expect(calls.filter((name) => !isCalled(name))).toEqual([]);
});
