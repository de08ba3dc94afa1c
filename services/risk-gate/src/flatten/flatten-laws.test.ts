import { micros } from "@bowline/kernel";
import { figure } from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exitsOpen, type FlattenRig, flattenRig, type TestOrder } from "./test-flatten.ts";

const SYMBOLS = ["AAPL", "BAC"] as const;
/** Sequences in the default tier; the tier `all` takes its time. */
const RUNS = { short: 80, long: 3000 };

type Happens =
  | "submit"
  | "fill"
  | "cancel"
  | "cancelBeforeFill"
  | "lateFill"
  | "reject"
  | "doubt"
  | "resolve"
  | "lose"
  | "clock"
  | "price"
  | "restart"
  | "session"
  | "again";
type Step = { readonly what: Happens; readonly which: number; readonly part: number };
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<Happens>("submit", "fill", "clock") },
    {
      weight: 2,
      arbitrary: fc.constantFrom<Happens>(
        "cancel",
        "cancelBeforeFill",
        "lateFill",
        "doubt",
        "resolve",
        "lose",
        "price",
        "restart",
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom<Happens>("reject", "session", "again") },
  ),
  which: fc.nat({ max: 9 }),
  part: fc.integer({ min: 1, max: 4 }),
});

/** Whichever order the broker may say that of. */
function pick(rig: FlattenRig, which: number, may: (order: TestOrder) => boolean): TestOrder | undefined {
  const orders = [...rig.orders.values()].filter(may);
  return orders[which % Math.max(1, orders.length)];
}

const LATE = new WeakMap<FlattenRig, TestOrder[]>();
/** Orders that ended with a fill that was not told yet. */
function late(rig: FlattenRig): TestOrder[] {
  const known = LATE.get(rig) ?? [];
  LATE.set(rig, known);
  return known;
}

const isOut = ({ state }: TestOrder): boolean => state !== "APPROVED";

/** A leg whose entry is not filled holds no position; the broker takes from the others of a family what one of them fills. */
function fill(rig: FlattenRig, { which, part }: Step): void {
  const order = pick(rig, which, (one) => isOut(one) && one.leaves > 0);
  if (order !== undefined) rig.fill(order, Math.max(1, Math.floor(order.leaves / part)));
}

const DO: Readonly<Record<Happens, (rig: FlattenRig, step: Step) => void>> = {
  submit: (rig, { which }) => {
    const order = pick(rig, which, ({ state }) => state === "APPROVED");
    if (order !== undefined) rig.submit(order);
  },
  fill,
  cancel: (rig, { which }) => {
    const order = pick(rig, which, (one) => one.cancelAsked && one.state === "WORKING");
    if (order !== undefined) rig.end(order, "canceled");
  },
  cancelBeforeFill: (rig, { which, part }) => {
    const order = pick(rig, which, (one) => one.cancelAsked && one.state === "WORKING" && one.leaves > 0);
    if (order === undefined) return;
    late(rig).push(order);
    rig.end(order, "canceled", Math.max(1, Math.floor(order.leaves / part)));
  },
  lateFill: (rig) => {
    const order = late(rig).shift();
    if (order !== undefined) rig.fill(order, order.leaves);
  },
  reject: (rig, { which }) => {
    const order = pick(rig, which, ({ state }) => state === "WORKING");
    if (order !== undefined) rig.end(order, "rejected");
  },
  doubt: (rig, { which }) => {
    const order = pick(rig, which, ({ state }) => state === "WORKING");
    if (order !== undefined) rig.doubt(order);
  },
  resolve: (rig, { which }) => {
    const order = pick(rig, which, ({ state }) => state === "UNKNOWN");
    if (order !== undefined) rig.resolve(order);
  },
  lose: (rig, { which }) => {
    const order = pick(rig, which, ({ state }) => state === "UNKNOWN");
    if (order !== undefined) rig.end(order, "lost");
  },
  clock: (rig, { which, part }) => rig.clock(which < 7 ? part : 11 * part),
  price: (rig, { which, part }) => rig.price(SYMBOLS[which % 2] ?? "AAPL", 100 + (part - 2) * (which - 4)),
  restart: (rig) => rig.restart(),
  session: (rig, { part }) =>
    rig.tell({
      kind: "broker.session",
      state: part > 2 ? "READY" : "DISCONNECTED",
      reason: "",
      serverVersion: 193,
    }),
  again: (rig) => rig.kill("global"),
};

/** Never more on the way out than there is, and never the other way round. */
function holds(rig: FlattenRig, signs: ReadonlyMap<string, number>): void {
  for (const symbol of SYMBOLS) {
    const position = rig.held.get(symbol) ?? 0;
    if (position * (signs.get(symbol) ?? 0) < 0) throw new Error(`${symbol}: the position turned to ${position}`);
    const out = exitsOpen(rig, symbol);
    if (out > Math.abs(position)) throw new Error(`${symbol}: ${out} on the way out of ${position}`);
    const closing = rig.closing().filter((order) => order.symbol === symbol).length;
    if (closing > 1) throw new Error(`${symbol}: ${closing} closing orders at once`);
  }
}

/** From here on nothing goes wrong any more: cancels are obeyed, orders are sent and filled, what was in doubt is known. */
function heal(rig: FlattenRig): void {
  rig.tell({ kind: "broker.session", state: "READY", reason: "", serverVersion: 193 });
  for (const symbol of SYMBOLS) rig.price(symbol, 100);
  for (const order of late(rig).splice(0)) rig.fill(order, order.leaves);
  rig.kill("global");
  for (let round = 0; round < 120 && rig.stateOf("global") === "FLATTENING"; round++) {
    for (const order of [...rig.orders.values()]) {
      if (order.state === "UNKNOWN") rig.resolve(order);
      else if (order.state === "APPROVED") rig.submit(order);
      else if (order.order !== undefined) rig.fill(order, order.leaves);
      else if (order.cancelAsked) rig.end(order, "canceled");
    }
    rig.clock(3);
  }
}

function endsFlat(runs: number): void {
  const total = { sequences: 0, orders: 0, fills: 0, restarts: 0, doubts: 0 };
  fc.assert(
    fc.property(
      fc.integer({ min: -150, max: 150 }),
      fc.integer({ min: 1, max: 90 }),
      fc.boolean(),
      fc.array(step, { minLength: 5, maxLength: 40 }),
      (first, second, isProtected, steps) => {
        const positions = new Map([
          ["AAPL", first === 0 ? 77 : first],
          ["BAC", second],
        ]);
        const rig = flattenRig({ positions, policy: { sliceNotional: micros("4000") as never } });
        const signs = new Map([...positions].map(([symbol, quantity]) => [symbol, Math.sign(quantity)]));
        if (isProtected) {
          const quantity = positions.get("AAPL") ?? 0;
          rig.place("STOP", "AAPL", -quantity, { leg: "STOP", family: "OPEN-AAPL" });
          rig.place("TARGET", "AAPL", -quantity, { leg: "TARGET", family: "OPEN-AAPL" });
          rig.place("ENTRY", "BAC", 10);
        }
        rig.kill("global");
        for (const now of steps) {
          DO[now.what](rig, now);
          holds(rig, signs);
        }
        heal(rig);
        holds(rig, signs);
        const left = [...rig.held.values()].filter((quantity) => quantity !== 0);
        expect(left, JSON.stringify(rig.last("risk.flatten"))).toEqual([]);
        expect(rig.stateOf("global")).toBe("HALTED");
        const ids = rig.said.flatMap((event) => (event.kind === "order.approved" ? [event.order.clOrdId] : []));
        expect(new Set(ids).size).toBe(ids.length);
        total.sequences += 1;
        total.orders += ids.length;
        total.fills += steps.filter(({ what }) => what === "fill").length;
        total.restarts += steps.filter(({ what }) => what === "restart").length;
        total.doubts += steps.filter(({ what }) => what === "doubt").length;
      },
    ),
    { numRuns: runs },
  );
  for (const [name, count] of Object.entries(total)) figure(name, count, "in all");
}

describe("flattening, whatever happens", () => {
  it("ends flat, never turns a position and never has more on the way out than there is", () =>
    expect(() => endsFlat(RUNS.short)).not.toThrow());
  it("does so in a long run of sequences too", { tags: ["all"], timeout: 300_000 }, () =>
    expect(() => endsFlat(RUNS.long)).not.toThrow(),
  );
});

it("is stuck with an alert where nothing is answered, and sends nothing more", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
      const rig = flattenRig({ positions: new Map([["AAPL", 100]]) });
      rig.kill("global");
      for (const now of steps) DO[now.what](rig, now);
      if (rig.stateOf("global") !== "FLATTENING") return;
      const order = rig.orders.values().next().value ?? undefined;
      if (order?.state === "APPROVED") rig.submit(order);
      if (order !== undefined && order.state !== "UNKNOWN") rig.doubt(order);
      const before = rig.said.filter(({ kind }) => kind === "order.approved").length;
      if (order === undefined) return;
      for (let n = 0; n < 5; n++) rig.clock(31);
      expect(rig.said.filter(({ kind }) => kind === "order.approved").length).toBe(before);
      expect(rig.last("control.alert")).toMatchObject({ code: "FLATTEN_WAITS", subject: "AAPL" });
    }),
    { numRuns: 200 },
  );
});

it("says the same whoever folds the journal: a gate that began anew in the middle, and one that did not", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 30 }), fc.nat({ max: 30 }), (steps, at) => {
      const run = (restartAt: number | undefined) => {
        const rig = flattenRig({ positions: new Map([["AAPL", 100]]) });
        rig.kill("global");
        steps.forEach((now, index) => {
          if (index === restartAt) rig.restart();
          DO[now.what](rig, now);
        });
        return { said: rig.said, state: rig.gate().snapshot() };
      };
      expect(run(at)).toEqual(run(undefined));
    }),
    { numRuns: 100 },
  );
});
