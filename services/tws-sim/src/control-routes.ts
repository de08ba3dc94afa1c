import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { ConnectionFaults } from "./faults/connection-faults.ts";
import type { Faults } from "./faults/faults.ts";
import type { SimWorld } from "./time/world.ts";

export type Controlled = { readonly world: SimWorld; readonly faults: Faults; readonly connections: ConnectionFaults };

const dropBody = z.strictObject({ nth: z.int().min(1) });

/** HTTP for tests and for people who want to see what their client does: state, and faults on demand. */
export function addControlRoutes(app: FastifyInstance, { world, faults, connections }: Controlled): void {
  app.get("/sim", async () => ({
    nowUs: world.nowUs(),
    position: world.position() ?? null,
    ...world.progress(),
    silenced: connections.isSilenced(),
  }));
  app.post("/sim/faults/cut", async () => act(connections.cut));
  app.post("/sim/faults/silence", async () => act(connections.silence));
  app.post("/sim/faults/unsilence", async () => act(connections.unsilence));
  app.post("/sim/faults/drop-exec-details", async (request, reply) => {
    const body = dropBody.safeParse(request.body);
    if (!body.success)
      return reply.code(400).send({ error: `the body must be {"nth": N}, N from 1: ${z.prettifyError(body.error)}` });
    faults.dropExecution(body.data.nth);
    return { done: true };
  });
}

function act(fault: () => void): { readonly done: true } {
  fault();
  return { done: true };
}
