import type { Event } from "@bowline/contracts";
import { us } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { makeMachineSeat } from "./machine-seat.ts";
import { makeMemoryJournal, type Sight } from "./memory-journal.ts";
import { makeRounds } from "./rounds.ts";
import { stateless } from "./test-machines.ts";

const beat = (source: string, clockUs = us(1)): Event => ({ kind: "control.heartbeat", source, clockUs });

/** A table of machines that each answer one heartbeat's source with another. */
function table(answers: Record<string, Record<string, string[]>>) {
  const seen: string[] = [];
  const journal = makeMemoryJournal(({ header, event }) => {
    if (event.kind === "control.heartbeat") seen.push(`${header.machine}:${event.source}`);
  });
  const seats = Object.entries(answers).map(([name, table]) =>
    makeMachineSeat(
      stateless(name, ({ event }, emit) => {
        if (event.kind === "control.heartbeat") for (const source of table[event.source] ?? []) emit(beat(source));
      }),
      journal,
    ),
  );
  const rounds = makeRounds(journal, seats);
  const say = (source: string): void =>
    journal.append(beat(source), { machine: "outside", causeSeq: 1, ordinal: 0, eventUs: us(5), seenUs: us(5) });
  return { seen, rounds, say, journal };
}

describe("rounds", () => {
  it("give turns in the order of names until nobody has outputs", () => {
    const { seen, rounds, say } = table({
      b: { start: ["fromB"] },
      a: { start: ["fromA"], fromB: ["late"] },
      c: { late: ["last"] },
    });
    say("start");
    rounds.settle();
    expect(seen).toEqual(["outside:start", "a:fromA", "b:fromB", "a:late", "c:last"]);
  });
  it("show a machine in its turn what others published before it in the same round", () => {
    const { seen, rounds, say } = table({ a: { start: ["fromA"] }, b: { start: ["own"], fromA: ["answer"] } });
    say("start");
    rounds.settle();
    expect(seen).toEqual(["outside:start", "a:fromA", "b:own", "b:answer"]);
  });
  it("do not show a machine its own outputs", () => {
    const { seen, rounds, say } = table({ a: { start: ["start"] } });
    say("start");
    rounds.settle();
    expect(seen).toEqual(["outside:start", "a:start"]);
  });
  it("show an entry once, and only who sees its kind", () => {
    const journal = makeMemoryJournal(undefined);
    const shown: string[] = [];
    const watch = (name: string, sees?: Sight) =>
      makeMachineSeat(
        stateless(name, ({ seq }) => void shown.push(`${name}${seq}`)),
        journal,
        { sees },
      );
    const rounds = makeRounds(journal, [watch("a"), watch("b", (kind) => kind === "control.generation")]);
    const origin = { machine: "outside", causeSeq: 1, ordinal: 0, eventUs: us(5), seenUs: us(5) };
    journal.append(beat("x"), origin);
    rounds.settle();
    journal.append({ kind: "control.generation", generation: "g" }, origin);
    rounds.settle();
    expect(shown).toEqual(["a1", "a2", "b2"]);
    expect(journal.lastSeq()).toBe(2);
  });
});

it("gives entries the headers of the live loop", () => {
  const entries: unknown[] = [];
  const journal = makeMemoryJournal((entry) => void entries.push(entry));
  const seat = makeMachineSeat(
    stateless("a", (_, emit) => {
      emit(beat("one"));
      emit(beat("two"), { eventUs: us(3), correlationId: "first" });
    }),
    journal,
  );
  const rounds = makeRounds(journal, [seat]);
  journal.append(beat("start"), { machine: "outside", causeSeq: 7, ordinal: 0, eventUs: us(4), seenUs: us(5) });
  rounds.settle();
  expect(entries).toMatchObject([
    {
      seq: 1,
      subject: "bw.control.heartbeat.start",
      header: {
        id: "1",
        causeId: "",
        causeSeq: 7,
        correlationId: "1",
        machine: "outside",
        eventUs: 4,
        seenUs: 5,
        epoch: 1,
      },
    },
    {
      seq: 2,
      header: {
        id: "2",
        causeId: "1",
        causeSeq: 1,
        ordinal: 0,
        correlationId: "1",
        machine: "a",
        eventUs: 5,
        seenUs: 5,
      },
    },
    {
      seq: 3,
      header: {
        id: "3",
        causeId: "1",
        causeSeq: 1,
        ordinal: 1,
        correlationId: "first",
        machine: "a",
        eventUs: 3,
        seenUs: 5,
      },
    },
  ]);
});

it("keeps decision records out of the journal, but gives their machine its turn", () => {
  const decisions: Event[] = [];
  const kinds: string[] = [];
  const journal = makeMemoryJournal(({ event }) => void kinds.push(event.kind));
  const decision: Event = {
    kind: "decision",
    strategy: "s",
    rule: "r",
    group: "g",
    symbol: "A",
    triggerKey: "t",
    outcome: "BLOCKED",
    firstBlocker: "x",
    leaves: [],
    sizing: [],
  };
  const seat = makeMachineSeat(
    stateless("a", (_, emit) => emit(decision)),
    journal,
    { onDecision: (event) => void decisions.push(event) },
  );
  const rounds = makeRounds(journal, [seat]);
  journal.append(beat("start"), { machine: "outside", causeSeq: 1, ordinal: 0, eventUs: us(4), seenUs: us(5) });
  rounds.settle();
  expect(decisions).toEqual([decision]);
  expect(kinds).toEqual(["control.heartbeat"]);
});

it("refuses an output outside of apply: a machine acts on entries only", () => {
  let leaked: (event: Event) => void = () => undefined;
  const seat = makeMachineSeat(
    stateless("a", (_, emit) => void (leaked = emit)),
    makeMemoryJournal(undefined),
  );
  expect(() => leaked(beat("x"))).not.toThrow();
  seat.apply({ seq: 1, subject: "", header: { machine: "x", seenUs: us(1) }, event: beat("y") } as Parameters<
    typeof seat.apply
  >[0]);
  expect(() => leaked(beat("x"))).toThrow("a emits outside of apply");
});
