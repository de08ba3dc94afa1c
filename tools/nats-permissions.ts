/** Writes what is in deploy/nats/ from the services' contracts. Run as `pnpm nats-permissions`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readContracts } from "./docs/services.ts";
import { renderFiles } from "./nats-permissions/files.ts";

const ROOT = join(import.meta.dirname, "..");
for (const [path, text] of renderFiles(await readContracts(ROOT))) writeFileSync(join(ROOT, path), text);
