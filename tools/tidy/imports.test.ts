import { expect, test } from "vitest";
import { importsOf } from "./imports.ts";

test("finds every form of import once, with its line", () => {
  const source = `import { a, b } from "a";\nexport * from "b";\nexport { c, d } from "c";\nimport type { E } from "d";\nawait import("e");\nimport "f";`;
  expect(
    importsOf("x.ts", source)
      .map(({ specifier, line }) => `${line}${specifier}`)
      .toSorted(),
  ).toEqual(["1a", "2b", "3c", "4d", "5e", "6f"]);
});
