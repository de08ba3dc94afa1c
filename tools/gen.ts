/**
 * Writes proto/ from the event definitions, and packages/contracts/src/gen from proto/. Run as `pnpm gen`.
 * With `--check` it writes into a folder of its own, and fails where that differs from what is checked in.
 */
import { execFileSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { renderProtoFiles } from "./render-proto.ts";

const ROOT = join(import.meta.dirname, "..");
const PROTO = "proto/bowline";
const GEN = "packages/contracts/src/gen";
const FLAGS =
  "--target static-module --wrap es6 --dependency protobufjs/minimal.js --force-number --no-create --no-verify " +
  "--no-convert --no-delimited --no-service --no-typeurl";

function generate(target: string): void {
  rmSync(join(target, PROTO), { recursive: true, force: true });
  const files = [...renderProtoFiles()].map(([path, text]) => ({ path: join(target, "proto", path), text }));
  for (const { path, text } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const js = join(target, GEN, "bowline.js");
  mkdirSync(dirname(js), { recursive: true });
  const args = [...FLAGS.split(" "), "--path", join(target, "proto"), "--out", js, ...files.map(({ path }) => path)];
  execFileSync(join(ROOT, "node_modules/.bin/pbjs"), args, { stdio: "inherit" });
  // Node gives the CommonJS module as the default export; its names cannot all be seen before it runs.
  const written = readFileSync(js, "utf8").replace("import * as $protobuf from", "import $protobuf from");
  writeFileSync(js, written);
  const declarations = [
    "/** Namespaces of the generated messages; only the codec looks inside. */",
    "export const bowline: Record<string, unknown>;",
    "",
  ];
  writeFileSync(join(target, GEN, "bowline.d.ts"), declarations.join("\n"));
}

const generatedIn = (root: string): string[] => globSync([`${PROTO}/**/*.proto`, `${GEN}/*`], { cwd: root });

function differences(other: string): string[] {
  const paths = new Set([...generatedIn(ROOT), ...generatedIn(other)]);
  const text = (root: string, path: string): string | undefined =>
    existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : undefined;
  return [...paths].filter((path) => text(ROOT, path) !== text(other, path)).toSorted();
}

if (process.argv.includes("--check")) {
  const other = mkdtempSync(join(tmpdir(), "bowline-gen-"));
  generate(other);
  const changed = differences(other);
  rmSync(other, { recursive: true });
  for (const path of changed) console.error(`${path}: is not what the event definitions give`);
  if (changed.length > 0) console.error("Run pnpm gen, and commit what it writes.");
  process.exitCode = changed.length > 0 ? 1 : 0;
} else {
  generate(ROOT);
}
