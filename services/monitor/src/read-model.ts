import { type Entry, makeKnownNames, type ScopeName } from "@bowline/contracts";
import { type Calibration, makeCalibration } from "@bowline/report";
import { type AlertRow, makeAlertsView } from "./views/alerts.ts";
import { makeBooksView, type Pnl, type PositionRow } from "./views/books.ts";
import { makeOrdersView, type OrderRow } from "./views/orders.ts";
import { makeStatusView, type Status } from "./views/status.ts";

/** What the API answers with, folded from the journal. */
export type ReadModel = {
  add(entry: Entry): void;
  status(deadLetters: number): Status;
  positions(): readonly PositionRow[];
  orders(): readonly OrderRow[];
  pnl(): Pnl;
  alerts(): readonly AlertRow[];
  models(): readonly Calibration[];
  /** Whether anybody has the name of a scope; `undefined` of what is everything. */
  scope(name: string): ScopeName | undefined;
};

export function makeReadModel({ accountId }: { readonly accountId: string }): ReadModel {
  const status = makeStatusView();
  const orders = makeOrdersView();
  const alerts = makeAlertsView();
  const calibration = makeCalibration();
  const books = makeBooksView(accountId);
  const names = makeKnownNames();
  return {
    add: (entry) => {
      status.add(entry);
      orders.add(entry);
      books.add(entry);
      alerts.add(entry);
      calibration.add(entry);
      names.add(entry.event);
    },
    status: status.show,
    positions: books.positions,
    orders: orders.show,
    pnl: books.pnl,
    alerts: alerts.show,
    models: calibration.show,
    scope: names.find,
  };
}
