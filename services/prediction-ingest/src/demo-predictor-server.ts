import { z } from "@bowline/config";
import { type Us, us } from "@bowline/kernel";
import Fastify, { type FastifyInstance } from "fastify";
import { isAuthorized } from "@bowline/service-kit";
import type { DemoPredictor } from "./demo-predictor.ts";

export type DemoServerOptions = {
  readonly predictor: Pick<DemoPredictor, "poll">;
  readonly token: string;
  /** How long a question may wait for the journal to reach its time. */
  readonly patienceMs: number;
};

export type DemoServer = {
  readonly app: FastifyInstance;
  /** To be called after the predictor observed something: answers what waited for it. */
  advanced(): void;
};

const querySchema = z.object({
  after: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  asOf: z
    .string()
    .regex(/^\d{1,16}$/)
    .transform(Number),
});

/** The demo model behind the prediction API: `GET /v1/predictions?after=&asOf=`. It answers from the journal alone, so equal journals give equal answers. */
export function makeDemoServer({ predictor, token, patienceMs }: DemoServerOptions): DemoServer {
  const app = Fastify({ logger: false, forceCloseConnections: true });
  const waiting: (() => void)[] = [];

  const pollInTime = async (after: string | undefined, asOfUs: Us): Promise<ReturnType<DemoPredictor["poll"]>> => {
    let patient = true;
    const timer = setTimeout(() => {
      patient = false;
      advanced();
    }, patienceMs);
    for (;;) {
      const page = predictor.poll(after, asOfUs);
      if (page !== undefined || !patient) {
        clearTimeout(timer);
        return page;
      }
      await new Promise<void>((resolve) => void waiting.push(resolve));
    }
  };
  const advanced = (): void => {
    for (const answer of waiting.splice(0)) answer();
  };
  app.get("/healthz", async () => ({ healthy: true }));
  app.get("/v1/predictions", async (request, reply) => {
    if (!isAuthorized(request.headers.authorization, token))
      return reply.code(401).send({ error: "a bearer token is wanted" });
    const query = querySchema.safeParse(request.query);
    if (!query.success) return reply.code(400).send({ error: z.prettifyError(query.error) });
    const page = await pollInTime(query.data.after, us(query.data.asOf));
    return page === undefined
      ? reply.code(503).send({ error: "the journal has not reached that time yet" })
      : reply.send(page);
  });
  return { app, advanced };
}
