import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { findRawProducts } from "./shadow.ts";

const ROOT = join(import.meta.dirname, "../..");
const fixture = readFileSync(join(import.meta.dirname, "fixtures/raw-products.ts"), "utf8");
const shadow = mkdtempSync(join(tmpdir(), "bowline-money-"));
afterAll(() => rmSync(shadow, { recursive: true, force: true }));

test("refuses exactly the lines that multiply or divide branded money", { timeout: 60_000 }, () => {
  const path = "packages/orders/src/raw-products.ts";
  const refused = fixture.split("\n").flatMap((line, index) => (line.endsWith("// refused") ? [index + 1] : []));
  expect(refused.length).toBeGreaterThan(5);
  const found = findRawProducts(ROOT, shadow, [{ path, text: fixture }]);
  expect(found.map(({ line }) => line)).toEqual(refused);
  expect(found[0]).toEqual({ path, line: refused[0], brand: "Px" });
});
