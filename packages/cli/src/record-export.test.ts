import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { recordExport } from "./record-export.ts";

const folder = mkdtempSync(join(tmpdir(), "bowline-record-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("names the journal of a recording, and says where a folder is none", () => {
  expect(() => recordExport(folder)).toThrow("export.jsonl: no such file; --record names a folder");
  writeFileSync(join(folder, "export.jsonl"), "");
  expect(recordExport(folder)).toBe(join(folder, "export.jsonl"));
});
