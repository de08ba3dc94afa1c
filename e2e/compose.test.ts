import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ComposeProject, type Container, makeComposeProject, missingDocker } from "./compose-project.ts";

/** What the monitor answers, as far as it matters here. */
type Status = {
  readonly broker?: { readonly state: string };
  readonly reconciliation?: { readonly clean: boolean };
  readonly leases: readonly { readonly machine: string; readonly holder: string; readonly epoch: number }[];
  readonly counts: Readonly<Record<"fills" | "orders" | "unexplainedOrders" | "lostOrders" | "deadLetters", number>>;
};
type Inspected = {
  readonly Config: { readonly User: string };
  readonly HostConfig: {
    readonly ReadonlyRootfs: boolean;
    readonly CapDrop: readonly string[];
    readonly SecurityOpt: readonly string[];
    readonly Memory: number;
    readonly PidsLimit: number;
  };
  readonly NetworkSettings: {
    readonly Networks: Readonly<Record<string, { readonly IPAddress: string }>>;
    readonly Ports: Readonly<Record<string, readonly { readonly HostIp: string }[] | null>>;
  };
};

const HEALTHY_WITHIN_MS = 60_000;
const ONCE = new Set(["keys", "streams"]);
const GROUPS = ["strategy.banks", "strategy.energy", "strategy.tech"];
const missing = missingDocker();

describe.skipIf(missing !== undefined)(`docker compose up (${missing ?? "a Docker Engine answers"})`, () => {
  let project: ComposeProject;

  const running = async (): Promise<readonly Container[]> =>
    (await project.containers()).filter(({ service }) => !ONCE.has(service));
  const notHealthy = async (): Promise<readonly string[]> =>
    (await running())
      .filter(({ service, state, health }) => state !== "running" || (service !== "nats" && health !== "healthy"))
      .map(({ service, state, health }) => `${service}: ${state} ${health}`);
  const status = async (): Promise<Status> =>
    (await (await fetch(`${project.monitorUrl}/api/status`)).json()) as Status;
  const holderOf = async (machine: string): Promise<string | undefined> =>
    (await status()).leases.find((lease) => lease.machine === machine)?.holder;
  const only = async (service: string): Promise<Container> => {
    const found = (await running()).find((container) => container.service === service);
    if (found === undefined) throw new Error(`${service} does not run`);
    return found;
  };

  beforeAll(async () => {
    // Thirty times as fast as real time: the model speaks after six minutes.
    project = await makeComposeProject({ BOWLINE_SPEED: "30" });
    await project.compose("build");
  }, 240_000);
  afterAll(async () => project.remove(), 60_000);

  it("is healthy within a minute of the build", async () => {
    const startedMs = performance.now();
    await project.compose("up", "--detach");
    await expect.poll(notHealthy, { timeout: HEALTHY_WITHIN_MS, interval: 500 }).toStrictEqual([]);
    expect(performance.now() - startedMs).toBeLessThan(HEALTHY_WITHIN_MS);
    await expect.poll(async () => (await status()).broker?.state, { timeout: 20_000 }).toBe("READY");
  });

  it("trades the synthetic market, and its books are the broker's", async () => {
    await expect.poll(async () => (await status()).counts.fills, { timeout: 60_000, interval: 500 }).toBeGreaterThan(2);
    const { counts, reconciliation } = await status();
    expect(counts).toMatchObject({ unexplainedOrders: 0, lostOrders: 0, deadLetters: 0 });
    expect(reconciliation?.clean ?? true).toBe(true);
  });

  it("runs nobody as root, or with a disk or rights to spare, and shows ports to this machine alone", async () => {
    for (const { id, service } of await project.containers()) {
      const { Config, HostConfig, NetworkSettings } = await project.inspect<Inspected>(id);
      expect({ service, user: Config.User }).toStrictEqual({ service, user: "10001:10001" });
      expect(HostConfig, service).toMatchObject({ ReadonlyRootfs: true, CapDrop: ["ALL"] });
      expect(HostConfig.SecurityOpt, service).toContain("no-new-privileges:true");
      expect(HostConfig.Memory, service).toBeGreaterThan(0);
      expect(HostConfig.PidsLimit, service).toBeGreaterThan(0);
      const shown = Object.values(NetworkSettings.Ports).flatMap((bindings) => bindings ?? []);
      for (const { HostIp } of shown) expect(HostIp, service).toBe("127.0.0.1");
      expect(shown.length, service).toBe(["nats", "monitor"].includes(service) ? 1 : 0);
    }
  });

  it("lets execution reach the simulator, and strategy not, by name or by address", async () => {
    const { NetworkSettings } = await project.inspect<Inspected>((await only("tws-sim")).id);
    const addresses = Object.values(NetworkSettings.Networks).map(({ IPAddress }) => IPAddress);
    expect(addresses).toHaveLength(2);
    const script = `const socket = require("net").connect({ host: process.argv[1], port: 7497, timeout: 2000 }, () => process.exit(0));
      socket.on("error", () => process.exit(3)).on("timeout", () => process.exit(3));`;
    const connects = async (service: string, host: string): Promise<number> =>
      (await project.exec(service, "node", "-e", script, host)).code;
    expect(await connects("execution", "tws-sim")).toBe(0);
    for (const host of ["tws-sim", ...addresses])
      expect({ host, code: await connects("strategy", host) }).toStrictEqual({ host, code: 3 });
  });

  it("shares the ticker groups among three workers", async () => {
    await project.compose("up", "--detach", "--no-recreate", "--scale", "strategy=3");
    const holders = async (): Promise<number> => new Set(await Promise.all(GROUPS.map(holderOf))).size;
    await expect.poll(holders, { timeout: 40_000, interval: 500 }).toBe(3);
  });

  it("starts again what was killed, and goes on", async () => {
    const [before, holder, { counts }] = [await only("risk-gate"), await holderOf("risk-gate"), await status()];
    // Its init ends with the killed child; `docker kill` would count as wanted, and nobody would start it again.
    await project.exec("risk-gate", "sh", "-c", "kill -9 $(cat /proc/1/task/1/children)");
    await expect.poll(async () => (await only("risk-gate")).restarts, { timeout: 20_000 }).toBe(before.restarts + 1);
    await expect.poll(async () => holderOf("risk-gate"), { timeout: 40_000, interval: 500 }).not.toBe(holder);
    await expect.poll(notHealthy, { timeout: 40_000, interval: 500 }).toStrictEqual([]);
    await expect
      .poll(async () => (await status()).counts.orders, { timeout: 60_000, interval: 500 })
      .toBeGreaterThan(counts.orders);
  });
});
