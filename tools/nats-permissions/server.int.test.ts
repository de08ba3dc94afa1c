import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bus, connectBus } from "../../packages/bus/src/connection.ts";
import { lastEntryOn } from "../../packages/bus/src/journal.ts";
import { openLeases } from "../../packages/bus/src/leases.ts";
import { publishAcked } from "../../packages/bus/src/publish.ts";
import { openSnapshots } from "../../packages/bus/src/snapshots.ts";
import { setUpJournal } from "../../packages/service-kit/src/journal-setup.ts";
import { type NatsServer, startNatsServer } from "../../packages/testkit/src/nats-server.ts";
import { readContracts } from "../docs/services.ts";
import { passwordVariable } from "./password.ts";
import { usersOf } from "./users.ts";

const ROOT = join(import.meta.dirname, "../..");
const users = usersOf(await readContracts(ROOT)).map(({ name }) => name);
const folder = mkdtempSync(join(tmpdir(), "bowline-permissions-"));
const buses = new Map<string, Bus>();
let nats: NatsServer;

const connectAs = (user: string, password = `${user}-password`): Promise<Bus> =>
  connectBus({ url: nats.url, name: user, user, password });
const busOf = (user: string): Bus => {
  const bus = buses.get(user);
  if (bus === undefined) throw new Error(`no user ${user}`);
  return bus;
};
/** Reads as a lease, for those who watch them. */
const BYTES = new TextEncoder().encode('{"holder":"","epoch":0}');
/** Whether the server takes a message from a user; its own words where it does not. */
async function publish(user: string, subject: string): Promise<string> {
  const result = await publishAcked(busOf(user), { subject, bytes: BYTES, msgId: crypto.randomUUID() });
  return result.ok ? "stored" : result.error.message;
}
async function whoMay(subject: string): Promise<readonly string[]> {
  const answers = await Promise.all(users.map(async (user) => ({ user, answer: await publish(user, subject) })));
  for (const { answer } of answers) expect(answer).toMatch(/^(stored$|Permissions Violation for Publish)/);
  return answers.filter(({ answer }) => answer === "stored").map(({ user }) => user);
}

beforeAll(async () => {
  mkdirSync(join(folder, "passwords"));
  copyFileSync(join(ROOT, "deploy/nats/nats-server.conf"), join(folder, "nats-server.conf"));
  const lines = users.map((user) => `${passwordVariable(user)}: "${user}-password"\n`);
  writeFileSync(join(folder, "passwords/passwords.conf"), lines.join(""));
  process.env["BOWLINE_NATS_SYNC_INTERVAL"] = "250ms";
  nats = await startNatsServer({ args: ["-c", join(folder, "nats-server.conf")] });
  for (const user of users) buses.set(user, await connectAs(user));
  await setUpJournal(busOf("streams"), { ticks: true });
});
afterAll(async () => {
  await Promise.all([...buses.values()].map((bus) => bus.close()));
  await nats.stop();
  rmSync(folder, { recursive: true });
});

/** Subjects of every kind of writing, and who may use them. */
const MATRIX: Readonly<Record<string, readonly string[]>> = {
  "bw.md.bar.5s.tech.AAPL": ["execution"],
  "bw.md.bar.1m.tech.AAPL": ["market-data"],
  "bw.md.quote.tech.AAPL": ["market-data"],
  "bw.request.subscribe.AAPL": ["market-data"],
  "bw.signal.accepted.tech.AAPL": ["prediction-ingest"],
  "bw.order.intent.tech.AAPL": ["strategy"],
  "bw.order.cancel-intent.tech.AAPL": ["strategy", "risk-gate", "operator"],
  "bw.order.parent-intent.tech.AAPL": ["operator"],
  "bw.order.replace-intent.tech.AAPL": ["strategy", "operator"],
  "bw.order.parent-state.tech.AAPL": ["strategy"],
  "bw.decision.tech.AAPL": ["strategy"],
  "bw.shadow.decision.tech.AAPL": ["strategy-shadow"],
  "bw.order.approved.tech.AAPL": ["risk-gate"],
  "bw.order.denied.tech.AAPL": ["risk-gate"],
  "bw.risk.trading-state.global": ["risk-gate"],
  "bw.order.submitted.tech.AAPL": ["execution"],
  "bw.order.filled.tech.AAPL": ["execution"],
  "bw.broker.session": ["execution"],
  "bw.broker.account": ["execution"],
  "bw.broker.pnl": ["execution"],
  "bw.position.opened.tech.AAPL": ["portfolio"],
  "bw.account.DU1234567": ["portfolio"],
  "bw.account.DU1234567.reconciliation": ["portfolio"],
  "bw.control.clock": ["market-data"],
  "bw.control.kill": ["execution", "monitor", "operator"],
  "bw.control.resume": ["monitor", "operator"],
  "bw.control.generation": ["streams"],
  "bw.control.strategy.demo": ["strategy", "operator"],
  "bw.control.limits": ["risk-gate", "operator"],
  "bw.risk.limits": ["risk-gate"],
  "bw.control.heartbeat.risk-gate": ["risk-gate"],
  "bw.control.lease.risk-gate": ["risk-gate"],
  "bw.control.lease.strategy.tech": ["strategy"],
  "bw.control.config.execution": ["execution"],
  "bw.control.quarantine.portfolio": ["portfolio"],
  "bw.control.alert.recorder": ["recorder", "operator"],
  "tick.AAPL": ["execution"],
  "$KV.leases.risk-gate": ["risk-gate"],
  "$KV.leases.feed": ["market-data"],
  "$KV.leases.strategy.tech": ["strategy"],
  "$KV.leases.presence.strategy.w1": ["strategy"],
  "$KV.crashes.portfolio": ["portfolio"],
};

describe("the generated permissions, on a real server", () => {
  for (const [subject, allowed] of Object.entries(MATRIX))
    it(`let ${allowed.join(" and ")} publish on ${subject}, and nobody else`, async () => {
      expect(await whoMay(subject)).toStrictEqual(allowed);
    });

  it("[fault 54] let a strategy's password approve nothing, resume nothing and raise no limit", async () => {
    const forbidden = [
      "bw.order.approved.tech.AAPL",
      "bw.risk.trading-state.global",
      "bw.control.resume",
      "bw.control.limits",
    ];
    for (const subject of forbidden)
      expect(await publish("strategy", subject), subject).toMatch(/^Permissions Violation/);
  });

  it("give a shadow no way to the gate, to the broker or into another's state", async () => {
    const subjects = Object.keys(MATRIX).filter((subject) => !subject.startsWith("bw.shadow."));
    for (const subject of subjects)
      expect(await publish("strategy-shadow", subject), subject).toMatch(/^Permissions Violation/);
    const shadow = await openSnapshots(busOf("strategy-shadow"));
    await expect(shadow.put("strategy.tech", 1, "forged")).rejects.toThrow(/permission/i);
  });
  it("let nobody in without the password", async () => {
    const { port } = nats;
    const attempt = connectBus({ url: `nats://127.0.0.1:${port}`, name: "x", user: "risk-gate", password: "guess" });
    await expect(attempt).rejects.toThrow(/authorization/i);
  });
  it("let every user of the journal read all of it", async () => {
    for (const user of users.filter((name) => !["tws-sim", "model"].includes(name)))
      expect((await lastEntryOn(busOf(user), "bw.order.approved.tech.AAPL"))?.subject, user).toBe(
        "bw.order.approved.tech.AAPL",
      );
  });
  it("let nobody but streams delete or change a stream", async () => {
    for (const user of users.filter((name) => name !== "streams")) {
      await expect(busOf(user).jsm.streams.delete("JOURNAL"), user).rejects.toThrow(/permission/i);
      await expect(busOf(user).jsm.streams.purge("JOURNAL"), user).rejects.toThrow(/permission/i);
      await expect(busOf(user).jsm.streams.update("JOURNAL", { max_bytes: 1 }), user).rejects.toThrow(/permission/i);
    }
  });
  it("let a service take its own lease by the kit's way, and not another's", async () => {
    const book = await openLeases(busOf("portfolio"), () => performance.now());
    expect(await book.take("portfolio", "p1")).toBeGreaterThan(0);
    await expect(book.take("execution", "p1")).rejects.toThrow(/permission/i);
    book.stop();
  });
  it("let a service write its own snapshots, and no worker those of another service", async () => {
    const gate = await openSnapshots(busOf("risk-gate"));
    await gate.put("risk-gate", 0, "state");
    await gate.put("risk-gate", 0, "newer state");
    const worker = await openSnapshots(busOf("strategy"));
    await worker.put("strategy.tech", 1, "state");
    expect(await worker.getAll("strategy.tech")).toStrictEqual(["state"]);
    await expect(worker.put("risk-gate", 1, "forged")).rejects.toThrow(/permission/i);
    expect(await gate.getAll("risk-gate")).toStrictEqual(["newer state"]);
  });
  it("let the simulator answer who asks for the time, and speak on nothing else but its commands", async () => {
    const simulator = busOf("tws-sim").nats;
    simulator.subscribe("lockstep.hello", { callback: (_failure, message) => void message.respond("now") });
    await simulator.flush();
    const answer = await busOf("risk-gate").nats.request("lockstep.hello", "", { timeout: 2000 });
    expect(answer.string()).toBe("now");
    expect(await publish("tws-sim", "lockstep.hello")).toMatch(/^Permissions Violation/);
    expect(await publish("strategy", "lockstep.command")).toMatch(/^Permissions Violation/);
  });
  it("do not stop who has a password from having the server answer on another's subject, as the page says", async () => {
    const subject = "bw.order.approved.tech.FORGED";
    busOf("strategy").nats.publish("$JS.API.STREAM.INFO.JOURNAL", "", { reply: subject });
    await expect
      .poll(async () => (await lastEntryOn(busOf("operator"), subject).catch(() => undefined))?.subject)
      .toBe(subject);
  });
});
