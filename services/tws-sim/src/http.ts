import { err, ok, type Result } from "@bowline/kernel";
import Fastify from "fastify";
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { addControlRoutes } from "./control-routes.ts";
import type { Simulator } from "./simulator.ts";
import { addStatusRoutes } from "./status/status-routes.ts";

export type HttpOptions = {
  readonly host: string;
  readonly port: number;
  readonly simulator: Simulator;
  /** Why it does not do its job now. */
  notReady(): readonly string[];
  isFinished(): boolean;
};

export type ServedHttp = { readonly port: number; close(): Promise<void> };

/** /healthz, /readyz, /metrics, /progress, the status page at / and the control routes. An error is one line that says what to do. */
export async function serveHttp(options: HttpOptions): Promise<Result<ServedHttp, string>> {
  const { host, port, simulator, notReady, isFinished } = options;
  const app = Fastify({ logger: false, forceCloseConnections: true });
  const { world, exchange } = simulator;
  const registry = makeMetrics(simulator);
  app.get("/healthz", async () => ({ healthy: true }));
  app.get("/readyz", async (_request, reply) => {
    const reasons = notReady();
    return reply
      .code(reasons.length === 0 ? 200 : 503)
      .send({ ready: reasons.length === 0, notReady: reasons, ...world.progress() });
  });
  app.get("/metrics", async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
  app.get("/progress", async () => {
    const { begun, steps } = world.progress();
    const position = world.position();
    const sessionDate = position === undefined ? "" : (exchange.market.sessions()[position.sessionIndex]?.date ?? "");
    return { stepsDone: begun, stepsTotal: steps, sessionDate, finished: isFinished() };
  });
  addControlRoutes(app, simulator);
  addStatusRoutes(app, simulator, isFinished);
  try {
    await app.listen({ host, port });
  } catch (failure) {
    const { code = String(failure) } = failure as NodeJS.ErrnoException;
    const isTaken = code === "EADDRINUSE";
    return err(isTaken ? `port ${port} on ${host} is in use: give another one for HTTP` : `${host}:${port}: ${code}`);
  }
  const address = app.server.address();
  const taken = typeof address === "object" && address !== null ? address.port : port;
  return ok({ port: taken, close: () => app.close() });
}

function makeMetrics({ world, exchange }: Simulator): Registry {
  const registry = new Registry();
  registry.setDefaultLabels({ service: "tws-sim" });
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, value: () => number): void =>
    void new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(value());
      },
    });
  gauge("bowline_sim_steps_begun", "Steps of the market that were begun.", () => world.progress().begun);
  gauge("bowline_sim_executions", "Executions of the last days.", () => exchange.broker.executions().length);
  gauge("bowline_sim_open_orders", "Orders that are open.", () => exchange.broker.openOrders().length);
  return registry;
}
