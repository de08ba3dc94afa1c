import { z } from "@bowline/config";
import { type Entry, GLOBAL_SCOPE, isScope } from "@bowline/contracts";
import { isAuthorized } from "@bowline/service-kit";
import type { OperatorCommand } from "@bowline/service-kit/operator";
import type { FastifyInstance } from "fastify";
import type { ReadModel } from "./read-model.ts";

export type RouteOptions = {
  readonly model: ReadModel;
  /** The bearer token of commands. */
  readonly token: string;
  deadLetters(): Promise<number>;
  /** Journals a command; returns when it is acknowledged. */
  journal(command: OperatorCommand): Promise<Entry>;
};

const commandSchema = z.strictObject({
  scope: z
    .string()
    .min(1)
    .max(80)
    .refine(isScope, "global, a symbol, account:NAME, group:NAME or strategy:NAME")
    .default(GLOBAL_SCOPE),
  reason: z.string().trim().min(1, "say why: it stands in the journal").max(500),
  by: z.string().min(1).max(100).default("monitor"),
});

/** GET /api/{status,positions,orders,pnl,alerts,models} for anybody who reaches it; POST /api/{kill,resume} for who has the token. */
export function addRoutes(app: FastifyInstance, options: RouteOptions): void {
  const { model } = options;
  app.get("/api/status", async () => model.status(await options.deadLetters()));
  app.get("/api/positions", async () => ({ positions: model.positions() }));
  app.get("/api/orders", async () => ({ orders: model.orders() }));
  app.get("/api/alerts", async () => ({ alerts: model.alerts() }));
  app.get("/api/models", async () => ({ models: model.models() }));
  app.get("/api/pnl", async () => model.pnl());
  addCommand(app, "kill", options);
  addCommand(app, "resume", options);
}

/** The whole account wants a person at a shell: `./bowline kill --scope account`. */
const killSchema = commandSchema.extend({ level: z.enum(["STOP", "CANCEL", "FLATTEN"]).optional() });

function addCommand(app: FastifyInstance, name: "kill" | "resume", { model, token, journal }: RouteOptions): void {
  app.post(`/api/${name}`, async (request, reply) => {
    if (!isAuthorized(request.headers.authorization, token))
      return reply.code(401).header("www-authenticate", "Bearer").send({ error: "a bearer token is wanted" });
    const body = (name === "kill" ? killSchema : commandSchema).safeParse(request.body ?? {});
    if (!body.success)
      return reply.code(400).send({
        error: body.error.issues.map(({ path, message }) => `${path.join(".") || "body"}: ${message}`).join("; "),
      });
    const { seq, event } = await journal({ kind: `control.${name}`, ...body.data });
    const scopeLook = model.scope(body.data.scope);
    return { seq, ...event, ...(scopeLook?.isKnown === false ? { unknownScope: scopeLook } : {}) };
  });
}
