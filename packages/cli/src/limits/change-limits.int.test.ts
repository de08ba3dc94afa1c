import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Bus,
  connectBus,
  deadLetterCount,
  lastEntryOn,
  lastSequence,
  publishAcked,
  type PublishRequest,
} from "@bowline/bus";
import { encodeEvent, type Event, type EventByKind, subjectOf } from "@bowline/contracts";
import { micros, money, sha256Hex } from "@bowline/kernel";
import { renderLimits } from "@bowline/risk";
import { setUpJournal } from "@bowline/service-kit/journal-setup";
import { ensureKey, keyFilesIn, makeSign, readSigningKey, renderTrustedKeys } from "@bowline/signing";
import { anEntry, type SpawnedService, spawnService, withNatsServer } from "@bowline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readEntries } from "../journal-reading.ts";
import { ROOT } from "../runner/home.ts";
import { applyChange, prepareChange, signChange } from "./change-limits.ts";

const nats = withNatsServer();
const home = mkdtempSync(join(tmpdir(), "bowline-limits-"));
const file = (name: string, text: string): string => {
  writeFileSync(join(home, name), text);
  return join(home, name);
};
const { signing } = keyFilesIn(home);
const [ada, bob] = [join(home, "ada.key"), join(home, "bob.key")];
const limitsFile = file("limits.yaml", renderLimits({ equity: money(micros("100000")), profile: "careful" }));
const START = readFileSync(limitsFile, "utf8");
const withOrders = (count: number): string => START.replace(/maxOpenOrders: \d+/, `maxOpenOrders: ${count}`);
let bus: Bus;
let gate: SpawnedService;

const startGate = (): Promise<SpawnedService> =>
  spawnService(join(ROOT, "services/risk-gate/src/main.ts"), {
    BOWLINE_NATS_URL: nats.url,
    BOWLINE_ACCOUNT: "DU1234567",
    BOWLINE_GROUPS: file("groups.yaml", "groups: { tech: [AAPL] }\n"),
    BOWLINE_LIMITS: limitsFile,
    BOWLINE_SIGNING_KEY_FILE: signing["risk-gate"],
    BOWLINE_TRUSTED_KEYS: join(home, "trusted-keys.yaml"),
  });

beforeAll(async () => {
  const operators = { ada, bob };
  file(
    "trusted-keys.yaml",
    renderTrustedKeys([
      { signer: "risk-gate", name: "risk-gate", key: ensureKey(signing["risk-gate"]) },
      ...Object.entries(operators).map(([name, keyFile]) => ({
        signer: "operator" as const,
        name,
        key: ensureKey(keyFile),
      })),
    ]),
  );
  bus = await connectBus({ url: nats.url, name: "test" });
  await setUpJournal(bus, {});
  gate = await startGate();
});
afterAll(async () => {
  await gate.stop();
  await bus.close();
  rmSync(home, { recursive: true, force: true });
});

/** Whose signature is not believed gets no answer: that is not waited for long. */
const apply = async (yaml: string, second?: string, { keyFile = ada, withinMs = 20_000 } = {}) =>
  applyChange(bus, await prepareChange(bus, file("next.yaml", yaml)), {
    keyFile,
    withinMs,
    reason: "test",
    by: "ada",
    ...(second === undefined ? {} : { secondSignature: second }),
  });
const secondBy = async (keyFile: string, yaml: string): Promise<string> =>
  signChange(await prepareChange(bus, file("next.yaml", yaml)), keyFile);
const inForce = async (): Promise<string> => (await prepareChange(bus, limitsFile)).replaces;
const isUp = async (): Promise<boolean> => (await fetch(`http://127.0.0.1:${gate.port}/healthz`)).ok;

describe("[fault 55] limits while the gate runs", () => {
  it("are lowered by one operator, and raised within a session by two", async () => {
    expect(await inForce()).toBe(sha256Hex(START));
    expect(await apply(withOrders(5))).toMatchObject({ looser: "" });
    await expect(apply(withOrders(90))).rejects.toThrow("LIMIT_CHANGE_UNSIGNED");
    const second = await secondBy(bob, withOrders(90));
    expect(await apply(withOrders(90), second)).toMatchObject({ looser: "maxOpenOrders", by: "ada" });
    expect(await inForce()).toBe(sha256Hex(withOrders(90)));
  });

  it("stay where a change cannot be read, is unsigned, is signed by one person twice, or by nobody who is known", async () => {
    const before = await inForce();
    const aside = await deadLetterCount(bus);
    await expect(apply("limits: {}")).rejects.toThrow("next.yaml:1");
    const unsigned: Event = {
      kind: "control.limits",
      hash: sha256Hex(withOrders(900)),
      replaces: before,
      yaml: withOrders(900),
      reason: "",
      by: "nobody",
    };
    const { header } = anEntry(unsigned, {
      machine: "operator",
      causeSeq: Number.MAX_SAFE_INTEGER,
      id: "U".repeat(26),
    });
    const request = { subject: subjectOf(unsigned), bytes: encodeEvent(header, unsigned), msgId: header.id };
    expect((await publishAcked(bus, request)).ok).toBe(true);
    await expect(apply(withOrders(900), await secondBy(ada, withOrders(900)), { withinMs: 1000 })).rejects.toThrow(
      "has not answered",
    );
    const stranger = join(home, "stranger.key");
    ensureKey(stranger);
    await expect(apply(withOrders(4), undefined, { keyFile: stranger, withinMs: 1000 })).rejects.toThrow(
      "has not answered",
    );
    await expect.poll(() => deadLetterCount(bus)).toBe(aside + 3);
    expect(await inForce()).toBe(before);
    expect(await isUp()).toBe(true);
  });

  it("do not follow an edit of the file, also where it cannot be read any more: the gate starts with those in force", async () => {
    const before = await inForce();
    writeFileSync(limitsFile, "limits: [");
    await gate.kill();
    gate = await startGate();
    await expect.poll(() => lastEntryOn(bus, "bw.control.alert.risk-gate"), { timeout: 15_000 }).toBeDefined();
    writeFileSync(limitsFile, START);
    expect(await inForce()).toBe(before);
    expect(await apply(withOrders(6))).toMatchObject({ looser: "" });
  });
});

let written = 0;
/** As an operator's command would be written, signed by whoever has this key; without one: by nobody. */
function commandOf(event: Event, keyFile?: string, nowMs?: () => number): PublishRequest {
  written += 1;
  const id = `COMMAND${String(written).padStart(19, "0")}`;
  const { header } = anEntry(event, { machine: "operator", causeSeq: Number.MAX_SAFE_INTEGER - 1000 + written, id });
  const request = { subject: subjectOf(event), bytes: encodeEvent(header, event), msgId: id };
  if (keyFile === undefined) return request;
  const sign = makeSign(readSigningKey(keyFile), nowMs === undefined ? {} : { nowMs });
  return { ...request, signature: sign(request.subject, request.bytes) };
}

const twoMinutesAgo = (): number => Temporal.Now.instant().epochMilliseconds - 120_000;

/** Everything that somebody could try who can write into the journal and has no operator's key. */
function forgeriesOf(event: () => Event, genuine: PublishRequest): Readonly<Record<string, PublishRequest>> {
  const foreign = join(home, "foreign.key");
  ensureKey(foreign);
  const { signature = "" } = commandOf(event(), ada);
  return {
    MISSING: commandOf(event()),
    MALFORMED: { ...commandOf(event()), signature: "ed25519.1;x" },
    FOREIGN_KEY: commandOf(event(), foreign),
    // The gate itself signs the limits that a journal begins with.
    ...(genuine.subject === "bw.control.limits" ? {} : { WRONG_SIGNER: commandOf(event(), signing["risk-gate"]) }),
    TAMPERED: { ...commandOf(event()), signature },
    EXPIRED: commandOf(event(), ada, twoMinutesAgo),
    REPLAYED: { ...genuine, msgId: `${genuine.msgId}-copy` },
  };
}

/** How often the gate refused a signature, by code. */
async function refusals(): Promise<Readonly<Record<string, number>>> {
  const text = await (await fetch(`http://127.0.0.1:${gate.port}/metrics`)).text();
  const lines = text.matchAll(/^bowline_signatures_refused_total\{code="(\w+)"[^}]*\} (\d+)$/gm);
  return Object.fromEntries([...lines].map(([, code = "", count]) => [code, Number(count)]));
}

async function alertsSince(fromSeq: number): Promise<readonly EventByKind<"control.alert">[]> {
  const found: EventByKind<"control.alert">[] = [];
  const onEntry = ({ event }: { readonly event: Event }): void => {
    if (event.kind === "control.alert") found.push(event);
  };
  await readEntries(bus, { fromSeq, filter: "bw.control.alert.>", onEntry });
  return found;
}

const resume = (): Event => ({ kind: "control.resume", scope: `GONE${written}`, reason: "let me", by: "mallory" });
const limits = (): Event => ({
  kind: "control.limits",
  hash: sha256Hex(withOrders(4)),
  replaces: sha256Hex(withOrders(3)),
  yaml: withOrders(4),
  reason: "",
  by: "mallory",
});
const kill = (): Event => ({ kind: "control.kill", scope: `GONE${written}`, reason: "help", by: "anybody" });

describe("[faults 54-55] what an operator did not sign", () => {
  it.each([
    ["resume", resume],
    ["change of limits", limits],
  ])("a %s is refused in every way to forge it, each counted and put aside, and told", async (_, event) => {
    const [before, aside, fromSeq, inForceBefore] = [
      await refusals(),
      await deadLetterCount(bus),
      (await lastSequence(bus)) + 1,
      await inForce(),
    ];
    const genuine = commandOf(event(), ada);
    const forged = forgeriesOf(event, genuine);
    for (const request of [genuine, ...Object.values(forged)]) expect((await publishAcked(bus, request)).ok).toBe(true);
    const counted = Object.fromEntries(Object.keys(forged).map((code) => [code, (before[code] ?? 0) + 1]));
    await expect.poll(refusals, { timeout: 20_000 }).toEqual({ ...before, ...counted });
    await expect.poll(() => deadLetterCount(bus)).toBe(aside + Object.keys(forged).length);
    const told = async () => (await alertsSince(fromSeq)).filter(({ code }) => code === "SIGNATURE_REFUSED");
    await expect
      .poll(told, { timeout: 10_000 })
      .toContainEqual(expect.objectContaining({ severity: "CRITICAL", subject: genuine.subject }));
    expect(await inForce()).toBe(inForceBefore);
    expect(await isUp()).toBe(true);
  });

  it("a kill is obeyed all the same, and told", async () => {
    const genuine = commandOf(kill(), ada);
    const forged = forgeriesOf(kill, genuine);
    const fromSeq = (await lastSequence(bus)) + 1;
    for (const request of [genuine, ...Object.values(forged)]) expect((await publishAcked(bus, request)).ok).toBe(true);
    const told = async () =>
      new Set(
        (await alertsSince(fromSeq)).flatMap(({ code, detail }) =>
          code === "KILL_UNSIGNED" ? [detail.split(": ")[1]] : [],
        ),
      );
    await expect.poll(told, { timeout: 20_000 }).toEqual(new Set(Object.keys(forged)));
    expect(await isUp()).toBe(true);
  });
});
