import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bus, connectBus, deadLetterCount, lastSequence, publishAcked, readAll } from "@bowline/bus";
import {
  decodeEvent,
  encodeEvent,
  type Event,
  type Machine,
  type ServiceContract,
  subjectOf,
} from "@bowline/contracts";
import { ensureKey, type KeyFiles, makeGuard, makeKeyFiles, makeSigner, readTrustedKeys } from "@bowline/signing";
import { anEntry, withNatsServer } from "@bowline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recall } from "./admission.ts";
import { readServiceConfig } from "./config.ts";
import { setUpJournal } from "./journal-setup.ts";
import { makeLog } from "./log.ts";
import { startProcess } from "./service-process.ts";

const nats = withNatsServer();
const home = mkdtempSync(join(tmpdir(), "bowline-admission-"));
let bus: Bus;
let files: KeyFiles;
const heard: string[] = [];

beforeAll(async () => {
  bus = await connectBus({ url: nats.url, name: "test" });
  files = makeKeyFiles(home);
  await setUpJournal(bus, {});
});
afterAll(async () => {
  await bus.close();
  rmSync(home, { recursive: true, force: true });
});

const contract: ServiceContract = {
  service: "risk-gate",
  doc: "",
  consumes: ["control.kill", "control.resume"],
  publishes: [],
};

const listener = (): Machine => ({
  name: "risk-gate",
  version: 1,
  apply: ({ event }) => void ("reason" in event && heard.push(event.reason)),
  snapshot: () => 0,
  restore: () => undefined,
});

async function startGate(): Promise<{ stop(): Promise<void> }> {
  const env = {
    BOWLINE_NATS_URL: nats.url,
    BOWLINE_LOG_LEVEL: "silent",
    BOWLINE_TRUSTED_KEYS: files.trusted,
    BOWLINE_SIGNING_KEY_FILE: files.signing["risk-gate"],
  };
  return startProcess({
    contract,
    config: readServiceConfig(env, {}),
    machines: () => [listener()],
    bus: await connectBus({ url: nats.url, name: "gate" }),
    log: makeLog("risk-gate", "silent"),
    configHash: "h",
    configText: "t",
  });
}

let serial = 0;
type Message = Parameters<typeof publishAcked>[1];
/** A message of the operator's; signed with a key where one is given. */
function message(event: Event, keyFile?: string): Message {
  serial += 1;
  const { header } = anEntry(event, {
    machine: "operator",
    causeSeq: serial,
    id: `T${String(serial).padStart(25, "0")}`,
  });
  const subject = subjectOf(event);
  const bytes = encodeEvent(header, event);
  const signature = keyFile === undefined ? undefined : makeSigner("operator", keyFile)(event.kind, subject, bytes);
  return { subject, bytes, msgId: header.id, ...(signature === undefined ? {} : { signature }) };
}
const resume = (reason: string): Event => ({ kind: "control.resume", scope: "global", reason, by: "test" });
const kill = (reason: string): Event => ({ kind: "control.kill", scope: "global", reason, by: "test" });
async function publish(sent: Message): Promise<void> {
  expect((await publishAcked(bus, sent)).ok).toBe(true);
}
const untilHeard = (reason: string): Promise<void> => expect.poll(() => heard, { timeout: 10_000 }).toContain(reason);

async function alerts(): Promise<readonly string[]> {
  const codes: string[] = [];
  await readAll(bus, {
    filter: "bw.control.alert.*",
    onEntry: ({ subject, bytes }) => {
      const decoded = decodeEvent(subject, bytes);
      if (decoded.ok && decoded.value.event.kind === "control.alert") codes.push(decoded.value.event.code);
    },
  });
  return codes;
}

describe("entries that must be signed", () => {
  it("are applied when they are, and otherwise counted, put aside and told; a kill is obeyed all the same", async () => {
    const gate = await startGate();
    const signed = message(resume("signed"), files.signing.operator);
    const foreign = join(home, "foreign.key");
    ensureKey(foreign);
    await publish(signed);
    await publish(message(resume("unsigned")));
    await publish(message(resume("foreign"), foreign));
    await publish({ ...signed, msgId: "copy" });
    await publish(message(kill("unsigned kill")));
    await publish(message(kill("signed kill"), files.signing.operator));
    await untilHeard("signed kill");
    expect(heard).toEqual(["signed", "unsigned kill", "signed kill"]);
    await expect.poll(() => deadLetterCount(bus)).toBe(3);
    await expect.poll(alerts).toEqual(["SIGNATURE_REFUSED", "KILL_UNSIGNED"]);
    await gate.stop();
  });

  it("are not taken again by a reader that begins behind them", async () => {
    const signed = message(resume("before"), files.signing.operator);
    const published = await publishAcked(bus, signed);
    expect(published.ok).toBe(true);
    await publish({ ...signed, msgId: "a copy" });
    const late = makeGuard(readTrustedKeys(files.trusted));
    await recall(late, bus, await lastSequence(bus));
    const verdicts: (string | undefined)[] = [];
    await readAll(bus, {
      fromSeq: await lastSequence(bus),
      onEntry: (raw) => void verdicts.push(late.judge({ ...raw, ...raw.proof() }, resume("before"))?.code),
    });
    expect(verdicts).toEqual(["REPLAYED"]);
  });
});
