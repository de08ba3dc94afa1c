import type { Entry, EventByKind } from "@bowline/contracts";
import type { Money, Px, Qty, Us } from "@bowline/kernel";
import {
  brokerHoldings,
  equityDifference,
  type Holdings,
  type EquityPoint,
  isPositionEvent,
  type PositionEvent,
} from "@bowline/ledger";

/** Our books and the broker's account side by side, as the journal tells of both. */
export type Accounts = {
  ours: EventByKind<"account"> | undefined;
  broker: EventByKind<"broker.account"> | undefined;
  /** Our signed quantities: the broker's opening balance and every position entry since. */
  readonly quantities: Map<string, Qty>;
  /** The broker's last mark of each symbol. */
  readonly brokerMarks: Map<string, Px>;
  /** Regular close of the session that runs. */
  closeUs: Us | undefined;
  /** The largest difference at the end of any session so far. */
  worstDifference: Money | undefined;
  /** Our equity at each account entry. */
  readonly equity: EquityPoint[];
};

export const makeAccounts = (): Accounts => ({
  ours: undefined,
  broker: undefined,
  quantities: new Map(),
  brokerMarks: new Map(),
  closeUs: undefined,
  worstDifference: undefined,
  equity: [],
});

export function followAccounts(accounts: Accounts, { event, header }: Entry): void {
  if (accounts.closeUs !== undefined && header.eventUs > accounts.closeUs) closeSession(accounts);
  switch (event.kind) {
    case "account":
      accounts.ours = event;
      addPoint(accounts.equity, header.eventUs, event.equity);
      break;
    case "broker.account":
      followBroker(accounts, event);
      break;
    case "control.clock":
      if (event.closeUs !== undefined && event.nowUs <= event.closeUs) accounts.closeUs = event.closeUs;
      break;
    default:
      if (isPositionEvent(event)) followPosition(accounts, event);
  }
}

function followPosition({ quantities }: Accounts, { symbol, quantity }: PositionEvent): void {
  if (quantity === 0) quantities.delete(symbol);
  else quantities.set(symbol, quantity);
}

/** Several entries of one moment are one point: the last. */
function addPoint(points: EquityPoint[], atUs: Us, equity: Money): void {
  if (points.at(-1)?.atUs === atUs) points.pop();
  points.push({ atUs, equity });
}

function followBroker(accounts: Accounts, account: EventByKind<"broker.account">): void {
  const opening = accounts.broker === undefined;
  accounts.broker = account;
  for (const { symbol, quantity, marketPx } of account.positions) {
    if (marketPx !== undefined) accounts.brokerMarks.set(symbol, marketPx);
    if (opening && quantity !== 0 && !accounts.quantities.has(symbol)) accounts.quantities.set(symbol, quantity);
  }
}

/** Ours less the broker's at this point; `undefined` while one side is not known. */
export function differenceNow({ ours, broker, quantities, brokerMarks }: Accounts): Money | undefined {
  if (ours === undefined || broker === undefined) return undefined;
  const mine: Holdings = { cash: ours.cash, quantities };
  return equityDifference(mine, brokerHoldings(broker), brokerMarks);
}

/** All that belongs to a session is in the journal before the first entry of a later time: everything is quiet here. */
function closeSession(accounts: Accounts): void {
  accounts.closeUs = undefined;
  accounts.worstDifference = worse(accounts.worstDifference, differenceNow(accounts));
}

export const worse = (a: Money | undefined, b: Money | undefined): Money | undefined => {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.abs(b) > Math.abs(a) ? b : a;
};
