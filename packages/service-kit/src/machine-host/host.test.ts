import { type Entry, type Machine, SCHEMA_VERSION, logicalId, machineHash } from "@bowline/contracts";
import { us } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { makeMachineHost } from "./host.ts";
import { DivergedError } from "./outbox.ts";

const identity = { build: "b", configVersion: "c" };

/** Echoes every kill as two resumes that count what it saw. */
function counter(): Machine {
  let seen = 0;
  return {
    name: "risk-gate",
    version: 1,
    apply: (entry, emit) => {
      if (entry.event.kind !== "control.kill") return;
      seen += 1;
      emit({ kind: "control.resume", scope: "global", reason: `first ${seen}`, by: "test" });
      emit({ kind: "control.resume", scope: "global", reason: `second ${seen}`, by: "test" });
    },
    snapshot: () => ({ seen }),
    restore: (snapshot) => void (seen = (snapshot as { seen: number }).seen),
  };
}

function kill(seq: number, causeSeq = seq, ordinal = 0): Entry {
  const id = `kill-${causeSeq}-${ordinal}`;
  return {
    seq,
    subject: "bw.control.kill",
    event: { kind: "control.kill", scope: "global", reason: "r", by: "b" },
    header: {
      id,
      causeId: "",
      causeSeq,
      ordinal,
      correlationId: id,
      machine: "operator",
      epoch: 0,
      ...identity,
      eventUs: us(seq),
      seenUs: us(seq * 10),
      schemaVersion: SCHEMA_VERSION,
    },
  };
}

const echo = (seq: number, of: Entry, ordinal: number, reason: string): Entry => ({
  seq,
  subject: "bw.control.resume",
  event: { kind: "control.resume", scope: "global", reason, by: "test" },
  header: {
    ...of.header,
    id: logicalId(of.header.id, "risk-gate", ordinal),
    causeId: of.header.id,
    causeSeq: of.seq,
    ordinal,
    machine: "risk-gate",
    seenUs: us(of.header.seenUs),
  },
});

describe("a hosted machine", () => {
  it("gives its outputs ids from cause, machine and ordinal, and the greatest receipt time so far", () => {
    const host = makeMachineHost(counter(), identity);
    host.apply(kill(5));
    const [first, second] = host.outbox.pending();
    expect(first?.header).toMatchObject({
      id: logicalId("kill-5-0", "risk-gate", 0),
      causeSeq: 5,
      ordinal: 0,
      correlationId: "kill-5-0",
      seenUs: 50,
      eventUs: 50,
    });
    expect(second?.header.ordinal).toBe(1);
  });

  it("strikes what it reads back and publishes only what is left", () => {
    const host = makeMachineHost(counter(), identity);
    host.apply(kill(1));
    host.apply(echo(2, kill(1), 0, "first 1"));
    expect(host.outbox.pending().map((item) => item.event)).toMatchObject([{ reason: "second 1" }]);
    host.apply(echo(3, kill(1), 1, "second 1"));
    expect(host.outbox.counts().unacked).toBe(0);
  });

  it("ignores its own entry repeated under another epoch", () => {
    const host = makeMachineHost(counter(), identity);
    host.apply(kill(1));
    host.apply(echo(2, kill(1), 0, "first 1"));
    host.apply(echo(3, kill(1), 0, "first 1"));
    expect(host.outbox.counts().unacked).toBe(1);
  });

  it("stops where the journal holds another content under its id, or an entry that it would not write", () => {
    const host = makeMachineHost(counter(), identity);
    host.apply(kill(1));
    expect(() => host.apply(echo(2, kill(1), 0, "something else"))).toThrow(DivergedError);
    expect(() => makeMachineHost(counter(), identity).apply(echo(2, kill(1), 0, "first 1"))).toThrow(DivergedError);
  });

  it("applies a repeated cause once", () => {
    const host = makeMachineHost(counter(), identity);
    host.apply(kill(1));
    host.apply(kill(2, 1));
    expect(host.outbox.counts().unacked).toBe(2);
  });

  it("goes on from a snapshot in the middle as if it had never stopped", () => {
    const whole = makeMachineHost(counter(), identity);
    const first = makeMachineHost(counter(), identity);
    for (const host of [whole, first]) {
      host.apply(kill(1));
      host.apply(echo(2, kill(1), 0, "first 1"));
    }
    const second = makeMachineHost(counter(), identity);
    second.restore(JSON.parse(JSON.stringify(first.snapshot("g"))) as ReturnType<typeof first.snapshot>);
    for (const host of [whole, second]) {
      host.apply(echo(3, kill(1), 0, "first 1"));
      host.apply(kill(4, 1));
      host.apply(kill(5));
    }
    expect(second.outbox.pending()).toStrictEqual(whole.outbox.pending());
    expect(second.snapshot("g")).toStrictEqual(whole.snapshot("g"));
    expect(machineHash(second.machine)).toBe(machineHash(whole.machine));
  });

  it("skips what quarantine took from it", () => {
    const host = makeMachineHost(counter(), identity, new Set([1]));
    host.apply(kill(1));
    expect(host.outbox.counts().unacked).toBe(0);
  });

  it("refuses to go back", () => {
    const host = makeMachineHost(counter(), identity);
    host.apply(kill(3));
    expect(() => host.apply(kill(3))).toThrow(/behind position/);
  });
});
