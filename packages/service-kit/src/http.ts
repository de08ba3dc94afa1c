import Fastify, { type FastifyInstance } from "fastify";
import { Counter, Gauge, Registry, collectDefaultMetrics } from "prom-client";

export type Metrics = {
  readonly registry: Registry;
  readonly entriesRead: Counter;
  readonly published: Counter;
  readonly publishRetries: Counter;
  readonly unreadable: Counter;
  readonly signaturesRefused: Counter<"code">;
  readonly lag: Gauge;
  readonly active: Gauge<"participant">;
};

export function makeMetrics(service: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    entriesRead: new Counter({ name: "bowline_entries_read_total", help: "Journal entries read.", registers }),
    published: new Counter({
      name: "bowline_entries_published_total",
      help: "Journal entries published and acknowledged.",
      registers,
    }),
    publishRetries: new Counter({
      name: "bowline_publish_retries_total",
      help: "Publishes without an answer that were repeated.",
      registers,
    }),
    unreadable: new Counter({
      name: "bowline_unreadable_entries_total",
      help: "Entries that could not be decoded.",
      registers,
    }),
    signaturesRefused: new Counter({
      name: "bowline_signatures_refused_total",
      help: "Entries whose signature was not believed, each time they are read.",
      labelNames: ["code"] as const,
      registers,
    }),
    lag: new Gauge({
      name: "bowline_lag_entries",
      help: "Entries read and not yet applied by the slowest participant.",
      registers,
    }),
    active: new Gauge({
      name: "bowline_participant_active",
      help: "1 while this process holds the lease.",
      labelNames: ["participant"] as const,
      registers,
    }),
  };
}

/** A value of its own, or one for each value of its label. */
export type GaugeReading = { readonly name: string; readonly help: string } & (
  | { read(): number }
  | { readonly label: string; readEach(): Readonly<Record<string, number>> }
);

export function addGauge({ registry }: Metrics, reading: GaugeReading): void {
  const { name, help } = reading;
  const labelNames = "label" in reading ? [reading.label] : [];
  const registers = [registry];
  const gauge: Gauge = new Gauge({
    name,
    help,
    labelNames,
    registers,
    collect() {
      if ("read" in reading) return gauge.set(reading.read());
      for (const [value, count] of Object.entries(reading.readEach())) gauge.set({ [reading.label]: value }, count);
    },
  });
}

export type Health = {
  /** Whether the process works at all: what a container's health check asks. */
  healthy(): boolean;
  /** Whether it does its job now, and why not. */
  notReady(): readonly string[];
  facts(): Record<string, unknown>;
};

/** /healthz, /readyz, /metrics and the service's own routes. Returns the port. */
export async function serveHttp(options: {
  host: string;
  port: number;
  health: Health;
  metrics: Metrics;
  routes?: (app: FastifyInstance) => void | Promise<void>;
}): Promise<{ port: number; close(): Promise<void> }> {
  const app = Fastify({ logger: false, bodyLimit: 1_048_576, forceCloseConnections: true });
  app.get("/healthz", async (_request, reply) =>
    reply.code(options.health.healthy() ? 200 : 503).send({ healthy: options.health.healthy() }),
  );
  app.get("/readyz", async (_request, reply) => {
    const notReady = options.health.notReady();
    return reply
      .code(notReady.length === 0 ? 200 : 503)
      .send({ ready: notReady.length === 0, notReady, ...options.health.facts() });
  });
  app.get("/metrics", async (_request, reply) =>
    reply.type(options.metrics.registry.contentType).send(await options.metrics.registry.metrics()),
  );
  await options.routes?.(app);
  try {
    await app.listen({ host: options.host, port: options.port });
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === "EADDRINUSE")
      throw new Error(
        `port ${options.port} on ${options.host} is in use: set BOWLINE_HTTP_PORT to another, or 0 for any free one`,
        { cause: failure },
      );
    throw failure;
  }
  const address = app.server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : options.port,
    close: () => app.close(),
  };
}
