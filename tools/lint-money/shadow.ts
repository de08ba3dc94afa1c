import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { PRODUCT, rewriteArithmetic, SUM } from "./rewrite.ts";

export interface RawProduct {
  readonly path: string;
  readonly line: number;
  /** The branded type that was multiplied or divided. */
  readonly brand: string;
}

export interface Source {
  /** Relative to the root, forward slashes. */
  readonly path: string;
  readonly text: string;
}

const MARK = "use kernel.mulDiv";

/** A sum keeps the brand of its operands here, so that `(ask - bid) / 2` is seen; in the sources it is a plain number. */
const declarations = (brandsFrom: string): string => `
import type { Money, Px, Qty } from ${JSON.stringify(brandsFrom)};
type Branded = Px | Qty | Money;
type IsAny<A> = 0 extends 1 & A ? true : false;
type Plain<A> = IsAny<A> extends true ? A : [Extract<A, Branded>] extends [never] ? A : { readonly ${JSON.stringify(MARK)}: A };
type Wide<A> = A extends string ? string : A extends bigint ? bigint : number;
declare global {
  function ${PRODUCT}<A, B>(left: Plain<A>, right: Plain<B>): Wide<A>;
  function ${SUM}<A, B>(left: A, right: B): A extends Branded ? A : B extends Branded ? B : B extends string ? string : Wide<A>;
}
`;

/**
 * Finds the raw products of branded money: copies the sources into a tree of their own with each operator written as a
 * call, and lets the compiler judge the operands. TypeScript 7 offers no API to ask for a type, but it can be made to
 * complain. `root` holds `node_modules` and `tsconfig.json`; `shadow` is emptied.
 */
export function findRawProducts(root: string, shadow: string, sources: readonly Source[]): RawProduct[] {
  rmSync(shadow, { recursive: true, force: true });
  for (const source of sources) {
    write(join(shadow, source.path), rewriteArithmetic(source.path, source.text));
  }
  linkSurroundings(root, shadow, sources);
  write(join(shadow, "arithmetic.d.ts"), declarations(join(root, "packages/kernel/src/brands.ts")));
  const config = {
    extends: relative(shadow, join(root, "tsconfig.json")),
    compilerOptions: { typeRoots: [join(root, "node_modules/@types")] },
    files: ["arithmetic.d.ts", ...sources.map((source) => source.path)],
    include: [],
  };
  write(join(shadow, "tsconfig.json"), JSON.stringify(config));
  return parseDiagnostics(compile(root, shadow));
}

/** What the sources resolve against: each workspace folder's package.json and node_modules, and the generated code. */
function linkSurroundings(root: string, shadow: string, sources: readonly Source[]): void {
  const folders = new Set(sources.map((source) => source.path.split("/").slice(0, 2).join("/")));
  for (const folder of folders) {
    for (const name of ["package.json", "node_modules", "src/gen"]) {
      mkdirSync(join(shadow, folder, "src"), { recursive: true });
      symlinkSync(join(root, folder, name), join(shadow, folder, name));
    }
  }
  symlinkSync(join(root, "node_modules"), join(shadow, "node_modules"));
}

function compile(root: string, shadow: string): string {
  const tsc = join(root, "node_modules/.bin/tsc");
  const run = spawnSync(tsc, ["-p", shadow, "--pretty", "false"], {
    cwd: shadow,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (run.error !== undefined) throw run.error;
  return run.stdout;
}

/** The second form is what the compiler says of a type parameter that extends a brand. */
const COMPLAINT = new RegExp(`${MARK}|'Plain<`);
const DIAGNOSTIC = /^(.+?)\((\d+),\d+\): error TS\d+: (.*)$/;

/** Only the complaints about our own functions count: what else does not type-check is the type checker's business. */
function parseDiagnostics(output: string): RawProduct[] {
  const found = new Map<string, RawProduct>();
  for (const text of output.split("\n")) {
    const [, path, line, message] = DIAGNOSTIC.exec(text) ?? [];
    if (path === undefined || message === undefined || !COMPLAINT.test(message)) continue;
    const brand = /Argument of type '([^']+)'/.exec(message)?.[1] ?? "money";
    found.set(`${path}:${line}:${brand}`, { path, line: Number(line), brand });
  }
  return [...found.values()];
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
