import { type Bus, publishAcked } from "@bowline/bus";
import { type Event, type Header, SCHEMA_VERSION, encodeEvent, subjectOf } from "@bowline/contracts";
import { addMs, us } from "@bowline/kernel";
import type { Clock } from "@bowline/service-kit";
import { GROUP, type Start } from "./bench-system.ts";

/** Journals predictions as prediction-ingest does. */
export type Predictions = {
  /** Acknowledged when it resolves, with the local monotonic time before the publish. */
  publish(symbol: string, model: Start): Promise<number>;
};

export function makePredictions(bus: Bus, clock: Clock): Predictions {
  let sent = 0;
  return {
    publish: async (symbol, model) => {
      sent += 1;
      const nowUs = clock.nowUs();
      const id = `bench-${sent}`;
      const event: Event = {
        kind: "signal.accepted",
        group: GROUP,
        symbol,
        predictionId: id,
        revision: 0,
        model,
        direction: "LONG",
        confidence: 900_000,
        horizonMs: 600_000,
        producedUs: nowUs,
        validUntilUs: addMs(nowUs, 600_000),
      };
      const header: Header = {
        id,
        causeId: "",
        causeSeq: sent,
        ordinal: 0,
        correlationId: id,
        machine: "prediction-ingest",
        epoch: 1,
        build: "bench",
        configVersion: "bench",
        eventUs: us(nowUs),
        seenUs: us(nowUs),
        schemaVersion: SCHEMA_VERSION,
      };
      const startedMs = performance.now();
      const published = await publishAcked(bus, {
        subject: subjectOf(event),
        bytes: encodeEvent(header, event),
        msgId: id,
      });
      if (!published.ok) throw new Error(`bench: ${published.error.message}`);
      return startedMs;
    },
  };
}
