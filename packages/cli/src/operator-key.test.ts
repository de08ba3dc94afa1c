import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeKeyFiles } from "@bowline/signing";
import { afterAll, describe, expect, it } from "vitest";
import { needOperatorKey, operatorKeyFile, operatorSign } from "./operator-key.ts";

const runDir = mkdtempSync(join(tmpdir(), "bowline-operator-"));
afterAll(() => rmSync(runDir, { recursive: true, force: true }));
const run = { runDir };

describe("the operator's key", () => {
  it("is the one that the environment names, then the running system's", () => {
    expect(operatorKeyFile(run, {})).toBeUndefined();
    const { signing } = makeKeyFiles(join(runDir, "keys"));
    expect(operatorKeyFile(run, {})).toBe(signing.operator);
    expect(operatorKeyFile(run, { BOWLINE_SIGNING_KEY_FILE: "/mine.key" })).toBe("/mine.key");
    expect(operatorKeyFile(undefined, {})).toBeUndefined();
    expect(operatorSign(run)?.("control.kill", "bw.control.kill", new Uint8Array())).toBeDefined();
    expect(operatorSign(undefined)).toBeUndefined();
  });

  it("must be there for what must be signed", () => {
    expect(() => needOperatorKey(undefined)).toThrow("NOT DONE: this must be signed");
  });
});
