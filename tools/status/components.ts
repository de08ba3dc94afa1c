export interface Component {
  /** The folder, relative to the root. */
  readonly folder: string;
  /** Least share of lines covered, in percent. */
  readonly least: number;
}

/** Money and orders pass through these: they are held to more than the rest. */
const CRITICAL = new Set([
  "packages/rules",
  "packages/orders",
  "packages/risk",
  "packages/ledger",
  "packages/broker-ib",
]);

export const leastFor = (folder: string): number => (CRITICAL.has(folder) ? 95 : 90);

/** What they say, and what they understand, was only ever held against the project's own simulator. */
const FACES_TWS = new Set(["packages/broker-ib", "packages/ib-codes", "services/execution", "services/market-data"]);
/** What only simulates, tests or looks back. */
const NOT_LIVE = new Set([
  "packages/backtest",
  "packages/chaos",
  "packages/matching",
  "packages/rehearsal",
  "packages/tws-wire",
  "services/tws-sim",
]);

/** Sessions on a paper account, with the files that are to go live, before anything real. */
export const PAPER_SESSIONS = 20;

/** How far a component is proven, misses apart. */
export function provenBy(folder: string): string {
  if (NOT_LIVE.has(folder)) return "takes no part in live trading";
  if (FACES_TWS.has(folder)) return "not ready: knows TWS from the simulator alone";
  return "paper first: proven on simulated sessions alone";
}
