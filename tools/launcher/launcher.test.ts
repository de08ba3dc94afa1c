import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const LAUNCHER = join(import.meta.dirname, "../../bowline");
/** All that the launcher takes from a system. What is not here (apt-get, docker, npm, node) a test puts there or leaves out. */
const SYSTEM = "sh cat cksum mkdir rmdir rm mv sed grep head tail ln readlink uname flock sleep chmod".split(" ");

/** A machine of its own: a checkout, and a PATH with stand-ins for npm, node and nats-server that note how they are called. */
let machine = "";
let home = "";
beforeEach(() => {
  machine = realpathSync(mkdtempSync(join(tmpdir(), "bowline-launcher-")));
  home = join(machine, "checkout");
  mkdirSync(join(home, "packages/cli/src"), { recursive: true });
  mkdirSync(join(machine, "bin"));
  copyFileSync(LAUNCHER, join(home, "bowline"));
  writeFileSync(join(home, "pnpm-lock.yaml"), "lock: 1\n");
  writeFileSync(join(home, "pnpm-workspace.yaml"), "packages: []\n");
  for (const name of SYSTEM) {
    const place = execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
    symlinkSync(place, join(machine, "bin", name));
  }
  program("node", "echo v20.19.0");
  program("npm", NPM);
  program("nats-server", 'echo "nats-server: v2.12.3"');
});
afterEach(() => rmSync(machine, { recursive: true, force: true }));

function program(name: string, script: string): void {
  const path = join(machine, "bin", name);
  rmSync(path, { force: true });
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

/** npm puts there a node that prints what it is given, and a pnpm that installs. */
const NPM = `
echo "npm $*" >>"$CALLS"
[ "$1" = install ] || { echo 10.0.0; exit; }
sleep 0.2
mkdir -p node_modules/node/bin node_modules/pnpm
cat >node_modules/node/bin/node <<'NODE'
#!/bin/sh
[ "$1" = --version ] && { echo v26.10.0; exit; }
echo "args:$*"; echo "cwd:$PWD"; echo "nats:$BOWLINE_NATS_SERVER"; echo "options:\${NODE_OPTIONS-unset}"
NODE
cat >node_modules/pnpm/pnpm <<'PNPM'
#!/bin/sh
[ "$1" = --version ] && { echo 12.21.0; exit; }
echo "pnpm $*" >>"$CALLS"
[ -z "$FAIL_PNPM" ] || { echo "no network"; exit 1; }
mkdir -p node_modules && : >node_modules/.modules.yaml
PNPM
chmod +x node_modules/node/bin/node node_modules/pnpm/pnpm
`;

function environment(change: Record<string, string>): Record<string, string> {
  return { PATH: join(machine, "bin"), CALLS: join(machine, "calls"), HOME: machine, ...change };
}

function start(args: readonly string[] = [], change: Record<string, string> = {}, command = join(home, "bowline")) {
  const run = spawnSync(command, args, { cwd: machine, encoding: "utf8", env: environment(change) });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const calls = (): string[] =>
  existsSync(join(machine, "calls")) ? readFileSync(join(machine, "calls"), "utf8").trim().split("\n") : [];
const installs = (): string[] => calls().filter((call) => call.includes(" install "));

describe("a first start", () => {
  test("fetches, installs with the frozen lockfile, says so on stderr, and runs the command in the caller's folder", () => {
    const { code, out, err } = start(["demo", "--name", "a b"]);
    expect(out).toBe(
      [
        `args:${home}/packages/cli/src/main.ts demo --name a b`,
        `cwd:${machine}`,
        `nats:${home}/.toolchain/bin/nats-server`,
        "options:unset",
        "",
      ].join("\n"),
    );
    expect(code).toBe(0);
    expect(err).toMatch(/fetching Node 26.*installing the dependencies.*\nbowline: installed\n$/s);
    expect(installs()).toEqual([
      expect.stringMatching(/^npm install/),
      expect.stringMatching(/^pnpm install --frozen-lockfile/),
    ]);
  });

  test("is one start where two come at once", async () => {
    const ended = (child: ChildProcess): Promise<unknown> => new Promise((resolve) => child.once("close", resolve));
    const children = [1, 2].map(() => spawn(join(home, "bowline"), ["x"], { env: environment({}), stdio: "ignore" }));
    expect(await Promise.all(children.map(ended))).toEqual([0, 0]);
    expect(installs()).toHaveLength(2);
  });

  test("drops an inherited NODE_OPTIONS, and passes Bowline's own on", () => {
    expect(start([], { NODE_OPTIONS: "--require /nowhere.js" }).out).toContain("options:unset");
    expect(start([], { BOWLINE_NODE_OPTIONS: "--cpu-prof" }).out).toContain("options:--cpu-prof");
  });
});

describe("a later start", () => {
  test("sets nothing up, in far less than a second", () => {
    start();
    const before = calls();
    const began = performance.now();
    const { err, out } = start(["status"]);
    expect(performance.now() - began).toBeLessThan(1000);
    expect(err).toBe("");
    expect(out).toContain("main.ts status");
    expect(calls()).toEqual(before);
  });

  test("installs again when the lockfile changed, and only then", () => {
    start();
    writeFileSync(join(home, "pnpm-lock.yaml"), "lock: 2\n");
    start();
    start();
    expect(installs().filter((call) => call.startsWith("pnpm"))).toHaveLength(2);
    expect(installs().filter((call) => call.startsWith("npm"))).toHaveLength(1);
  });

  test("finds its checkout through a chain of symbolic links", () => {
    symlinkSync(join(home, "bowline"), join(machine, "one"));
    symlinkSync("one", join(machine, "two"));
    expect(start(["x"], {}, join(machine, "two")).out).toContain(`args:${home}/packages/cli/src/main.ts x`);
  });
});

describe("what it cannot install it names, with the remedy", () => {
  test("an old Node", () => {
    program("node", "echo v18.20.0");
    const { code, err } = start();
    expect(code).toBe(1);
    expect(err).toContain("needs Node 20 or newer to start from, and found v18.20.0");
    expect(err).toContain("Install it");
  });

  test("no Node at all", () => {
    rmSync(join(machine, "bin/node"));
    expect(start().err).toContain("found none on the PATH");
  });

  test("no npm", () => {
    rmSync(join(machine, "bin/npm"));
    expect(start().err).toContain("npm is not on the PATH");
  });

  test("a failing install, with its last lines; the next start tries again", () => {
    const { code, err } = start([], { FAIL_PNPM: "1" });
    expect(code).toBe(1);
    expect(err).toMatch(/no network\nbowline: pnpm could not install the dependencies/);
    expect(start().code).toBe(0);
  });

  test("no nats-server, or one that is too old", () => {
    program("nats-server", 'echo "nats-server: v2.10.29"');
    const old = start();
    expect(old.code).toBe(1);
    expect(old.err).toContain(`no nats-server 2.12 or newer: ${machine}/bin/nats-server is older`);
    expect(old.err).toContain("BOWLINE_NATS_SERVER=/path/to/nats-server");
    rmSync(join(machine, "bin/nats-server"));
    expect(start().err).toContain("neither Debian nor Docker gave one");
  });

  test("a nats-server that was named and is none", () => {
    const { code, err } = start([], { BOWLINE_NATS_SERVER: "/nowhere/nats-server" });
    expect(code).toBe(1);
    expect(err).toContain("BOWLINE_NATS_SERVER names no program: /nowhere/nats-server");
  });
});

test("takes the nats-server of a Docker image where Debian has none", () => {
  rmSync(join(machine, "bin/nats-server"));
  program(
    "docker",
    `case $1 in
      create) [ "$2" = nats:2.12 ] && echo c0ffee ;;
      cp) [ "$2" = c0ffee:/nats-server ] && printf '#!/bin/sh\\necho nats-server: v2.12.0\\n' >"$3" && chmod +x "$3" ;;
    esac`,
  );
  expect(start().code).toBe(0);
  expect(existsSync(join(home, ".toolchain/bin/nats-server"))).toBe(true);
});
