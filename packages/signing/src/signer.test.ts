import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeKeyFiles } from "./key-files.ts";
import { makeSigner } from "./signer.ts";

const home = mkdtempSync(join(tmpdir(), "bowline-signer-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const payload = new Uint8Array([1]);

describe("a signer", () => {
  it("signs what it has a say in, and nothing else", () => {
    const { signing } = makeKeyFiles(home);
    const gate = makeSigner("risk-gate", signing["risk-gate"]);
    expect(gate("order.approved", "bw.order.approved.DU1.AAPL", payload)).toMatch(/^ed25519\.1;/);
    expect(gate("order.denied", "bw.order.denied.AAPL", payload)).toBeUndefined();
    expect(gate("control.resume", "bw.control.resume", payload)).toBeUndefined();
    expect(makeSigner("operator", signing.operator)("control.resume", "bw.control.resume", payload)).toBeDefined();
  });
});
