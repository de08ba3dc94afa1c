import type { Entry, Event } from "@bowline/contracts";
import { makePrng } from "@bowline/kernel";
import type { ExecutionFact } from "@bowline/rehearsal";
import type { BrokerStanding, ChaosFacts } from "./laws.ts";
import type { PlacedFact } from "./placed.ts";

/** An entry with what the laws look at; a second a sequence. */
export const entry = (event: object, seq = 1): Entry =>
  ({ seq, subject: "", header: { eventUs: seq * 1e6, seenUs: seq * 1e6 }, event: event as Event }) as Entry;

export const entriesOf = (events: readonly object[]): readonly Entry[] =>
  events.map((event, index) => entry(event, index + 1));

/** How an order of a made-up world ends. */
export const ENDS = ["filled", "canceled", "expired", "rejected", "lost", "lapsed", "working"] as const;
type End = (typeof ENDS)[number];

/** The clOrdId of the nth order: 20 characters, as the real ones have. */
export const idOf = (index: number): string => `ORDER${String.fromCodePoint(65 + index)}`.padEnd(20, "A");

const SHARE = 1_000_000;
const QTY = 10 * SHARE;

type World = {
  readonly events: object[];
  readonly orders: BrokerStanding[];
  readonly placed: Omit<PlacedFact, "wallMs">[];
};

/** A world in which everything went as it should: one order an end, each changed and with a part filled first where the seed says so. */
export function worldOf(ends: readonly End[], seed: string): ChaosFacts {
  const prng = makePrng(seed);
  const world: World = { events: [], orders: [], placed: [] };
  const executions: ExecutionFact[] = [];
  const positions = new Map<string, number>();
  ends.forEach((end, index) => {
    const clOrdId = idOf(index);
    const symbol = `S${index}`;
    const about = { clOrdId, symbol };
    world.events.push({ kind: "order.approved", order: { ...about, expiresUs: 0 } });
    if (end === "lapsed") return void world.events.push({ kind: "order.lapsed", ...about });
    world.events.push({ kind: "order.submitted", ...about, orderQty: QTY });
    if (end === "lost")
      return void world.events.push({ kind: "order.unknown", ...about }, { kind: "order.lost", ...about });
    const line = { clOrdId, ibOrderId: index + 1, orderQty: QTY };
    world.placed.push(line);
    if (end === "rejected") return void world.events.push({ kind: "order.rejected", ...about });
    world.events.push({ kind: "order.accepted", ...about });
    if (prng.unit() < 0.5) {
      const change = { ...about, replaceId: `change ${index}`, lmtPx: SHARE };
      world.events.push({ kind: "order.replace-approved", ...change });
      world.placed.push({ ...line, lmtPx: SHARE });
      world.events.push({ kind: "order.replaced", ...change, orderQty: QTY });
    }
    const fills = [...(prng.unit() < 0.5 ? [3 * SHARE] : []), ...(end === "filled" ? [QTY] : [])];
    const ids = { permId: index + 1, orderRef: clOrdId };
    const order = { ...ids, symbol, status: standingOf(end), orderQty: QTY, cumQty: fills.at(-1) ?? 0 };
    for (const [nth, cumQty] of fills.entries()) {
      const part = { lastQty: cumQty - (fills[nth - 1] ?? 0), lastPx: SHARE };
      const execId = `${index}.${cumQty}.01`;
      world.events.push({ kind: "order.filled", ...about, execId, ...part, cumQty, leavesQty: QTY - cumQty });
      world.events.push({ kind: "position.increased", symbol, quantity: cumQty });
      executions.push({ execId, order, ...part });
      positions.set(symbol, cumQty);
    }
    if (end === "canceled" || end === "expired") world.events.push({ kind: `order.${end}`, ...about });
    world.orders.push(order);
  });
  world.events.push({ kind: "broker.account" });
  return {
    entries: entriesOf(world.events),
    orders: world.orders,
    executions,
    placed: world.placed.map((line, index) => ({ ...line, wallMs: index })),
    positions: [...positions].map(([symbol, positionQty]) => ({ symbol, positionQty })),
    deadLetters: 0,
  };
}

function standingOf(end: End): string {
  if (end === "filled") return "Filled";
  return end === "working" ? "Submitted" : "Cancelled";
}
