import { type ConnectionFaults, makeConnectionFaults } from "./connection-faults.ts";
import { type Delivery, makeDelivery } from "./delivery.ts";
import { type HiddenExecutions, makeHiddenExecutions } from "./hidden-executions.ts";
import { type Distortions, makeDistortions } from "./distortions.ts";
import { makeMisstatedPnl, type MisstatedPnl } from "./misstated-pnl.ts";
import { makeOrderFaults, type OrderFaults } from "./order-faults.ts";

/** Everything that may go wrong, by where it does. */
export type Faults = {
  readonly connections: ConnectionFaults;
  readonly delivery: Delivery;
  readonly orders: OrderFaults;
  readonly hidden: HiddenExecutions;
  readonly distortions: Distortions;
  readonly misstatedPnl: MisstatedPnl;
};

type FaultOptions = {
  readonly clients: Parameters<typeof makeConnectionFaults>[0];
  readonly executions: Parameters<typeof makeHiddenExecutions>[0];
  /** Hides the nth execution of the run. */
  readonly hideNth: number | undefined;
};

export const makeFaults = ({ clients, executions, hideNth }: FaultOptions): Faults => ({
  connections: makeConnectionFaults(clients),
  delivery: makeDelivery(),
  orders: makeOrderFaults(),
  hidden: makeHiddenExecutions(executions, hideNth),
  distortions: makeDistortions(),
  misstatedPnl: makeMisstatedPnl(),
});
