import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keyIdOf, publicKeyText, readSigningKey, readTrustedKeys } from "../packages/signing/src/index.ts";

const FOLDERS = ["nats", "operator", "risk-gate", "execution", "monitor", "demo-predictor", "prediction-ingest"];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bowline-keys-"));
  for (const name of FOLDERS) mkdirSync(join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true }));

const make = (): string =>
  execFileSync(process.execPath, [join(import.meta.dirname, "compose-keys.ts"), folder], { encoding: "utf8" });
const read = (path: string): string => readFileSync(join(folder, path), "utf8").trim();
const everything = (): Record<string, string> =>
  Object.fromEntries(
    FOLDERS.flatMap((name) =>
      readdirSync(join(folder, name)).map((file) => [`${name}/${file}`, read(`${name}/${file}`)]),
    ),
  );

describe("compose-keys", () => {
  it("gives each folder a password of its own, and the server all of them", () => {
    make();
    const passwords = FOLDERS.slice(1).map((name) => read(`${name}/nats-password`));
    expect(new Set(passwords).size).toBe(FOLDERS.length - 1);
    for (const password of passwords) expect(password).toMatch(/^[\w-]{43}$/);
    expect(read("nats/passwords.conf")).toContain(`PASSWORD_RISK_GATE: "${read("risk-gate/nats-password")}"`);
    expect(statSync(join(folder, "risk-gate/nats-password")).mode & 0o777).toBe(0o400);
  });
  it("shares each token among those that need it, and gives nobody more", () => {
    make();
    expect(read("demo-predictor/predictions-token")).toBe(read("prediction-ingest/predictions-token"));
    expect(read("operator/monitor-token")).toBe(read("monitor/monitor-token"));
    expect(readdirSync(join(folder, "demo-predictor"))).toStrictEqual(["nats-password", "predictions-token"]);
  });
  it("writes the operator's context with the password", () => {
    make();
    expect(JSON.parse(read("operator/nats-context.json"))).toMatchObject({
      user: "operator",
      password: read("operator/nats-password"),
    });
  });
  it("gives each signer a key of its own, and trusts all of them where it is verified", () => {
    make();
    const { byId } = readTrustedKeys(join(folder, "execution/trusted-keys.yaml"));
    expect(read("risk-gate/trusted-keys.yaml")).toBe(read("execution/trusted-keys.yaml"));
    const signers = ["risk-gate", "execution", "monitor", "operator"];
    expect([...byId.values()].map(({ signer }) => signer)).toEqual(signers);
    for (const signer of signers) {
      const file = join(folder, signer, "signing.key");
      expect(statSync(file).mode & 0o777).toBe(0o400);
      expect(byId.get(keyIdOf(publicKeyText(readSigningKey(file))))?.signer).toBe(signer);
    }
    expect(readdirSync(join(folder, "operator"))).not.toContain("trusted-keys.yaml");
  });
  it("changes nothing the second time", () => {
    make();
    const before = everything();
    make();
    expect(everything()).toStrictEqual(before);
  });
});
