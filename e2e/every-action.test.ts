import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readExport } from "@bowline/report";
import type { Entry, EventByKind, EventKind } from "@bowline/contracts";
import { beforeAll, describe, expect, it } from "vitest";
import { type DemoProcess, type Summary, makeHome, startDemo } from "./demo-process.ts";

const PAUSE_MINUTES = 3;
const size = (shares: number): string => `size: { quantity: { shares: ${shares}, maxNotional: 20000 } }`;
const bracket = (stop: number, target: number): string => `bracket: { stopPercent: ${stop}, targetPercent: ${target} }`;
const at = (stage: number, more: string): string => `on: bar\n    when: vars.stage == ${stage} && ${more}`;
const onLoss = (stage: number): string =>
  `on: { order: lost }\n    cooldownMinutes: 1\n    when: vars.stage == ${stage} && position.quantity == 13 && orders.working == 0`;
const then = (stage: number): string => `{ setVariable: { name: stage, to: ${stage} } }`;

/**
 * Each action in its turn. A short sale waits until its shares are located, so that an entry rests for a while. What protects a
 * position that has lost its bracket can only be shown where the order that would close it was lost too.
 */
const STRATEGY = `strategy: actions
description: Takes each action once, in its turn.
groups: all
vars: { stage: { type: number, initial: 0, scope: symbol } }
rules:
  - id: rest
    ${at(0, "orders.working == 0")}
    do:
      - enter: { direction: SHORT, order: marketable-limit, collarBps: 0, cancelAfterMinutes: 30, ${size(12)}, ${bracket(3, 5)} }
      - ${then(1)}
  - id: nearer
    ${at(1, "orders.entries == 1")}
    do: [{ replace: { collarBps: 40 } }, ${then(2)}]
  - id: give-up
    ${at(2, "orders.entries == 1")}
    do: [{ cancelOrders: {} }, ${then(3)}]
  - id: go
    on: bar
    when: ["vars.stage == 3 || vars.stage == 6", orders.working == 0, position.side == "flat"]
    do:
      - enter: { direction: LONG, order: market, ${size(10)}, ${bracket(3, 5)} }
      - tag: { text: by plan }
      - notify: { severity: WARNING, text: in again }
      - { setVariable: { name: stage, to: vars.stage + 1 } }
  - id: turn
    ${at(4, "orders.stop_quantity == 10")}
    do: [{ reverse: { order: market, withinMinutes: 5, cancelAfterMinutes: 10, ${size(7)}, ${bracket(3, 5)} } }, ${then(5)}]
  - id: leave
    ${at(5, "position.quantity == -7 && orders.stop_quantity == 7")}
    do: [{ exit: {} }, { pause: { minutes: ${PAUSE_MINUTES} } }, ${then(6)}]
  - id: more
    ${at(7, "orders.stop_quantity == 10 && orders.entries == 0")}
    do: [{ scaleIn: { order: market, maxCount: 1, maxShares: 30, ${size(8)}, ${bracket(2, 4)} } }, ${then(8)}]
  - id: less
    ${at(8, "position.quantity == 18 && orders.stop_quantity == 18")}
    do: [{ reduce: { shares: 5 } }, ${then(9)}]
  - id: by-market
    ${onLoss(9)}
    do: [{ bracket: { stopPercent: 4, targetPercent: 4 } }, ${then(10)}]
  - id: by-price
    ${onLoss(10)}
    do: [{ oco: { stop: market.bid * 0.96, target: market.ask * 1.04 } }, ${then(11)}]
  - id: end
    on: bar
    when: [vars.stage == 11, orders.stop_quantity == 13, orders.target_quantity == 13, risk.state == "REDUCING"]
    do: [{ flattenAll: {} }, ${then(12)}]
`;

type WireOrder = {
  readonly action: string;
  readonly orderType: string;
  /** Prices and quantities in micros. */
  readonly totalQty: number;
  readonly lmtPx?: number;
  readonly auxPx?: number;
  readonly ocaGroup: string;
  readonly ocaType: number;
  readonly orderRef: string;
  readonly parentId: number;
  readonly transmit: boolean;
};
type Line = {
  readonly name: string;
  readonly direction: "in" | "out";
  readonly message?: {
    readonly orderId?: number;
    readonly status?: string;
    readonly order?: WireOrder;
    readonly execId?: string;
    readonly side?: string;
    readonly lastQty?: number;
  };
};

const home = makeHome();
const wireLog = join(home, "wire.jsonl");
const record = join(home, "record");
const wire = (): readonly Line[] =>
  readFileSync(wireLog, "utf8")
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);

type Placed = WireOrder & { readonly orderId: number };
const placedIn = (lines: readonly Line[]): readonly Placed[] =>
  lines.flatMap(({ name, direction, message }) =>
    name === "placeOrder" && direction === "in" && message?.order !== undefined
      ? [{ ...message.order, orderId: message.orderId ?? 0 }]
      : [],
  );
const over = { yes: false };
const pause = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 5));

/**
 * Somebody cancels in TWS, one after the other, what protects the position, and the broker refuses the order that would close it then:
 * nobody closes it, and nothing protects it.
 */
async function takeProtection(demo: DemoProcess, when: (lines: readonly Line[]) => boolean): Promise<void> {
  while (!when(wire())) {
    if (over.yes) return;
    await pause();
  }
  const url = `http://127.0.0.1:${demo.httpPortOf("tws-sim")}/sim`;
  const { open } = (await (await fetch(`${url}/orders`)).json()) as { readonly open: readonly object[] };
  const inject = (fault: object): Promise<Response> =>
    fetch(`${url}/faults`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(fault),
    });
  await inject({ fault: "swallow-orders" });
  const before = placedIn(wire()).length;
  for (const _ of open) await inject({ fault: "cancel-order", symbol: "AAPL" });
  while (placedIn(wire()).length === before) {
    if (over.yes) return;
    await pause();
  }
  await inject({ fault: "cut" });
}

const isFilled = (lines: readonly Line[], quantity: number): boolean =>
  lines.some(({ name, message }) => name === "execDetails" && message?.lastQty === quantity * 1e6);
const targetsOf = (lines: readonly Line[]): readonly Placed[] =>
  placedIn(lines).filter(({ orderType, parentId, ocaType }) => orderType === "LMT" && parentId === 0 && ocaType > 0);

/** An order as it was written, in short: `staged` waits for a sibling, `child` for its parent. */
const shown = ({ action, totalQty, orderType, transmit, parentId, ocaGroup, ocaType }: Placed): string =>
  [
    action,
    totalQty / 1e6,
    orderType,
    ...(transmit ? [] : ["staged"]),
    ...(parentId === 0 ? [] : ["child"]),
    ...(ocaGroup === "" ? [] : [`oca ${ocaType}`]),
  ].join(" ");

describe("each action of a rule, at the broker", { tags: ["all"], timeout: 300_000 }, () => {
  let summary: Summary;
  let lines: readonly Line[];
  let entries: readonly Entry[];
  /** What was written for the orders of each rule, in its order; a change is the order once more. */
  let placedBy: ReadonlyMap<string, readonly Placed[]>;
  const of = (rule: string): readonly Placed[] => placedBy.get(rule) ?? [];
  const all = <K extends EventKind>(kind: K): readonly EventByKind<K>[] =>
    entries.flatMap(({ event }) => (event.kind === kind ? [event as EventByKind<K>] : []));

  beforeAll(async () => {
    const file = (name: string, text: string): string => {
      writeFileSync(join(home, name), text);
      return join(home, name);
    };
    writeFileSync(wireLog, "");
    const strategy = file("strategy.yaml", STRATEGY);
    const groups = file("groups.yaml", "groups:\n  tech: [AAPL]\n");
    const flags = ["--seed", "1", "--minutes", "40", "--record", record, "--strategy", strategy, "--groups", groups];
    const demo = startDemo(flags, {
      BOWLINE_SIM_WIRE_LOG: wireLog,
      BOWLINE_SIM_MARKET: file("market.yaml", "borrow: { hard: [AAPL] }\n"),
      BOWLINE_SIM_SWITCHES: file("switches.yaml", "locateSeconds: 150\n"),
    });
    const byHand = async (): Promise<void> => {
      await takeProtection(demo, (now) => isFilled(now, 5));
      await takeProtection(demo, (now) => targetsOf(now).length === 1);
    };
    const running = demo.summary().finally(() => void (over.yes = true));
    [summary] = await Promise.all([running, byHand()]);
    lines = wire();
    entries = [...readExport(join(record, "export.jsonl"))];
    const rules = new Map(all("order.submitted").map(({ clOrdId, rule }) => [clOrdId, rule]));
    placedBy = Map.groupBy(placedIn(lines), ({ orderRef }) => rules.get(orderRef) ?? "");
  });

  it("enter stages entry, stop and target as one family; replace moves the entry, and makes all three smaller with it", () => {
    const [entry, stop, target, moved] = of("rest");
    expect(of("rest").map(shown)).toEqual([
      "SELL 12 LMT staged",
      "BUY 12 STP staged child",
      "BUY 12 LMT child",
      "SELL 10 LMT",
      "BUY 10 STP child",
      "BUY 10 LMT child",
    ]);
    expect([stop?.parentId, target?.parentId, moved?.orderId]).toEqual(Array.from({ length: 3 }, () => entry?.orderId));
    expect([stop?.auxPx, target?.lmtPx].map((px) => (px ?? 0) > (entry?.lmtPx ?? 0))).toEqual([true, false]);
    expect(moved?.lmtPx).toBeLessThan(entry?.lmtPx ?? 0);
  });

  it("cancelOrders takes the resting entry back before it fills", () => {
    const canceled = lines.filter(({ name, direction }) => name === "cancelOrder" && direction === "in");
    expect(canceled.map(({ message }) => message?.orderId)).toContain(of("rest")[0]?.orderId);
    expect(all("order.filled").map(({ clOrdId }) => clOrdId)).not.toContain(of("rest")[0]?.orderRef);
  });

  it("notify and tag say of each entry once what the file says", () => {
    const orders = all("order.intent").filter(({ order }) => order.rule === "go" && order.purpose === "ENTRY");
    expect(orders).toHaveLength(2);
    expect(all("control.alert").filter(({ code }) => code === "RULE_GO")).toMatchObject(
      orders.map(() => ({ severity: "WARNING", subject: "AAPL", detail: "actions: in again" })),
    );
    const tagged = [...readExport(join(record, "decisions.jsonl"))].flatMap(({ event }) =>
      event.kind === "decision" && event.tag === "by plan" ? [event] : [],
    );
    expect([...new Set(tagged.map(({ clOrdId }) => clOrdId))]).toEqual(orders.map(({ order }) => order.clOrdId));
  });

  it("reverse closes, and enters the other way with a bracket of its own; exit buys that back", () => {
    expect(of("turn").map(shown)).toEqual([
      "SELL 10 MKT",
      "SELL 7 MKT staged",
      "BUY 7 STP staged child",
      "BUY 7 LMT child",
    ]);
    expect(of("leave").map(shown)).toEqual(["BUY 7 MKT"]);
  });

  it("pause keeps the next entry out for its minutes", () => {
    const [paused, next] = [of("leave")[0], of("go")[3]].map((placed) =>
      entries.find(({ event }) => event.kind === "order.intent" && event.order.clOrdId === placed?.orderRef),
    );
    expect((next?.header.seenUs ?? 0) - (paused?.header.seenUs ?? 0)).toBeGreaterThanOrEqual(
      PAUSE_MINUTES * 60_000_000,
    );
  });

  it("scaleIn adds a family of its own; reduce makes that smaller before it sells its part", () => {
    expect(of("more").map(shown)).toEqual([
      "BUY 8 MKT staged",
      "SELL 8 STP staged child",
      "SELL 8 LMT child",
      "SELL 3 STP",
      "SELL 3 LMT",
    ]);
    expect(of("less").map(shown)).toEqual(["SELL 5 MKT"]);
  });

  it.each(["by-market", "by-price"])(
    "%s puts stop and target over what nothing protects, in one group of two",
    (rule) => {
      expect(of(rule).map(shown).slice(0, 2)).toEqual(["SELL 13 STP oca 2", "SELL 13 LMT oca 2"]);
      expect(
        new Set(
          of(rule)
            .slice(0, 2)
            .map(({ ocaGroup }) => ocaGroup),
        ).size,
      ).toBe(1);
      const closed = all("order.filled").filter(({ clOrdId }) => of(rule).some(({ orderRef }) => orderRef === clOrdId));
      expect(closed).toEqual([]);
    },
  );

  it("flattenAll goes through while the symbol may only be reduced, and leaves nothing", () => {
    expect(of("end").map(shown)).toEqual(["SELL 13 MKT"]);
    const states = entries.flatMap(({ event }) =>
      event.kind === "risk.trading-state" ? [event.state] : event.kind === "order.approved" ? [event.order.rule] : [],
    );
    expect(states.slice(0, states.indexOf("end")).findLast((state) => /^[A-Z]+$/.test(state))).toBe("REDUCING");
    // Told again after each cut.
    const executions = new Map(
      lines.flatMap(({ name, message }) => (name === "execDetails" ? [[message?.execId, message] as const] : [])),
    );
    const held = [...executions.values()].reduce(
      (sum, message) => sum + (message?.side === "BOT" ? 1 : -1) * (message?.lastQty ?? 0),
      0,
    );
    expect(held).toBe(0);
    expect(summary).toMatchObject({ openPositions: 0, unexplainedOrders: 0, lostOrders: 2, equityDifference: "0.00" });
  });
});
