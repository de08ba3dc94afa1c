import { posix } from "node:path";
import { isSource, isTest, isTestSupport, type SourceTree, workspaceOf } from "../../source-tree.ts";
import type { Check, Problem } from "../check.ts";
import { importsOf } from "../imports.ts";
import { LIBRARIES, PACKAGES, type Reservation, RESERVED, SERVICE_EXPORTS_FOR_CLI } from "../layers.ts";

/** The layers of the tree: in the imports of every file, and in what each package.json declares. */
export const layers: Check = {
  name: "layers",
  run: (tree) => {
    const services = servicesOf(tree);
    return tree.files.flatMap((path) => {
      const folder = workspaceOf(path);
      if (folder === undefined) return [];
      if (path === `${folder}/package.json`) return declared(path, tree.read(path), services);
      return isSource(path) ? imported(path, tree.read(path), services) : [];
    });
  },
};

const servicesOf = (tree: SourceTree): Set<string> =>
  new Set(tree.files.flatMap((path) => /^services\/([^/]+)\/package\.json$/.exec(path)?.[1] ?? []));

function imported(path: string, source: string, services: ReadonlySet<string>): Problem[] {
  return importsOf(path, source).flatMap(({ specifier, line }) => {
    const fault = specifier.startsWith(".")
      ? faultOfRelative(path, specifier)
      : faultOf({ folder: workspaceOf(path) ?? "", test: isTest(path) }, specifier, services);
    return fault === undefined ? [] : [{ path, line, ...fault }];
  });
}

function declared(path: string, text: string, services: ReadonlySet<string>): Problem[] {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(text) as Record<
    string,
    Record<string, string> | undefined
  >;
  const folder = workspaceOf(path) ?? "";
  const all = [
    ...Object.keys(dependencies).map((name) => ({ name, test: false })),
    ...Object.keys(devDependencies).map((name) => ({ name, test: true })),
  ];
  return all.flatMap(({ name, test }) => {
    const own = services.has(name.replace("@bowline/", ""));
    const specifier = own ? `${name}/${SERVICE_EXPORTS_FOR_CLI[0]}` : name;
    const fault = faultOf({ folder, test }, specifier, services);
    return fault === undefined ? [] : [{ path, ...fault }];
  });
}

type Fault = Pick<Problem, "message" | "remedy">;
interface Importer {
  readonly folder: string;
  readonly test: boolean;
}

function faultOfRelative(path: string, specifier: string): Fault | undefined {
  const target = posix.normalize(posix.join(posix.dirname(path), specifier));
  const from = workspaceOf(path);
  const to = workspaceOf(target);
  if (isTestSupport(target) && !isTest(path)) {
    return { message: `imports ${specifier} outside of a test`, remedy: "What starts with test- is for tests only." };
  }
  if (from === to || to === "tools" || from === "tools") return undefined;
  return {
    message: `reaches into ${to ?? target} by a relative path`,
    remedy: "Import the package by its name (@bowline/…), through what its index.ts exports.",
  };
}

function faultOf(importer: Importer, specifier: string, services: ReadonlySet<string>): Fault | undefined {
  if (importer.folder === "tools") return undefined;
  if (!specifier.startsWith("@bowline/")) return faultOfLibrary(importer, specifier);
  const [name = "", ...rest] = specifier.slice("@bowline/".length).split("/");
  if (services.has(name)) return faultOfService(importer, name, rest.join("/"));
  return faultOfPackage(importer, name);
}

const isAllowed = ({ folder, test }: Importer, { by, inTests }: Reservation): boolean =>
  by.includes(folder) || (test && inTests.includes(folder));

function faultOfLibrary({ folder, test }: Importer, specifier: string): Fault | undefined {
  const library = LIBRARIES.find(({ prefix }) => specifier.startsWith(prefix));
  if (library === undefined || isAllowed({ folder, test }, library)) return undefined;
  return {
    message: `imports ${specifier}, but ${library.why}`,
    remedy: `Use what ${library.by[0] ?? "its owner"} exports; add there what is missing.`,
  };
}

function faultOfService({ folder, test }: Importer, name: string, entry: string): Fault | undefined {
  if (folder === `services/${name}`) return undefined;
  if (folder === "e2e" || (folder === "packages/cli" && test)) return undefined;
  if (folder !== "packages/cli") {
    return {
      message: `imports the service ${name}`,
      remedy: "Services share nothing but the journal: move what both need into a package, or read it from an entry.",
    };
  }
  if (SERVICE_EXPORTS_FOR_CLI.some((allowed) => allowed === entry)) return undefined;
  return {
    message: `imports ${entry === "" ? "the whole of" : `"${entry}" of`} the service ${name}`,
    remedy: `The command line takes only ${SERVICE_EXPORTS_FOR_CLI.join(", ")} of a service, and starts the rest as a process.`,
  };
}

function faultOfPackage({ folder, test }: Importer, name: string): Fault | undefined {
  const position = PACKAGES.findIndex((other) => other === name);
  if (position < 0) {
    return {
      message: `imports @bowline/${name}, which has no place in the order of packages`,
      remedy: "Give it its place in tools/tidy/layers.ts, after everything that it imports.",
    };
  }
  if (folder === `packages/${name}`) return undefined;
  if (name === "testkit")
    return test
      ? undefined
      : {
          message: "imports testkit outside of a test",
          remedy: "Testkit is for tests only: move what you need into a package.",
        };
  const reserved = RESERVED.find((entry) => entry.name === name);
  if (reserved !== undefined && !isAllowed({ folder, test }, reserved)) {
    return {
      message: `imports @bowline/${name}, but ${reserved.why}`,
      remedy: `Only ${reserved.by.join(", ")} may: take what you need from the journal.`,
    };
  }
  if (!folder.startsWith("packages/")) return undefined;
  const own = PACKAGES.findIndex((other) => `packages/${other}` === folder);
  if (position < own) return undefined;
  return {
    message: `imports @bowline/${name}, which stands below ${folder}`,
    remedy: "A package imports only those above it (tools/tidy/layers.ts): move the code up, or pass it in.",
  };
}
