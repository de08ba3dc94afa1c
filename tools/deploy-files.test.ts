import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { micros, money } from "../packages/kernel/src/index.ts";
import { renderLimits } from "../packages/risk/src/index.ts";

it("finds the example limits as `./bowline limits new --equity 1000000 --profile normal --simulated` writes them", () => {
  const file = join(import.meta.dirname, "../deploy/limits/demo.yaml");
  expect(readFileSync(file, "utf8")).toBe(renderLimits({ equity: money(micros("1000000")), profile: "normal" }));
});

it("makes a folder in the image for each key that docker-compose.yml mounts, so that it is not root's", () => {
  const read = (name: string): string => readFileSync(join(import.meta.dirname, "..", name), "utf8");
  const mounted = [...read("docker-compose.yml").matchAll(/:\/keys\/([\w-]+)$/gm)].map(([, user = ""]) => user);
  const [, listed = ""] = /for user in (.*) \$\(ls services\)/.exec(read("deploy/Dockerfile")) ?? [];
  const made = new Set([...listed.split(" "), ...readdirSync(join(import.meta.dirname, "../services"))]);
  expect(mounted.length).toBeGreaterThan(10);
  expect(mounted.filter((user) => !made.has(user))).toEqual([]);
});
