import { expect, test } from "vitest";
import { sourceTreeOf } from "../../source-tree.ts";
import { docLinks } from "./doc-links.ts";

const run = (page: string) =>
  docLinks.run(
    sourceTreeOf({
      "docs/a.md": page,
      "docs/b.md": "# The *one* idea: a journal\n## Ids\n## Ids\n",
      "packages/x/src/y.ts": "",
    }),
  );

test("follows relative links to files, folders and headings", () => {
  const page =
    "# Top\n[b](b.md) [up](../packages/x) [self](#top) [idea](b.md#the-one-idea-a-journal) [2](./b.md#ids-1)\n";
  expect(run(page)).toEqual([]);
});

test("names the line of a link that leads nowhere", () => {
  expect(run("\n\n[c](c.md)")).toMatchObject([
    { path: "docs/a.md", line: 3, message: "links to c.md, which is not there" },
  ]);
});

test("names a heading that is not there", () => {
  expect(run("[b](b.md#nothing)")).toMatchObject([
    { message: "links to b.md#nothing, and docs/b.md has no such heading" },
  ]);
});

test("leaves the web and code alone", () => {
  expect(run("[w](https://example.com) `[x](y.md)`\n```\n[x](y.md)\n```\n[m](mailto:a@b.c)")).toEqual([]);
});
