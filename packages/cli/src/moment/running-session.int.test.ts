import { join } from "node:path";
import { type Bus, connectBus, openSnapshots, publishAcked } from "@bowline/bus";
import { type Event, encodeEvent, subjectOf } from "@bowline/contracts";
import { readExport } from "@bowline/report";
import { setUpJournal } from "@bowline/service-kit/journal-setup";
import { makeStrategyMachine } from "@bowline/strategy/machine";
import { withNatsServer } from "@bowline/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "../test-command.ts";
import { openRecordedSession } from "./recorded-session.ts";
import { makeReplay } from "./replay.ts";
import { openRunningSession } from "./running-session.ts";
import { allEvaluations, recordMinutes } from "./test-recording.ts";
import type { Session } from "./session.ts";
import { why } from "./why.ts";

const nats = withNatsServer();
const folder = recordMinutes(12);
const recorded = openRecordedSession(folder);
const GROUP = "tech";
let bus: Bus;
/** The journal's own first entries stand before the recorded ones. */
let shift = 0;

beforeAll(async () => {
  bus = await connectBus({ url: nats.url, name: "test" });
  await setUpJournal(bus, {});
  const entries = [...readExport(join(folder, "export.jsonl"))];
  const header = entries[0]!.header;
  const settings = {
    BOWLINE_GROUPS: join(folder, "groups.yaml"),
    BOWLINE_STRATEGY: join(folder, "strategy.yaml"),
    BOWLINE_ACCOUNT: recorded.accountId,
  };
  const config: Event = { kind: "control.config", service: "strategy", hash: "h", yaml: JSON.stringify(settings) };
  const machine = { ...header, machine: "loop.config.strategy", id: "config" };
  await publishAcked(bus, { subject: subjectOf(config), bytes: encodeEvent(machine, config), msgId: "config" });
  shift = 2 - (entries[0]!.seq - 1);
  for (const { subject, header: own, event } of entries)
    await publishAcked(bus, { subject, bytes: encodeEvent(own, event), msgId: own.id });
});
afterAll(async () => {
  recorded.close();
  await bus.close();
});

test("a running session gives the answers that its recording gives, and from a snapshot sooner", async () => {
  const running = await openRunningSession(bus, {});
  const all = await allEvaluations(recorded, GROUP);
  const { symbol, seq, decision } = all.at(-1)!;
  const question = { symbol, group: GROUP, rule: decision.rule, until: { seq: seq + shift } };
  const whole = await why(running, question);
  expect(whole.rules).toMatchObject([{ asked: { seq: seq + shift, decision } }]);
  const [machine, skipped] = [strategyOf(running), new Set<number>()];
  const replay = makeReplay(machine, skipped);
  let entry = { seq: 0, header: { id: "" } };
  await running.read(GROUP, 0, { seq: seq + shift - 200 }, (one) => replay.apply((entry = one)));
  const snapshot = { ...replay.snapshot(), entrySeq: entry.seq, entryId: entry.header.id };
  const store = await openSnapshots(bus);
  const place = { machine: machine.name, seq: snapshot.seq, nowUs: snapshot.nowUs };
  await store.keep(place, JSON.stringify(snapshot));
  const short = await why(running, question);
  expect(short.rules).toEqual(whole.rules);
  expect(short.replayed).toBeLessThan(whole.replayed / 2);
  await store.keep(place, JSON.stringify({ ...snapshot, entryId: "of another journal" }));
  expect((await why(running, question)).replayed).toBe(whole.replayed);
});

test("the command asks a running system", async () => {
  const { out } = await runCommand(["explain", "--nats", nats.url, "--symbol", "AAPL", "--at", "09:41", "--json"]);
  expect(JSON.parse(out)).toMatchObject({ symbol: "AAPL", group: GROUP, strategy: "prediction-follow" });
});

const strategyOf = ({ groups, strategy, accountId }: Session) =>
  makeStrategyMachine({ group: GROUP, symbols: groups.byName.get(GROUP) ?? [], strategy, accountId });
