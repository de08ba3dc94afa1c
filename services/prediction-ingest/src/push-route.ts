import type { Entry } from "@bowline/contracts";
import type { FastifyInstance } from "fastify";
import { isAuthorized } from "@bowline/service-kit";
import type { Ingest } from "./ingest.ts";

const MOST_AT_ONCE = 1_000;

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

function rawsOf(body: unknown): readonly unknown[] {
  const list = typeof body === "object" && body !== null ? (body as { predictions?: unknown }).predictions : undefined;
  return Array.isArray(list) ? (list as readonly unknown[]) : [body];
}

function resultOf({ event, seq }: Entry): object {
  if (event.kind === "signal.accepted")
    return { outcome: "accepted", id: event.predictionId, revision: event.revision, seq };
  if (event.kind === "signal.refused")
    return { outcome: "refused", id: event.predictionId, reasons: event.reasons, seq };
  return { outcome: "unknown", seq };
}
