import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The users of a nats-server.conf, with the variables that hold their passwords. */
export const usersIn = (config: string): readonly { readonly user: string; readonly variable: string }[] =>
  [...config.matchAll(/user: (\S+)\s+password: \$(\w+)/g)].map(([, user = "", variable = ""]) => ({ user, variable }));

/**
 * A random password for each user of the server, in <folder>/<user>/password, and all of them for the server itself in
 * <folder>/nats/passwords.conf. What is there already is kept. Returns the users.
 */
export function writePasswords(config: string, folder: string): readonly string[] {
  const users = usersIn(config);
  const lines = users.map(({ user, variable }) => `${variable}: ${secretIn(join(folder, user, "password"))}`);
  const file = join(folder, "nats", "passwords.conf");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${lines.join("\n")}\n`, { mode: 0o600 });
  return users.map(({ user }) => user);
}

const SECRET_BYTES = 24;

/** The secret in a file that only its owner reads; a new one where there is none yet. */
export function secretIn(file: string): string {
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(SECRET_BYTES).toString("hex")}\n`, { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}
