/** Writes deploy/nats/nats-server.conf from the services' contracts. Run as `pnpm nats-permissions`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readContracts } from "./docs/services.ts";
import { renderServerConfig } from "./nats-permissions/server-config.ts";
import { usersOf } from "./nats-permissions/users.ts";

const ROOT = join(import.meta.dirname, "..");
const text = renderServerConfig(usersOf(await readContracts(ROOT)));
writeFileSync(join(ROOT, "deploy/nats/nats-server.conf"), text);
