import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The project's files as the checks of the code base see them. Paths are relative to the root, with forward slashes. */
export interface SourceTree {
  readonly files: readonly string[];
  read(path: string): string;
}

const NEVER = new Set(["node_modules", ".git", ".toolchain", ".turbo", ".bowline", "coverage"]);

/** Reads what git tracks or would track; without git (an unpacked archive) whatever lies there. */
export function readSourceTree(root: string): SourceTree {
  const files = (gitFiles(root) ?? walk(root, "")).filter((path) => existsSync(join(root, path))).toSorted();
  return { files, read: (path) => readFileSync(join(root, path), "utf8") };
}

/** A tree in memory: file → text. */
export function sourceTreeOf(texts: Readonly<Record<string, string>>): SourceTree {
  return {
    files: Object.keys(texts).toSorted(),
    read: (path) => {
      const text = texts[path];
      if (text === undefined) throw new Error(`no such file: ${path}`);
      return text;
    },
  };
}

function gitFiles(root: string): string[] | undefined {
  if (!existsSync(join(root, ".git"))) return undefined;
  const listing = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return [...new Set(listing.split("\0").filter((path) => path !== ""))];
}

function walk(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return NEVER.has(entry.name) ? [] : walk(root, path);
    return entry.isFile() ? [path] : [];
  });
}

const GENERATED = /(^|\/)gen\//;
const FIXTURE = /(^|\/)fixtures\//;

/** TypeScript that people write here: neither generated, nor a fixture of a test. */
export const isSource = (path: string): boolean => /\.tsx?$/.test(path) && !GENERATED.test(path) && !FIXTURE.test(path);
/** A test, or what tests share: `test-*.ts` beside them in a package or service, or a folder `testing/`. */
export const isTest = (path: string): boolean =>
  /\.test\.tsx?$/.test(path) || path.startsWith("e2e/") || isTestSupport(path);
export const isTestSupport = (path: string): boolean =>
  /^(packages|services)\/.*\/(test-[^/]+|testing\/.*)\.tsx?$/.test(path);

/** "packages/risk" of "packages/risk/src/checks/x.ts"; `undefined` outside of the workspace's folders. */
export function workspaceOf(path: string): string | undefined {
  return /^((packages|services)\/[^/]+|e2e|tools)\//.exec(path)?.[1];
}
