import { makeGroups } from "@bowline/config";
import type { Entry } from "@bowline/contracts";
import { err, micros, ok, type Result, type Us } from "@bowline/kernel";
import { aClock, anEntry, aSignal, at, makeTestPort, T0, type TestPort } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { DEFAULT_ADMISSION_RULES, makeAdmission } from "./admission.ts";
import { makeIngest } from "./ingest.ts";
import { formatTime, type RawPrediction } from "./prediction.ts";
import type { Page, PollFailure, PredictionSource } from "./source.ts";

const groups = makeGroups([["tech", ["AAPL"]]]);
const timeout: PollFailure = { type: "timeout", message: "no answer" };

const raw = (id: string, changes: Partial<RawPrediction> = {}): RawPrediction => ({
  id,
  revision: 0,
  symbol: "AAPL",
  model: "demo",
  direction: "LONG",
  confidence: "0.7",
  horizonSeconds: 900,
  producedAt: formatTime(T0),
  validUntil: formatTime(at(300)),
  ...changes,
});

/** A model that has these predictions at these times, as the documented API gives them; `failures` are given first. */
function aModel(
  predictions: readonly (readonly [Us, RawPrediction])[],
  failures: PollFailure[] = [],
): PredictionSource & { readonly asked: (readonly [string | undefined, Us])[] } {
  const asked: (readonly [string | undefined, Us])[] = [];
  return {
    asked,
    async poll(after, asOfUs): Promise<Result<Page, PollFailure>> {
      asked.push([after, asOfUs]);
      const failure = failures.shift();
      if (failure !== undefined) return err(failure);
      const due = predictions.filter(([availableUs]) => availableUs <= asOfUs).map(([, prediction]) => prediction);
      return ok({ predictions: due.slice(Number(after ?? 0)), cursor: String(due.length) });
    },
  };
}

async function anIngest(options: { source: PredictionSource; lockstep?: boolean; journal?: readonly Entry[] }) {
  const timers: { afterMs: number; callback: () => void }[] = [];
  const failures: number[] = [];
  const ingest = makeIngest({
    admission: makeAdmission(groups, DEFAULT_ADMISSION_RULES),
    source: options.source,
    pollMs: 5_000,
    onFailure: (_, count) => void failures.push(count),
    timer: (afterMs, callback) => {
      const timer = { afterMs, callback };
      timers.push(timer);
      if (options.lockstep === true) queueMicrotask(callback);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
  });
  for (const entry of options.journal ?? []) ingest.observe(entry);
  const port: TestPort = makeTestPort({
    name: "prediction-ingest",
    lockstep: options.lockstep ?? false,
    ...(options.journal === undefined ? {} : { journal: options.journal }),
    observe: ingest.observe,
  });
  return { ingest, port, timers, failures };
}

/** The clock of a step as the edge sees it, with the port's time. */
function tell(port: TestPort, seconds: number, observe: (entry: Entry) => void): Entry {
  port.setNow(at(seconds));
  const entry = anEntry(aClock({ nowUs: at(seconds) }), { seq: 1_000 + seconds, machine: "clock" });
  observe(entry);
  return entry;
}

const idsOf = (journal: readonly Entry[]) =>
  journal.map(({ event }) =>
    event.kind === "signal.accepted"
      ? event.predictionId
      : event.kind === "signal.refused"
        ? `${event.predictionId}:${event.reasons.map((r) => r.code).join()}`
        : event.kind,
  );

describe("in lock-step", () => {
  it("asks once on every clock that begins a minute, and journals the verdicts as its outputs", async () => {
    const source = aModel([
      [at(60), raw("a")],
      [at(60), raw("b", { confidence: "0.1" })],
      [at(120), raw("c")],
    ]);
    const { ingest, port } = await anIngest({ source, lockstep: true });
    await ingest.start(port);
    tell(port, 55, ingest.observe);
    expect(ingest.pending()).toBe(0);
    const clock = tell(port, 60, ingest.observe);
    expect(ingest.pending()).toBe(1);
    await ingest.turn();
    expect(ingest.pending()).toBe(0);
    await ingest.turn();
    tell(port, 120, ingest.observe);
    await ingest.turn();
    expect(source.asked).toEqual([
      [undefined, at(60)],
      ["2", at(120)],
    ]);
    expect(idsOf(port.journal)).toEqual(["a", "b:LOW_CONFIDENCE", "c"]);
    expect(port.journal[0]?.header).toMatchObject({ causeId: clock.header.id, seenUs: at(60) });
  });
  it("asks again until there is an answer: a time-out makes no entry and loses none", async () => {
    const source = aModel([[at(60), raw("a")]], [timeout, timeout, timeout]);
    const { ingest, port, failures } = await anIngest({ source, lockstep: true });
    await ingest.start(port);
    tell(port, 60, ingest.observe);
    await ingest.turn();
    expect(failures).toEqual([1, 2, 3]);
    expect(idsOf(port.journal)).toEqual(["a"]);
    expect(ingest.failures()).toBe(0);
  });
  it("ends the run when the model stays silent", async () => {
    const source = aModel(
      [],
      Array.from({ length: 20 }, () => timeout),
    );
    const { ingest, port } = await anIngest({ source, lockstep: true });
    await ingest.start(port);
    tell(port, 60, ingest.observe);
    await expect(ingest.turn()).rejects.toThrow("gave no answer in 11 tries");
  });
  it.each([0, 1, 2, 3])("gives the calm run's entries when it is killed after %i of three", async (written) => {
    const source = aModel([
      [T0, raw("old")],
      [at(60), raw("a")],
      [at(60), raw("b", { confidence: "0.1" })],
      [at(60), raw("a")],
      [at(120), raw("c")],
    ]);
    const first = await anIngest({ source, lockstep: true });
    await first.ingest.start(first.port);
    tell(first.port, 0, first.ingest.observe);
    await first.ingest.turn();
    const clock = tell(first.port, 60, first.ingest.observe);
    first.port.dieAtPublish(1, written);
    await expect(first.ingest.turn()).rejects.toThrow("killed");
    const second = await anIngest({ source, lockstep: true, journal: first.port.journal });
    second.ingest.observe(clock);
    second.port.setNow(at(60));
    await second.ingest.start(second.port);
    await second.ingest.turn();
    tell(second.port, 120, second.ingest.observe);
    await second.ingest.turn();
    const calm = idsOf(second.port.journal).filter((id) => id !== "a:DUPLICATE");
    expect(calm).toEqual(["old", "a", "b:LOW_CONFIDENCE", "c"]);
  });
});

describe("in real time", () => {
  it("asks at once, then again when the interval after an answer has passed", async () => {
    const source = aModel([
      [T0, raw("a")],
      [at(5), raw("b")],
    ]);
    const { ingest, port, timers } = await anIngest({ source });
    await ingest.start(port);
    await port.woken();
    expect(ingest.pending()).toBe(1);
    await ingest.turn();
    expect(timers.map((timer) => timer.afterMs)).toEqual([5_000]);
    port.setNow(at(5));
    timers[0]?.callback();
    await port.woken();
    await ingest.turn();
    expect(source.asked).toEqual([
      [undefined, T0],
      ["1", at(5)],
    ]);
    expect(idsOf(port.journal)).toEqual(["a", "b"]);
    await ingest.stop();
    expect(timers.map((timer) => timer.afterMs)).toEqual([5_000]);
  });
  it("waits longer after every failure, and asks on from the same place", async () => {
    const source = aModel([[T0, raw("a")]], [timeout, timeout]);
    const { ingest, port, timers, failures } = await anIngest({ source });
    await ingest.start(port);
    await new Promise((resolve) => setImmediate(resolve));
    timers[0]?.callback();
    await new Promise((resolve) => setImmediate(resolve));
    expect(timers.map((timer) => timer.afterMs)).toEqual([100, 200]);
    expect(ingest.failures()).toBe(2);
    timers[1]?.callback();
    await port.woken();
    await ingest.turn();
    expect([failures, source.asked.map(([after]) => after)]).toEqual([
      [1, 2],
      [undefined, undefined, undefined],
    ]);
    expect(idsOf(port.journal)).toEqual(["a"]);
  });
  it("drops after a restart what the journal holds, and refuses it as DUPLICATE later", async () => {
    const journal = [anEntry(aSignal({ predictionId: "a", confidence: micros("0.7") }), { seq: 1 })];
    const source = aModel([
      [T0, raw("a")],
      [T0, raw("b")],
      [at(5), raw("a")],
    ]);
    const { ingest, port, timers } = await anIngest({ source, journal });
    await ingest.start(port);
    await port.woken();
    await ingest.turn();
    port.setNow(at(5));
    timers[0]?.callback();
    await port.woken();
    await ingest.turn();
    expect(idsOf(port.journal)).toEqual(["a", "b", "a:DUPLICATE"]);
  });
});

describe("a push", () => {
  it("is answered with its entries when they are journaled, in its own order", async () => {
    const { ingest, port } = await anIngest({ source: aModel([]), lockstep: true });
    await ingest.start(port);
    const entries = ingest.push([raw("a"), raw("a"), { id: "x" }]);
    expect(ingest.pending()).toBe(1);
    await ingest.turn();
    expect(idsOf((await entries) ?? [])).toEqual(["a", "a:DUPLICATE", expect.stringContaining("x:MALFORMED")]);
    expect((await entries)?.map((entry) => entry.seq)).toEqual([1, 2, 3]);
  });
  it("is not taken by a process without the lease", async () => {
    const { ingest } = await anIngest({ source: aModel([]) });
    expect(ingest.push([raw("a")])).toBeUndefined();
  });
});
