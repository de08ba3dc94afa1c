import type { Entry, Event, Order } from "@bowline/contracts";
import { type Qty, absQty, addQty, makePrng, negQty, qty, shares, subQty } from "@bowline/kernel";
import {
  aJournal,
  aQuote,
  aSignal,
  anEntry,
  arbitraryEvents,
  arbitraryJournal,
  at,
  checkMachineLaws,
} from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aDesk, aMachine, bracketOf, fillOf, minute, ready, says } from "./testing/scenario.ts";

type Live = {
  readonly order: Pick<Order, "clOrdId" | "side" | "orderQty">;
  readonly protects: boolean;
  cumQty: Qty;
  cancelAsked: boolean;
};

/**
 * A broker that does everything it may, in an order that the seed picks: fills in parts, answers cancels late, fills while a
 * cancel is on its way, refuses closing orders. Its own position is the truth.
 */
function trade(
  seed: string,
  steps: number,
): { readonly told: Event[]; readonly worst: string; readonly position: number } {
  const prng = makePrng(seed);
  const pick = (below: number): number => prng.uint32() % below;
  const desk = aDesk();
  const told: Event[] = [];
  let live: Live[] = [];
  let position: Qty = qty(0);
  let worst = "";
  let clock = 1;
  const tell = (...events: Event[]): void => {
    for (const event of events) {
      told.push(event);
      const { intents, cancels } = desk.tell(event);
      for (const clOrdId of cancels)
        for (const item of live) if (item.order.clOrdId === clOrdId) item.cancelAsked = true;
      for (const order of intents) onIntent(order);
    }
  };
  const onIntent = (order: Order): void => {
    if (order.purpose === "EXIT" && (live.length > 0 || order.orderQty !== absQty(position)))
      worst ||= `exit of ${order.orderQty} beside ${live.length} orders at ${position}`;
    if (pick(4) === 0) return tell(says.denied(order));
    const bracket = order.bracket;
    const side = order.side === "BUY" ? "SELL" : "BUY";
    const legs =
      bracket === undefined
        ? []
        : [bracket.stopClOrdId, bracket.targetClOrdId].map(
            (clOrdId) => ({ clOrdId, side, orderQty: order.orderQty }) as const,
          );
    live.push(
      { order, protects: false, cumQty: qty(0), cancelAsked: false },
      ...legs.map((leg) => ({ order: leg, protects: true, cumQty: qty(0), cancelAsked: false })),
    );
    tell(says.approved(order), ...[order, ...legs].map(({ clOrdId }) => says.submitted(clOrdId)));
  };
  const fill = (item: Live): void => {
    const open = subQty(item.order.orderQty, item.cumQty);
    const most = item.protects && absQty(position) < open ? absQty(position) : open;
    if (most <= 0) return;
    const lastQty = pick(2) === 0 ? most : shares(1 + pick(Number(most) / 1_000_000));
    const event = fillOf(item.order, lastQty, item.cumQty);
    const before = position;
    item.cumQty = addQty(item.cumQty, lastQty);
    position = addQty(position, item.order.side === "BUY" ? lastQty : negQty(lastQty));
    if (before !== 0 && position !== 0 && Math.sign(before) !== Math.sign(position))
      worst ||= `flipped from ${before} to ${position}`;
    live = live.filter((other) => other.cumQty < other.order.orderQty);
    tell(event);
    if (item.protects && position === 0) for (const other of [...live]) end(other);
  };
  const end = (item: Live): void => {
    live = live.filter((other) => other !== item);
    tell(says.canceled(item.order.clOrdId, item.cumQty));
  };
  const step = (): void => {
    const item = live[pick(Math.max(1, live.length))];
    const action = pick(5);
    if (action === 0) tell(minute(++clock));
    else if (action === 1)
      tell(
        aSignal({
          predictionId: `p${told.length}`,
          direction: pick(2) === 0 ? "LONG" : "SHORT",
          validUntilUs: at(86_400),
        }),
        aQuote(),
      );
    else if (item !== undefined && item.cancelAsked && action === 2) end(item);
    else if (item !== undefined) fill(item);
  };
  tell(...ready());
  for (let count = 0; count < steps; count++) step();
  return { told, worst, position };
}

describe("whatever the broker does", () => {
  test("no exit stands beside another order, and no position is turned", () => {
    let entries = 0;
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 8 }), (seed) => {
        const { worst, told } = trade(seed, 150);
        entries += told.filter((event) => event.kind === "order.filled").length;
        expect(worst).toBe("");
      }),
      { numRuns: 100 },
    );
    expect(entries).toBeGreaterThan(500);
  });

  test("the machine keeps its laws over a day's trading", () => {
    checkMachineLaws(() => aMachine(), aJournal(trade("laws", 300).told), [1, 10, 57, 200, 333]);
  });
});

test("the machine keeps its laws over anything that a journal may hold", () => {
  fc.assert(
    fc.property(arbitraryJournal(arbitraryEvents().map(forAapl)), (journal: readonly Entry[]) =>
      checkMachineLaws(() => aMachine(), journal),
    ),
    { numRuns: 100 },
  );
});

/** Half of them about a symbol that the machine trades. */
const forAapl = (event: Event): Event =>
  "symbol" in event && event.symbol !== undefined && event.symbol.length % 2 === 0
    ? ({ ...event, symbol: "AAPL" } as Event)
    : event;

test("an entry of the future, then one of the past: time does not go back", () => {
  const machine = aMachine();
  machine.apply(anEntry(minute(5)), () => undefined);
  machine.apply(anEntry(minute(1)), () => undefined);
  expect(machine.snapshot()).toMatchObject({ nowUs: at(300) });
});

test("the bracket of an entry is named by the entry alone", () => {
  const [first, second] = [1, 2].map(() => aDesk().tell(...ready(), aSignal()).intents[0]!);
  expect(bracketOf(first!)).toEqual(bracketOf(second!));
});
