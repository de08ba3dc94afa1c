import { expect, it } from "vitest";
import { formatConfigError } from "./config-error.ts";
import { parseYaml } from "./yaml-document.ts";
import { z } from "zod";

/** Where the `!` of the value `text` is said to stand. */
function placeIn(yaml: string): string {
  const parsed = parseYaml(yaml, "f.yaml", z.strictObject({ text: z.string() }));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const { value, errorInside } = parsed.value;
  return formatConfigError(errorInside(["text"], value.text.indexOf("!"), "here"));
}

it.each([
  ["text: a b ! c\n", "f.yaml:1:11"],
  ["text: 'a b ! c'\n", "f.yaml:1:12"],
  ['text: "! c"\n', "f.yaml:1:8"],
  ["text: a\n  b ! c\n", "f.yaml:2:5"],
  ["text: >-\n  a\n  b\n  ! c\n", "f.yaml:4:3"],
  ["text: |\n    a\n    bb ! c\n", "f.yaml:3:8"],
])("a character of a text in %j is found", (yaml, place) => {
  expect(placeIn(yaml)).toBe(`${place}: text: here`);
});
