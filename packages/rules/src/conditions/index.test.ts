import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CONDITIONS } from "./index.ts";

const fileOf = (name: string): string =>
  join(import.meta.dirname, `${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.test.ts`);

test.each(CONDITIONS.map(({ name }) => name))("%s shows in its test that it holds, fails and is UNKNOWN", (name) => {
  expect(readFileSync(fileOf(name), "utf8")).toMatch(new RegExp(`^testCondition\\(\\s*"${name}"`, "m"));
});
