import { readGroups, readTextFile } from "@bowline/config";
import { main, readServiceConfig, runService } from "@bowline/service-kit";
import { makeAdmission } from "./admission.ts";
import { makeApiSource } from "./api-source.ts";
import { configShape } from "./config.ts";
import { contract } from "./contract.ts";
import { type Ingest, makeIngest } from "./ingest.ts";
import { addPushRoute } from "./push-route.ts";
import { readPredictionSettings, type SourceSettings } from "./settings.ts";
import { makeCsvSource, type PredictionSource } from "./source.ts";

const CSV_POLL_MS = 1_000;
const FAILURES_BEFORE_NOT_READY = 3;

const tokenOf = (file: string): string => readTextFile(file, "a file with a bearer token").trim();

function sourceOf(source: SourceSettings): PredictionSource {
  if (source.type === "csv") return makeCsvSource(source.predictions);
  return makeApiSource({ ...source, token: source.tokenFile === undefined ? undefined : tokenOf(source.tokenFile) });
}

await main(async () => {
  const config = readServiceConfig(process.env, configShape);
  const settings = readPredictionSettings(config.BOWLINE_PREDICTIONS, config.BOWLINE_PREDICTIONS_TOKEN_FILE);
  const source = sourceOf(settings.source);
  const pushToken = settings.pushTokenFile === undefined ? undefined : tokenOf(settings.pushTokenFile);
  const admission = makeAdmission(readGroups(config.BOWLINE_GROUPS), settings.rules);
  let ingest: Ingest | undefined;
  const failures = (): number => ingest?.failures() ?? 0;
  await runService({
    contract,
    config,
    edges: ({ log }) => {
      ingest = makeIngest({
        admission,
        source,
        pollMs: settings.source.type === "api" ? settings.source.pollMs : CSV_POLL_MS,
        onFailure: (failure, count) =>
          log.warn({ err: failure.message, failure: failure.type, count }, "no predictions"),
      });
      return [ingest];
    },
    notReady: () =>
      failures() < FAILURES_BEFORE_NOT_READY ? [] : [`the prediction API failed ${failures()} times in a row`],
    facts: () => ({ predictionFailures: failures() }),
    routes: (app) => {
      if (pushToken !== undefined) addPushRoute(app, (raws) => ingest?.push(raws), pushToken);
    },
  });
});
