import type { FastifyInstance } from "fastify";
import type { Simulator } from "../simulator.ts";
import { readPage } from "./page.ts";
import { type StatusFacts, statusOf } from "./status.ts";

/** `GET /`: the page for people, `GET /sim/status`: what it shows. `isFinished` tells whether everything was played. */
export function addStatusRoutes(app: FastifyInstance, simulator: Simulator, isFinished: () => boolean): void {
  const { html, headers } = readPage();
  app.get("/", async (_request, reply) => reply.headers(headers).send(html));
  app.get("/sim/status", async (_request, reply) =>
    reply
      .headers({ "cache-control": "no-store", "x-content-type-options": "nosniff" })
      .send(statusOf(factsOf(simulator, isFinished()))),
  );
}

function factsOf({ exchange, desk, world, ways }: Simulator, isFinished: boolean): StatusFacts {
  const { broker, market } = exchange;
  const { connections, delivery, orders, hidden, distortions, misstatedPnl } = desk.faults;
  return {
    nowUs: desk.nowUs(),
    wallMs: Math.round(performance.now()),
    isFinished,
    sessions: market.sessions(),
    position: world.position(),
    clients: [...desk.clients.values()],
    openOrders: broker.openOrders(),
    executions: broker.executions(),
    accounts: broker.accountIds.flatMap((accountId) => broker.accountOf(accountId)?.standing() ?? []),
    faults: [connections, delivery, orders, hidden, distortions, misstatedPnl].flatMap((faults) => faults.active()),
    switches: desk.data.switches(),
    ways,
  };
}
