import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

it("makes a folder in the image for each key that docker-compose.yml mounts, so that it is not root's", () => {
  const read = (name: string): string => readFileSync(join(import.meta.dirname, "..", name), "utf8");
  const mounted = [...read("docker-compose.yml").matchAll(/:\/keys\/([\w-]+)$/gm)].map(([, user = ""]) => user);
  const [, listed = ""] = /for user in (.*) \$\(ls services\)/.exec(read("deploy/Dockerfile")) ?? [];
  const made = new Set([...listed.split(" "), ...readdirSync(join(import.meta.dirname, "../services"))]);
  expect(mounted.length).toBeGreaterThan(10);
  expect(mounted.filter((user) => !made.has(user))).toEqual([]);
});
