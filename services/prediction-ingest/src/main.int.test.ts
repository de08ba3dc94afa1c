import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bus, connectBus, publishAcked, readFrom, requestCore } from "@bowline/bus";
import { encodeEvent, type Event } from "@bowline/contracts";
import { addSeconds, floorUs, px, type Us, us, US_PER_MINUTE } from "@bowline/kernel";
import { setUpJournal } from "@bowline/service-kit";
import {
  aBar,
  aClock,
  anEntry,
  type EntryLog,
  figure,
  makeEntryLog,
  type SpawnedService,
  spawnService,
  withNatsServer,
} from "@bowline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ClosedBar, predict } from "./demo-predictor.ts";
import { formatTime } from "./prediction.ts";

const nats = withNatsServer();
const folder = mkdtempSync(join(tmpdir(), "bowline-prediction-ingest-"));
const startUs: Us = us(Date.now() * 1000);
let bus: Bus;
let log: EntryLog;
let predictor: SpawnedService;
let ingest: SpawnedService;

/** Forty minutes up to now, and a seed with which the model says something about the last of them. */
const lastClose = floorUs(startUs, US_PER_MINUTE);
const bars: readonly ClosedBar[] = Array.from({ length: 40 }, (_, index) => ({
  closeUs: addSeconds(lastClose, 60 * (index - 39)),
  closePx: 100_000_000 + ((index * 7_919) % 101) * 10_000,
}));
const isSure = (seed: string): boolean => Number(predict(seed, "AAPL", bars)?.confidence ?? 0) >= 0.6;
const seed = Array.from({ length: 2_000 }, (_, index) => String(index)).find(isSure) ?? "none";

async function journal(event: Event): Promise<void> {
  const entry = anEntry(event, {
    machine: "test",
    id: `${event.kind}-${log.entries.length}-${event.kind === "md.bar" ? event.closeUs : 0}`,
  });
  const written = await publishAcked(bus, {
    subject: entry.subject,
    bytes: encodeEvent(entry.header, event),
    msgId: entry.header.id,
  });
  if (!written.ok) throw new Error(written.error.message);
}
const startIngest = (settings = "predictions.yaml") =>
  spawnService(join(import.meta.dirname, "main.ts"), {
    BOWLINE_NATS_URL: nats.url,
    BOWLINE_GROUPS: join(folder, "groups.yaml"),
    BOWLINE_PREDICTIONS: join(folder, settings),
  });
const push = (body: object) =>
  fetch(`http://127.0.0.1:${ingest.port}/v1/predictions`, {
    method: "POST",
    headers: { authorization: "Bearer push-secret", "content-type": "application/json" },
    body: JSON.stringify(body),
  });
/** Pushes until the process holds its lease. */
async function pushed(body: object): Promise<unknown> {
  for (;;) {
    const response = await push(body);
    if (response.status === 200) return response.json();
    expect(response.status).toBe(503);
    await response.text();
  }
}
const prediction = (id: string) => ({
  id,
  symbol: "AAPL",
  model: "mine",
  direction: "LONG",
  confidence: 0.9,
  horizonSeconds: 600,
  producedAt: formatTime(startUs),
  validUntil: formatTime(addSeconds(startUs, 600)),
});

beforeAll(async () => {
  writeFileSync(join(folder, "groups.yaml"), "groups: {tech: [AAPL]}\n");
  writeFileSync(join(folder, "model.token"), "model-secret\n");
  writeFileSync(join(folder, "push.token"), "push-secret\n");
  bus = await connectBus({ url: nats.url, name: "test" });
  await setUpJournal(bus, {});
  log = makeEntryLog();
  await readFrom(bus, { fromSeq: 1, onEntry: log.add, onGap: () => undefined });
  for (const { closeUs, closePx } of bars) await journal(aBar({ timeframe: "1m", closeUs, closePx: px(closePx) }));
  await journal(aClock({ nowUs: addSeconds(startUs, 600) }));
  predictor = await spawnService(join(import.meta.dirname, "demo-predictor-main.ts"), {
    BOWLINE_NATS_URL: nats.url,
    BOWLINE_GROUPS: join(folder, "groups.yaml"),
    BOWLINE_SEED: seed,
    BOWLINE_PREDICTIONS_TOKEN_FILE: join(folder, "model.token"),
  });
  writeFileSync(
    join(folder, "predictions.yaml"),
    `source: {api: {url: "http://127.0.0.1:${predictor.port}/v1/predictions", tokenFile: model.token, pollSeconds: 1}}\npush: {tokenFile: push.token}\n`,
  );
  ingest = await startIngest();
});
afterAll(async () => {
  await Promise.all([predictor.stop(), ingest.stop()]);
  await bus.close();
  rmSync(folder, { recursive: true });
});

describe("prediction-ingest as a process, in real time", () => {
  it("journals what the demo model says", async () => {
    const signal = await log.until(({ event }) => event.kind === "signal.accepted" && event.producedUs === lastClose);
    expect(signal.event).toMatchObject({ predictionId: `demo-AAPL-${lastClose}`, group: "tech", symbol: "AAPL" });
  });
  it("answers a push when the verdict is journaled", async () => {
    const accepted = await pushed(prediction("p1"));
    const entry = await log.until(({ event }) => event.kind === "signal.accepted" && event.predictionId === "p1");
    expect(accepted).toEqual({ results: [{ outcome: "accepted", id: "p1", revision: 0, seq: entry.seq }] });
    expect(await pushed({ predictions: [{ ...prediction("p2"), symbol: "TSLA" }] })).toMatchObject({
      results: [{ outcome: "refused", reasons: [{ code: "UNKNOWN_SYMBOL" }] }],
    });
  });
  it("knows after kill -9 what the journal holds", async () => {
    await ingest.kill();
    ingest = await startIngest();
    expect(await pushed(prediction("p1"))).toMatchObject({
      results: [{ outcome: "refused", reasons: [{ code: "DUPLICATE" }] }],
    });
    expect(await pushed(prediction("p3"))).toMatchObject({ results: [{ outcome: "accepted" }] });
    const ofModel = log.entries
      .map(({ event }) =>
        event.kind === "signal.accepted" || event.kind === "signal.refused" ? event.predictionId : "",
      )
      .filter((id) => id.startsWith("demo-"));
    expect(ofModel).toEqual([...new Set(ofModel)]);
  });
  it("[fault 14] killed amid a batch: each prediction once, and none that was answered is lost", async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `batch-${index}`);
    const accepted = (): readonly string[] =>
      log.entries.flatMap(({ event }) =>
        event.kind === "signal.accepted" && event.predictionId.startsWith("batch-") ? [event.predictionId] : [],
      );
    const answered: string[] = [];
    const asked = ids.map(async (id) => {
      // A connection that breaks is no answer.
      const text = await push(prediction(id)).then(
        (response) => response.text(),
        () => "",
      );
      if (text.includes('"accepted"')) answered.push(id);
    });
    await log.until(({ event }) => event.kind === "signal.accepted" && event.predictionId.startsWith("batch-"));
    await ingest.kill();
    await Promise.allSettled(asked);
    const before = [...answered];
    ingest = await startIngest();
    const again: unknown[] = [];
    for (const id of before) again.push(await pushed(prediction(id)));
    for (const id of ids) await pushed(prediction(id));
    await log.until(({ event }) => event.kind === "signal.accepted" && event.predictionId === ids.at(-1));
    figure("predictions twice", accepted().length - new Set(accepted()).size, "predictions");
    figure(
      "answered and lost",
      again.filter((told) => JSON.stringify(told).includes('"accepted"')).length,
      "predictions",
    );
    expect(accepted().toSorted()).toEqual(ids.toSorted());
    for (const told of again) expect(told).toMatchObject({ results: [{ reasons: [{ code: "DUPLICATE" }] }] });
  });
  it("takes from a subject what another maker publishes there, and answers", async () => {
    await ingest.stop();
    writeFileSync(
      join(folder, "nats.yaml"),
      "source: {nats: {subject: model.acme}}\nmapping: {symbol: ticker, direction: {from: side, values: {buy: LONG}}}\npush: {tokenFile: push.token}\n",
    );
    ingest = await startIngest("nats.yaml");
    await pushed({ ...prediction("p4"), symbol: undefined, ticker: "AAPL", direction: undefined, side: "buy" });
    const { symbol: _, direction: __, ...rest } = prediction("p5");
    const told = {
      predictions: [
        { ...rest, ticker: "AAPL", side: "buy" },
        { ...rest, ticker: "AAPL", side: "hodl" },
      ],
    };
    const ask = async (text: string): Promise<unknown> => {
      const answer = await requestCore(bus, "model.acme", new TextEncoder().encode(text), 10_000);
      return JSON.parse(new TextDecoder().decode(answer));
    };
    expect(await ask(JSON.stringify(told))).toMatchObject({
      results: [
        { outcome: "accepted", id: "p5" },
        { outcome: "refused", reasons: [{ code: "MALFORMED" }] },
      ],
    });
    expect(await ask("<html>")).toMatchObject({ results: [{ outcome: "refused", reasons: [{ code: "MALFORMED" }] }] });
    const seen = await log.until(({ event }) => event.kind === "signal.accepted" && event.predictionId === "p5");
    expect(seen.event).toMatchObject({ symbol: "AAPL", direction: "LONG" });
  });
});
