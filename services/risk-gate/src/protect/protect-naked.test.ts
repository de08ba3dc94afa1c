import { micros, shares } from "@bowline/kernel";
import type { FlattenPolicy, RiskLimits } from "@bowline/risk";
import { at, dollars } from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exitsOpen, type FlattenRig, flattenRig, type TestOrder } from "../flatten/test-flatten.ts";
import { order } from "../test-gate.ts";

const [ENTRY, STOP, TARGET] = ["ENTRY000000000000001", "STOP0000000000000001", "TARGET00000000000001"];

type Options = { readonly policy?: Partial<FlattenPolicy>; readonly limits?: Partial<RiskLimits> };

/** A hundred shares that were bought with a stop at 95 and a target. */
function held({ policy = { onNaked: "protect" }, limits = {} }: Options = {}): FlattenRig {
  const rig = flattenRig({ policy, limits });
  const bracket = { stopClOrdId: STOP, stopPx: dollars("95"), targetClOrdId: TARGET, targetLmtPx: dollars("110") };
  rig.want(order({ clOrdId: ENTRY, bracket, expiresUs: at(rig.seconds() + 5) }));
  const entry = known(rig, ENTRY);
  rig.submit(entry);
  rig.place(STOP, "AAPL", -100, { leg: "STOP", family: ENTRY });
  rig.place(TARGET, "AAPL", -100, { leg: "TARGET", family: ENTRY });
  for (const clOrdId of [STOP, TARGET])
    rig.tell({ kind: "order.accepted", clOrdId, group: "tech", symbol: "AAPL", orderId: "1" });
  rig.fill(entry, 100);
  rig.said.length = 0;
  return rig;
}

const known = (rig: FlattenRig, id: string): TestOrder => {
  const found = rig.orders.get(id);
  if (found === undefined) throw new Error(`${id} does not work`);
  return found;
};
/** Stops of the gate's own that it approved so far. */
const placed = (rig: FlattenRig) =>
  rig.said.flatMap((event) => (event.kind === "order.approved" && event.protects !== undefined ? [event.order] : []));
const working = (rig: FlattenRig): readonly TestOrder[] =>
  rig.closing().filter(({ order: own }) => own?.rule === "protect");
/** The broker ends the stop by itself, and the position is seen without one. */
function loseStop(rig: FlattenRig, id = STOP): void {
  rig.end(known(rig, id), "canceled");
  rig.clock(1);
}
/** The target is canceled as it is asked to be, and a clock comes. */
function clearTarget(rig: FlattenRig): void {
  rig.clock(2);
  expect(known(rig, TARGET).cancelAsked).toBe(true);
  rig.end(known(rig, TARGET), "canceled");
  rig.clock(1);
}
function accept(rig: FlattenRig, order: TestOrder): void {
  rig.submit(order);
  rig.tell({ kind: "order.accepted", clOrdId: order.id, group: "tech", symbol: "AAPL", orderId: "1" });
  rig.clock(1);
}
const only = (rig: FlattenRig): TestOrder => {
  const orders = working(rig);
  expect(orders).toHaveLength(1);
  return orders[0] as TestOrder;
};

describe("a position that lost its stop", () => {
  it("is left to its strategy where the settings say so", () => {
    const rig = held({ policy: {} });
    loseStop(rig);
    rig.clock(60);
    expect([placed(rig), known(rig, TARGET).cancelAsked]).toEqual([[], false]);
  });

  it("gets it again after a while: first the target is canceled, then the stop is placed where it was, for what is held", () => {
    const rig = held();
    loseStop(rig);
    rig.clock(1);
    expect(known(rig, TARGET).cancelAsked).toBe(false);
    clearTarget(rig);
    expect(placed(rig)).toMatchObject([
      {
        side: "SELL",
        orderQty: shares(100),
        ordType: "STP",
        stopPx: dollars("95"),
        timeInForce: "GTC",
        purpose: "EXIT",
        reduceOnly: true,
        strategy: "demo",
        rule: "protect",
      },
    ]);
    expect(rig.last("order.approved")?.protects).toBe(ENTRY);
    accept(rig, only(rig));
    rig.clock(60);
    expect(placed(rig)).toHaveLength(1);
  });

  it("trips its breaker, and lets it recover once the stop works; a second loss trips it again", () => {
    const rig = held({ limits: { breakerNakedPosition: "enforced", breakerQuietMinutes: 1 } });
    loseStop(rig);
    expect(rig.last("risk.breaker")).toMatchObject({
      code: "NAKED_POSITION_BREAKER",
      action: "TRIPPED",
      scope: "AAPL",
    });
    clearTarget(rig);
    const first = only(rig);
    expect(rig.stateOf("AAPL")).toBe("REDUCING");
    accept(rig, first);
    rig.clock(60);
    expect(rig.last("risk.breaker")).toMatchObject({ code: "NAKED_POSITION_BREAKER", action: "RECOVERED" });
    expect(rig.stateOf("AAPL")).toBe("ACTIVE");
    loseStop(rig, first.id);
    expect(rig.last("risk.breaker")).toMatchObject({ action: "TRIPPED" });
    rig.clock(2);
    expect(only(rig).id).not.toBe(first.id);
  });

  it("gets no stop beside an exit of its strategy, and one when that exit failed", () => {
    const rig = held();
    rig.end(known(rig, TARGET), "canceled");
    loseStop(rig);
    const exit = order({
      clOrdId: "EXIT0000000000000001",
      side: "SELL",
      purpose: "EXIT",
      ordType: "MKT",
      lmtPx: undefined,
    });
    rig.want({ ...exit, expiresUs: at(rig.seconds() + 100) });
    rig.clock(20);
    expect(placed(rig)).toEqual([]);
    rig.end(known(rig, exit.clOrdId), "rejected");
    rig.clock(1);
    only(rig);
  });

  it("gets none that was lost on purpose: by a kill, or where everything is closed anyway", () => {
    for (const level of ["STOP", "FLATTEN"] as const) {
      const rig = held();
      rig.kill("global", { level });
      loseStop(rig);
      rig.clock(5);
      expect(placed(rig)).toEqual([]);
    }
  });

  it("keeps its target while no stop may be placed, and a person is told", () => {
    const rig = held();
    loseStop(rig);
    rig.clock(40, { phase: "POST" });
    expect([placed(rig), known(rig, TARGET).cancelAsked]).toEqual([[], false]);
    expect(rig.last("control.alert")).toMatchObject({
      code: "PROTECTION_WAITS",
      severity: "CRITICAL",
      subject: "AAPL",
      detail: expect.stringContaining("MARKET_CLOSED") as unknown,
    });
  });

  it("is not tried without end where the broker refuses its stop", () => {
    const rig = held();
    loseStop(rig);
    clearTarget(rig);
    for (let n = 0; n < 8; n++) {
      for (const stop of working(rig)) {
        rig.submit(stop);
        rig.end(stop, "rejected");
      }
      rig.clock(10);
    }
    expect(placed(rig)).toHaveLength(3);
    expect(rig.last("control.alert")?.detail).toContain("3 stops did not work");
  });

  it("waits while an order of the symbol is in doubt", () => {
    const rig = held();
    rig.doubt(known(rig, TARGET));
    loseStop(rig);
    rig.clock(10);
    expect(placed(rig)).toEqual([]);
    rig.end(known(rig, TARGET), "lost");
    rig.clock(1);
    only(rig);
  });

  it("gets a stop that was approved and never sent anew", () => {
    const rig = held();
    loseStop(rig);
    clearTarget(rig);
    const first = only(rig);
    rig.clock(15);
    expect(rig.kinds()).toContain("order.lapsed");
    rig.clock(10);
    expect(only(rig).id).not.toBe(first.id);
  });

  it("is protected only as far as it goes after a part was sold", () => {
    const rig = held();
    rig.fill(known(rig, TARGET), 30);
    rig.tell({ kind: "order.accepted", clOrdId: TARGET, group: "tech", symbol: "AAPL", orderId: "1" });
    loseStop(rig);
    clearTarget(rig);
    expect(only(rig).leaves).toBe(70);
  });
});

const HAPPENS = ["submit", "fill", "cancel", "reject", "clock", "price", "restart", "exit"] as const;
type Step = { readonly what: (typeof HAPPENS)[number]; readonly which: number; readonly part: number };
const steps = fc.array(
  fc.record({ what: fc.constantFrom(...HAPPENS), which: fc.nat({ max: 9 }), part: fc.integer({ min: 1, max: 4 }) }),
  { minLength: 5, maxLength: 40 },
);

function happen(rig: FlattenRig, { what, which, part }: Step): void {
  const orders = [...rig.orders.values()];
  const picked = orders[which % Math.max(1, orders.length)];
  const isOut = picked !== undefined && picked.state === "WORKING";
  if (what === "clock") rig.clock(part);
  else if (what === "price") rig.price("AAPL", 100 + which - part);
  else if (what === "restart") rig.restart();
  else if (what === "exit")
    rig.want(
      order({
        clOrdId: `EXIT${String(rig.said.length).padStart(16, "0")}`,
        side: "SELL",
        purpose: "EXIT",
        orderQty: shares(10 * part),
        triggerKey: `exit:${rig.said.length}`,
        expiresUs: at(rig.seconds() + 20),
      }),
    );
  else if (what === "submit" && picked?.state === "APPROVED") rig.submit(picked);
  else if (what === "fill" && isOut && picked.leaves > 0)
    rig.fill(picked, Math.max(1, Math.floor(picked.leaves / part)));
  else if (what === "cancel" && isOut) rig.end(picked, "canceled");
  else if (what === "reject" && isOut) rig.end(picked, "rejected");
}

it("never has more on the way out than there is, nor two stops for one position, whatever happens", () => {
  let stops = 0;
  fc.assert(
    fc.property(steps, (all) => {
      const rig = held({
        policy: { onNaked: "protect", repriceSeconds: 2 },
        limits: { maxOrderNotional: micros("1000000") as never },
      });
      for (const step of all) {
        happen(rig, step);
        const position = rig.held.get("AAPL") ?? 0;
        expect(position).toBeGreaterThanOrEqual(0);
        expect(exitsOpen(rig, "AAPL")).toBeLessThanOrEqual(position);
        const own = working(rig).reduce((sum, { leaves }) => sum + leaves, 0);
        expect(own).toBeLessThanOrEqual(position);
      }
      const ids = placed(rig).map(({ clOrdId }) => clOrdId);
      expect(new Set(ids).size).toBe(ids.length);
      stops += ids.length;
    }),
    { numRuns: 100 },
  );
  expect(stops).toBeGreaterThan(5);
});

it("does the same whoever folds the journal: a gate that began anew in the middle, and one that did not", () => {
  fc.assert(
    fc.property(steps, fc.nat({ max: 30 }), (all, at) => {
      const run = (restartAt: number | undefined) => {
        const rig = held();
        all.forEach((step, index) => {
          if (index === restartAt) rig.restart();
          happen(rig, step);
        });
        return { said: rig.said, state: rig.gate().snapshot() };
      };
      expect(run(at)).toEqual(run(undefined));
    }),
    { numRuns: 30 },
  );
});
