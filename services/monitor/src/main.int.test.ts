import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bus, connectBus, publishAcked, readFrom, type ReadEntry } from "@bowline/bus";
import { encodeEvent } from "@bowline/contracts";
import { setUpJournal } from "@bowline/service-kit";
import { makeGuard, makeKeyFiles, readTrustedKeys } from "@bowline/signing";
import { type EntryLog, makeEntryLog, type SpawnedService, spawnService, withNatsServer } from "@bowline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OrderRow } from "./views/orders.ts";
import type { PositionRow } from "./views/books.ts";
import { ACCOUNT, aDay } from "./test-day.ts";

const nats = withNatsServer();
const folder = mkdtempSync(join(tmpdir(), "bowline-monitor-"));
const keys = makeKeyFiles(join(folder, "keys"));
let bus: Bus;
let log: EntryLog;
const refused: string[] = [];
let monitor: SpawnedService;

const get = async <T>(path: string): Promise<T> =>
  (await (await fetch(`http://127.0.0.1:${monitor.port}${path}`)).json()) as T;
const post = (path: string, body: object, token = "secret") =>
  fetch(`http://127.0.0.1:${monitor.port}${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
const commands = () =>
  log.entries.filter(({ event }) => event.kind === "control.kill" || event.kind === "control.resume");

beforeAll(async () => {
  writeFileSync(join(folder, "token"), "secret\n");
  bus = await connectBus({ url: nats.url, name: "test" });
  await setUpJournal(bus, {});
  for (const { subject, header, event } of aDay().slice(1)) {
    const written = await publishAcked(bus, { subject, bytes: encodeEvent(header, event), msgId: header.id });
    if (!written.ok) throw new Error(written.error.message);
  }
  log = makeEntryLog();
  const guard = makeGuard(readTrustedKeys(keys.trusted));
  const onEntry = (raw: ReadEntry): void => {
    log.add(raw);
    const event = log.entries.at(-1)?.event;
    const refusal = event === undefined ? undefined : guard.judge({ ...raw, ...raw.proof() }, event);
    if (event !== undefined && refusal !== undefined) refused.push(event.kind);
  };
  await readFrom(bus, { fromSeq: 1, onEntry, onGap: () => undefined });
  monitor = await spawnService(join(import.meta.dirname, "main.ts"), {
    BOWLINE_NATS_URL: nats.url,
    BOWLINE_ACCOUNT: ACCOUNT,
    BOWLINE_MONITOR_TOKEN_FILE: join(folder, "token"),
    BOWLINE_SIGNING_KEY_FILE: keys.signing.monitor,
  });
  await log.until(({ event }) => event.kind === "control.lease" && event.machineName === "monitor");
});
afterAll(async () => {
  await monitor.stop();
  await bus.close();
  rmSync(folder, { recursive: true });
});

describe("the monitor as a process", () => {
  it("answers from what the journal held before it started", async () => {
    await expect
      .poll(async () => (await get<{ counts: { fills: number } }>("/api/status")).counts.fills, {
        timeout: 10_000,
      })
      .toBe(2);
    expect((await get<{ positions: PositionRow[] }>("/api/positions")).positions).toMatchObject([
      { symbol: "AAPL", quantity: "100", unrealizedPnl: "50" },
    ]);
    expect((await get<{ orders: OrderRow[] }>("/api/orders")).orders).toMatchObject([{ ordStatus: "FILLED" }]);
    expect(await get("/api/models")).toEqual({ models: [] });
    expect(await get("/api/pnl")).toMatchObject({ equity: "1000049", commissions: "1" });
  });
  it("journals a kill and a resume, with scope, reason and who, and signs both", async () => {
    const answer = await post("/api/kill", { reason: "drill", by: "ann", level: "CANCEL" });
    expect(answer.status).toBe(200);
    const kill = await log.until(({ event }) => event.kind === "control.kill");
    expect(kill.event).toStrictEqual({
      kind: "control.kill",
      scope: "global",
      reason: "drill",
      by: "ann",
      level: "CANCEL",
    });
    expect(await answer.json()).toMatchObject({ seq: kill.seq });
    expect((await post("/api/resume", { reason: "done", scope: "AAPL" })).status).toBe(200);
    const resume = await log.until(({ event }) => event.kind === "control.resume");
    expect(resume.event).toMatchObject({ scope: "AAPL", reason: "done", by: "monitor" });
    expect(refused.filter((kind) => kind.startsWith("control."))).toEqual([]);
  });
  it("says where nobody has the name that it journaled a kill for", async () => {
    const answer = await post("/api/kill", { reason: "drill", scope: "strategy:nope" });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      scope: "strategy:nope",
      unknownScope: { kind: "strategy", name: "nope", isKnown: false },
    });
  });
  it("does nothing for who has no token, or says no reason, or something unknown", async () => {
    const before = commands().length;
    expect((await post("/api/kill", { reason: "drill" }, "guess")).status).toBe(401);
    expect((await fetch(`http://127.0.0.1:${monitor.port}/api/kill`, { method: "POST" })).status).toBe(401);
    const silent = await post("/api/kill", { reason: " " });
    expect(silent.status).toBe(400);
    expect(await silent.json()).toStrictEqual({ error: "reason: say why: it stands in the journal" });
    expect((await post("/api/kill", { reason: "x", level: "CANCEL_ACCOUNT" })).status).toBe(400);
    expect((await post("/api/resume", { reason: "x", colour: "red" })).status).toBe(400);
    expect(commands()).toHaveLength(before);
  });
});
