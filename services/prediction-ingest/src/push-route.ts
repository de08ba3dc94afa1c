import type { FastifyInstance } from "fastify";
import { isAuthorized } from "@bowline/service-kit";
import type { Ingest } from "./ingest.ts";
import { MOST_AT_ONCE, rawsOf, resultOf } from "./results.ts";

/** `POST /v1/predictions`: one prediction, or `{predictions: […]}`; answered when every verdict stands in the journal. */
export function addPushRoute(app: FastifyInstance, push: Ingest["push"], token: string): void {
  app.post("/v1/predictions", async (request, reply) => {
    if (!isAuthorized(request.headers.authorization, token))
      return reply.code(401).send({ error: "a bearer token is wanted" });
    const raws = rawsOf(request.body);
    if (raws.length > MOST_AT_ONCE)
      return reply.code(413).send({ error: `at most ${MOST_AT_ONCE} predictions at once` });
    const entries = push(raws);
    if (entries === undefined)
      return reply.code(503).send({ error: "another process holds the lease, or this one is starting: try again" });
    return reply.send({ results: (await entries).map(resultOf) });
  });
}
