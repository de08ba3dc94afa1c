import { readGroups, readTextFile, z } from "@bowline/config";
import { readFrom } from "@bowline/bus";
import { decodeEvent } from "@bowline/contracts";
import { connectService, main, makeLog, readGeneration, readServiceConfig } from "@bowline/service-kit";
import { makeDemoPredictor } from "./demo-predictor.ts";
import { makeDemoServer } from "./demo-predictor-server.ts";

const configShape = {
  BOWLINE_GROUPS: z.string().min(1),
  BOWLINE_SEED: z.string().min(1).default("1"),
  /** File with the bearer token that a poll must carry. */
  BOWLINE_PREDICTIONS_TOKEN_FILE: z.string().min(1),
};

/** What the model looks at. */
const FILTERS = ["bw.md.bar.1m.>", "bw.control.clock"];
const PATIENCE_MS = 3_000;
const JOURNAL_WAIT_MS = 200;

await main(async () => {
  const config = readServiceConfig(process.env, configShape);
  const log = makeLog("demo-predictor", config.BOWLINE_LOG_LEVEL);
  const predictor = makeDemoPredictor(config.BOWLINE_SEED, readGroups(config.BOWLINE_GROUPS).symbols);
  const token = readTextFile(config.BOWLINE_PREDICTIONS_TOKEN_FILE, "a file with a bearer token").trim();
  const server = makeDemoServer({ predictor, token, patienceMs: PATIENCE_MS });
  const bus = await connectService(config, "demo-predictor");
  while ((await readGeneration(bus)) === undefined)
    await new Promise((resolve) => setTimeout(resolve, JOURNAL_WAIT_MS));
  await readFrom(bus, {
    fromSeq: 1,
    filter: FILTERS,
    onGap: () => undefined,
    onEntry: ({ seq, subject, bytes }) => {
      const decoded = decodeEvent(subject, bytes);
      if (!decoded.ok) return log.error({ seq, subject }, "unreadable entry");
      predictor.observe({ seq, subject, ...decoded.value });
      if (decoded.value.event.kind === "control.clock") server.advanced();
    },
  });
  const address = await server.app.listen({ host: config.BOWLINE_HTTP_HOST, port: config.BOWLINE_HTTP_PORT });
  log.info({ httpPort: Number(new URL(address).port) }, "listening");
  const stop = (): void => void Promise.allSettled([server.app.close(), bus.close()]).then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
});
