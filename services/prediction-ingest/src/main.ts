import { readGroups, readTextFile } from "@bowline/config";
import { main, readServiceConfig, runService } from "@bowline/service-kit";
import { makeAdmission } from "./admission.ts";
import { makeApiSource } from "./api-source.ts";
import { configShape } from "./config.ts";
import { contract } from "./contract.ts";
import { type Ingest, makeIngest } from "./ingest.ts";
import { addPushRoute } from "./push-route.ts";
import { mapPrediction } from "./mapping.ts";
import { listenForPredictions } from "./nats-source.ts";
import { type PredictionSettings, readPredictionSettings } from "./settings.ts";
import { makeCsvSource, makeSilentSource, mapSource, type PredictionSource } from "./source.ts";

const CSV_POLL_MS = 1_000;
/** Nobody is asked; a turn a minute does no harm. */
const SILENT_POLL_MS = 60_000;
const FAILURES_BEFORE_NOT_READY = 3;

const tokenOf = (file: string): string => readTextFile(file, "a file with a bearer token").trim();

function sourceOf({ source, mapping }: PredictionSettings): PredictionSource {
  if (source.type === "csv") return makeCsvSource(source.predictions);
  if (source.type !== "api") return makeSilentSource();
  const token = source.tokenFile === undefined ? undefined : tokenOf(source.tokenFile);
  const api = makeApiSource({ ...source, token });
  return mapping === undefined ? api : mapSource(api, mapping);
}

const pollMsOf = ({ source }: PredictionSettings): number => {
  if (source.type === "api") return source.pollMs;
  return source.type === "csv" ? CSV_POLL_MS : SILENT_POLL_MS;
};

await main(async () => {
  const config = readServiceConfig(process.env, configShape);
  const groups = readGroups(config.BOWLINE_GROUPS);
  const settings = readPredictionSettings(config.BOWLINE_PREDICTIONS, groups, config.BOWLINE_PREDICTIONS_TOKEN_FILE);
  const { mapping, pushTokenFile } = settings;
  const source = sourceOf(settings);
  const pushToken = pushTokenFile === undefined ? undefined : tokenOf(pushTokenFile);
  const admission = makeAdmission(groups, settings.rules);
  let ingest: Ingest | undefined;
  const failures = (): number => ingest?.failures() ?? 0;
  const push: Ingest["push"] = (raws) =>
    ingest?.push(mapping === undefined ? raws : raws.map((told) => mapPrediction(mapping, told)));
  await runService({
    contract,
    config,
    edges: ({ log, listen }) => {
      ingest = makeIngest({
        admission,
        source,
        pollMs: pollMsOf(settings),
        onFailure: (failure, count) =>
          log.warn({ err: failure.message, failure: failure.type, count }, "no predictions"),
      });
      if (settings.source.type === "nats") listenForPredictions(listen, settings.source.subject, push);
      return [ingest];
    },
    notReady: () =>
      failures() < FAILURES_BEFORE_NOT_READY ? [] : [`the prediction API failed ${failures()} times in a row`],
    facts: () => ({ predictionFailures: failures() }),
    routes: (app) => {
      if (pushToken !== undefined) addPushRoute(app, push, pushToken);
    },
  });
});
