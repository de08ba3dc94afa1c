import { type Bus, connectBus, lastSequence } from "@bowline/bus";
import { aClock, anEntry, at, withNatsServer } from "@bowline/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { setUpJournal } from "./journal-setup.ts";
import { type Output, publishOutputs } from "./publisher.ts";

const nats = withNatsServer();
let bus: Bus;
let before: number;

beforeAll(async () => {
  bus = await connectBus({ url: nats.url, name: "test" });
  await setUpJournal(bus, {});
  before = await lastSequence(bus);
});
afterAll(() => bus.close());

const MANY = 2000;
const outputs: readonly Output[] = Array.from({ length: MANY }, (_, index) => {
  const { header, event } = anEntry(aClock({ nowUs: at(index) }), { seq: index + 1, machine: "clock" });
  return { header: { ...header, id: `output-${index}` }, event };
});

it("many outputs reach a server that was silent once each, some at a time", { timeout: 60_000 }, async () => {
  let retries = 0;
  const answered = Promise.withResolvers<void>();
  const hooks = {
    mayPublish: async () => undefined,
    onRetry: () => {
      retries += 1;
      answered.resolve();
    },
  };
  nats.freeze();
  const publishing = publishOutputs(bus, outputs, 1, hooks);
  await answered.promise;
  nats.thaw();
  const published = await publishing;
  expect(published.map(({ header }) => header.id)).toEqual(outputs.map(({ header }) => header.id));
  expect(new Set(published.map(({ seq }) => seq)).size).toBe(MANY);
  expect(await lastSequence(bus)).toBe(before + MANY);
  expect(retries).toBeLessThan(MANY);
});

it("a process that had no time to listen hears the answer all the same", async () => {
  const [output] = outputs;
  if (output === undefined) throw new Error("there is an output");
  const own = { header: { ...output.header, id: "starved" }, event: output.event };
  nats.freeze();
  // Its repetition gets no answer: only that to the first attempt can end it.
  const hooks = { mayPublish: async () => undefined, onRetry: nats.freeze };
  const publishing = publishOutputs(bus, [own], 1, hooks);
  for (let sent = 0; sent < 5; sent++) await new Promise((resolve) => setImmediate(resolve));
  nats.thaw();
  for (const untilMs = performance.now() + 2100; performance.now() < untilMs;);
  expect(await publishing).toMatchObject([{ seq: before + MANY + 1 }]);
  nats.thaw();
});
