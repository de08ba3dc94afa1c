import { execFile, execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";

const ROOT = join(import.meta.dirname, "..");
const run = promisify(execFile);

/** Why no containers can be run here; `undefined` where they can. */
export function missingDocker(): string | undefined {
  const answers = (...args: string[]): boolean => {
    try {
      execFileSync("docker", args, { stdio: "ignore", timeout: 20_000 });
      return true;
    } catch {
      return false;
    }
  };
  if (!answers("version")) return "needs a Docker Engine that answers";
  return answers("compose", "version") ? undefined : "needs Docker Compose v2";
}

export type Container = {
  readonly id: string;
  readonly service: string;
  readonly state: string;
  /** Empty where it has no health check. */
  readonly health: string;
  readonly restarts: number;
};

/** docker-compose.yml as a project of its own: its own image, volumes, networks and ports. */
export type ComposeProject = {
  readonly monitorUrl: string;
  compose(...args: string[]): Promise<string>;
  /** Runs a command in a service's container; `code` is its exit code. */
  exec(service: string, ...command: string[]): Promise<{ code: number; output: string }>;
  containers(): Promise<readonly Container[]>;
  inspect<T>(id: string): Promise<T>;
  /** Removes containers, networks, volumes and images. */
  remove(): Promise<void>;
};

export async function makeComposeProject(variables: Readonly<Record<string, string>>): Promise<ComposeProject> {
  const name = `bowline-test-${randomBytes(4).toString("hex")}`;
  const [natsPort, monitorPort] = [await freePort(), await freePort()];
  const env = {
    ...withoutOurs(process.env),
    // Without its builder of today Docker still has the one of old, which the Dockerfile does with.
    DOCKER_BUILDKIT: process.env["DOCKER_BUILDKIT"] ?? (hasBuildx() ? "1" : "0"),
    BOWLINE_IMAGE: name,
    BOWLINE_NATS_PORT: String(natsPort),
    BOWLINE_MONITOR_PORT: String(monitorPort),
    ...variables,
  };
  const docker = async (...args: string[]): Promise<string> =>
    (await run("docker", args, { cwd: ROOT, env, maxBuffer: 64 * 1024 * 1024 })).stdout;
  const compose = (...args: string[]): Promise<string> => docker("compose", "-p", name, ...args);
  return {
    monitorUrl: `http://127.0.0.1:${monitorPort}`,
    compose,
    exec: async (service, ...command) => {
      try {
        return { code: 0, output: await compose("exec", "-T", service, ...command) };
      } catch (failure) {
        const { code, stdout, stderr } = failure as { code: number; stdout: string; stderr: string };
        return { code, output: stdout + stderr };
      }
    },
    containers: async () => {
      const ids = (await compose("ps", "--all", "--quiet")).split("\n").filter((id) => id !== "");
      const found = JSON.parse(await docker("inspect", ...ids)) as readonly Inspected[];
      return found.map(containerOf);
    },
    inspect: async <T>(id: string) => (JSON.parse(await docker("inspect", id)) as readonly T[])[0] as T,
    remove: async () => {
      await compose("--profile", "*", "down", "--volumes", "--remove-orphans", "--timeout", "2");
      await docker("image", "rm", "--force", name);
      await docker("image", "prune", "--force", "--filter", `label=bowline.built-for=${name}`);
    },
  };
}

type Inspected = {
  readonly Id: string;
  readonly RestartCount: number;
  readonly State: { readonly Status: string; readonly Health?: { readonly Status: string } };
  readonly Config: { readonly Labels: Readonly<Record<string, string>> };
};

const containerOf = ({ Id, RestartCount, State, Config }: Inspected): Container => ({
  id: Id,
  service: Config.Labels["com.docker.compose.service"] ?? "",
  state: State.Status,
  health: State.Health?.Status ?? "",
  restarts: RestartCount,
});

/** What the caller set for runs of its own must not steer this one. */
const withoutOurs = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([key]) => !key.startsWith("BOWLINE_") && key !== "COMPOSE_PROFILES"));

function hasBuildx(): boolean {
  try {
    execFileSync("docker", ["buildx", "version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
