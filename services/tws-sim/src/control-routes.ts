import { faultSchema } from "@bowline/rehearsal/fault";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { changeSwitches } from "./answers/data/permissions.ts";
import { switchesSchema } from "./limits/switches.ts";
import type { Simulator } from "./simulator.ts";

/** HTTP for rehearsals, tests and people who want to see what their client does: state, and faults on demand. */
export function addControlRoutes(app: FastifyInstance, { world, exchange, desk, pace, inject }: Simulator): void {
  const { broker } = exchange;
  app.get("/sim", async () => ({
    nowUs: world.nowUs(),
    position: world.position() ?? null,
    ...world.progress(),
    silenced: desk.faults.connections.isSilenced(),
    clients: [...desk.clients.keys()].sort((a, b) => a - b),
  }));
  app.get("/sim/pace", async () => pace.report());
  app.post("/sim/pace/reset", async () => {
    pace.reset();
    return pace.report();
  });
  app.get("/sim/orders", async () => ({ open: broker.openOrders(), completed: broker.completedOrders() }));
  app.get("/sim/executions", async () => ({ executions: broker.executions() }));
  app.get("/sim/account", async () => broker.account());
  app.get("/sim/accounts", async () => broker.accountIds.map((accountId) => broker.accountOf(accountId)?.standing()));
  app.get("/sim/switches", async () => desk.data.switches());
  app.post("/sim/switches", async (request, reply) => {
    const wish = switchesSchema.safeParse(request.body);
    if (!wish.success) return reply.code(400).send({ error: z.prettifyError(wish.error) });
    changeSwitches(desk, wish.data);
    return desk.data.switches();
  });
  app.post("/sim/faults", async (request, reply) => {
    const fault = faultSchema.safeParse(request.body);
    if (!fault.success) return reply.code(400).send({ error: z.prettifyError(fault.error) });
    const outcome = inject(fault.data);
    return outcome.ok ? { done: outcome.value } : reply.code(409).send({ error: outcome.error });
  });
}
