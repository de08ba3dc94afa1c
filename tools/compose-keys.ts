/**
 * Makes what the containers of docker-compose.yml prove themselves with: a NATS password for each folder of the one that
 * is named (a volume that only that service mounts), all of them for the server, a context of the `nats` command line for
 * the operator, the bearer tokens of the two HTTP interfaces, and the keys that approvals and commands are signed with. What is there
 * stays, so that a restart changes nothing.
 */
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SIGNERS } from "../packages/contracts/src/index.ts";
import { ensureKey, renderTrustedKeys } from "../packages/signing/src/index.ts";
import { passwordVariable } from "./nats-permissions/password.ts";

const SERVER = "nats";
/** File of a token, and who holds it. */
const TOKENS: Readonly<Record<string, readonly string[]>> = {
  "predictions-token": ["demo-predictor", "prediction-ingest"],
  "monitor-token": ["monitor", "operator"],
};

const folder = process.argv[2];
if (folder === undefined) throw new Error("usage: compose-keys.ts FOLDER (one folder in it for each user)");

/** The secret of the first holder that has one, or a new one, in every holder's folder. */
function share(file: string, holders: readonly string[]): string {
  const paths = holders.map((holder) => join(folder ?? "", holder, file));
  const known = paths.find((path) => existsSync(path));
  const secret = known === undefined ? randomBytes(32).toString("base64url") : readFileSync(known, "utf8").trim();
  for (const path of paths) if (!existsSync(path)) writeFileSync(path, `${secret}\n`, { mode: 0o400 });
  return secret;
}

const users = readdirSync(folder)
  .filter((name) => name !== SERVER)
  .toSorted();
const passwords = users.map((user) => `${passwordVariable(user)}: "${share("nats-password", [user])}"\n`);
const file = join(folder, SERVER, "passwords.conf");
writeFileSync(file, passwords.join(""), { mode: 0o600 });
const context = JSON.parse(readFileSync(join(import.meta.dirname, "../deploy/nats/context.json"), "utf8")) as object;
const password = share("nats-password", ["operator"]);
writeFileSync(
  join(folder, "operator/nats-context.json"),
  `${JSON.stringify({ ...context, password }, undefined, 2)}\n`,
  {
    mode: 0o600,
  },
);
for (const [token, holders] of Object.entries(TOKENS)) share(token, holders);
/** Who verifies what the others signed. */
const VERIFIERS = ["execution", "risk-gate"];
const keys = SIGNERS.filter((signer) => users.includes(signer)).map((signer) => ({
  signer,
  name: signer,
  key: ensureKey(join(folder, signer, "signing.key")),
}));
const trusted = VERIFIERS.filter((name) => users.includes(name)).map((name) => join(folder, name, "trusted-keys.yaml"));
const known = trusted.find((path) => existsSync(path));
const text = known === undefined ? renderTrustedKeys(keys) : readFileSync(known, "utf8");
for (const path of trusted) if (!existsSync(path)) writeFileSync(path, text, { mode: 0o444 });
process.stdout.write(`keys of ${users.join(", ")}\n`);
