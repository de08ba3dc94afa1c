/** Writes proto/ from the event definitions, and packages/contracts/src/gen from proto/. Run as `pnpm gen`. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderProtoFiles } from "./render-proto.ts";

const root = join(import.meta.dirname, "..");
const gen = join(root, "packages/contracts/src/gen");

rmSync(join(root, "proto/bowline"), { recursive: true, force: true });
const files = renderProtoFiles();
for (const [path, text] of files) {
  const file = join(root, "proto", path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, text);
}

mkdirSync(gen, { recursive: true });
const js = join(gen, "bowline.js");
const bin = (name: string) => join(root, "node_modules/.bin", name);
const flags = ["--target", "static-module", "--wrap", "es6", "--force-number", "--no-create", "--no-verify", "--no-convert", "--no-delimited", "--no-service", "--no-typeurl", "--dependency", "protobufjs/minimal.js"];
execFileSync(bin("pbjs"), [...flags, "--path", join(root, "proto"), "--out", js, ...[...files.keys()].map((f) => join(root, "proto", f))], { stdio: "inherit" });
writeFileSync(js, readFileSync(js, "utf8").replace(/import \* as \$protobuf from/, "import $protobuf from"));
writeFileSync(join(gen, "bowline.d.ts"), "/** Namespaces of the generated messages; only the codec looks inside. */\nexport const bowline: Record<string, unknown>;\n");
