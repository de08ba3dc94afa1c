import type { Entry, Event, EventByKind } from "@bowline/contracts";
import { type Us, US_PER_MINUTE } from "@bowline/kernel";
import { type OrderOutput, canonicalOrder } from "@bowline/orders";
import type { EdgeOutput } from "@bowline/service-kit";
import { makeToldBars } from "./told-bars.ts";

type MdBar = EventByKind<"md.bar">;
type Session = EventByKind<"broker.session"> | EventByKind<"broker.reconciliation">;

/** What is to be journaled at the next turn. */
export type Outbox = {
  /** A five-second bar; dropped where the journal has it. One that comes late or otherwise than before is told. */
  addBar(bar: MdBar): void;
  addOrders(outputs: readonly OrderOutput[]): void;
  addAnswer(answer: EdgeOutput): void;
  addSession(event: Session): void;
  /** The newest picture of the account; told when it differs from the last one, and every minute. */
  setAccount(account: EventByKind<"broker.account">, nowUs: Us): void;
  /** The newest P&L of the account. */
  setPnl(pnl: EventByKind<"broker.pnl">): void;
  /** Learns what the journal has already. */
  observe(entry: Entry): void;
  size(): number;
  /** All of it, in the order of the journal: bars, orders, answers, the session, the account, its P&L. */
  take(): readonly EdgeOutput[];
  /**
   * The session and the doubts alone: what a restart adds to the journal. The rest waits for the turn that would have
   * journaled it without the restart, so that it stands in the same place.
   */
  takeSession(): readonly EdgeOutput[];
};

const DOUBTS: ReadonlySet<Event["kind"]> = new Set(["order.unknown", "order.resolved", "order.lost"]);

/** `causeOf` finds the approval that an order goes back to. */
export function makeOutbox(causeOf: (clOrdId: string) => Entry | undefined): Outbox {
  const told = makeToldBars();
  let bars: MdBar[] = [];
  let orders: OrderOutput[] = [];
  let answers: EdgeOutput[] = [];
  let sessions: Session[] = [];
  let account: EventByKind<"broker.account"> | undefined;
  let pnl: EventByKind<"broker.pnl"> | undefined;
  let toldAccount: { readonly account: string; readonly minute: number } | undefined;

  const withCause = (event: Event): EdgeOutput => {
    const cause = "clOrdId" in event && event.clOrdId !== undefined ? causeOf(event.clOrdId) : undefined;
    return cause === undefined ? { event } : { event, cause };
  };
  const standing = (): readonly Event[] => [account, pnl].filter((event) => event !== undefined);
  return {
    addBar(bar) {
      if (told.isNews(bar)) bars.push(bar);
    },
    addOrders: (outputs) => void orders.push(...outputs),
    addAnswer: (answer) => void answers.push(answer),
    addSession: (event) => void sessions.push(event),
    setAccount(next, nowUs) {
      const picture = { account: JSON.stringify(next), minute: Math.floor(nowUs / US_PER_MINUTE) };
      if (picture.account === toldAccount?.account && picture.minute === toldAccount.minute) return;
      toldAccount = picture;
      account = next;
    },
    setPnl: (next) => void (pnl = next),
    observe({ event }) {
      if (event.kind === "md.bar" && event.timeframe === "5s") told.isNews(event);
    },
    size: () => bars.length + orders.length + answers.length + sessions.length + standing().length,
    takeSession() {
      const doubts = canonicalOrder(orders.filter(({ event }) => DOUBTS.has(event.kind)));
      const outputs = [...doubts.map(({ event }) => withCause(event)), ...sessions.map((event) => ({ event }))];
      orders = orders.filter(({ event }) => !DOUBTS.has(event.kind));
      sessions = [];
      return outputs;
    },
    take() {
      const outputs: EdgeOutput[] = [
        ...bars.toSorted((a, b) => a.closeUs - b.closeUs || (a.symbol < b.symbol ? -1 : 1)).map((event) => ({ event })),
        ...canonicalOrder(orders).map(({ event }) => withCause(event)),
        ...answers,
        ...sessions.map((event) => ({ event })),
        ...standing().map((event) => ({ event })),
      ];
      bars = [];
      orders = [];
      answers = [];
      sessions = [];
      account = undefined;
      pnl = undefined;
      return outputs;
    },
  };
}
