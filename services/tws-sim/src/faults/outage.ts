import { type ActiveFault, activeWhere } from "./active-fault.ts";

/** What becomes of a message: it passes, it is lost for good, or it waits until the server is back. */
export type Fate = "passes" | "lost" | "held";

/** What does not reach TWS, and so no client: IB's servers are gone, or data stopped without a word. */
export type Outage = {
  /** Market data is dropped, order events wait. */
  loseServer(): void;
  reconnectServer(): void;
  /** Data of some symbols, or of all. */
  stopData(symbols: readonly string[] | undefined): void;
  resumeData(): void;
  isDataStopped(symbol: string): boolean;
  fateOf(messageName: string): Fate;
  /** Everything passes, but for data of symbols that are stopped. */
  isClear(): boolean;
  clear(): void;
  /** What is in force now. */
  active(): readonly ActiveFault[];
};

const ORDER_EVENTS: ReadonlySet<string> = new Set(["openOrder", "orderStatus", "execDetails", "commissionReport"]);
const DATA: ReadonlySet<string> = new Set([
  "tickPrice",
  "tickSize",
  "tickGeneric",
  "tickString",
  "tickByTick",
  "realtimeBar",
  "historicalDataUpdate",
]);
const NONE: ReadonlySet<string> = new Set();

export function makeOutage(): Outage {
  let isServerLost = false;
  let stopped: ReadonlySet<string> | "all" = NONE;
  return {
    loseServer: () => void (isServerLost = true),
    reconnectServer: () => void (isServerLost = false),
    stopData: (symbols) => void (stopped = symbols === undefined ? "all" : new Set(symbols)),
    resumeData: () => void (stopped = NONE),
    isDataStopped: (symbol) => stopped === "all" || stopped.has(symbol),
    fateOf: (name) => {
      if (isServerLost && ORDER_EVENTS.has(name)) return "held";
      return (isServerLost || stopped === "all") && DATA.has(name) ? "lost" : "passes";
    },
    isClear: () => !isServerLost && stopped !== "all",
    clear: () => {
      isServerLost = false;
      stopped = NONE;
    },
    active: () => [
      ...activeWhere(isServerLost, "server-lost"),
      ...activeWhere(
        stopped === "all" || stopped.size > 0,
        "stop-data",
        stopped === "all" ? "all" : [...stopped].join(),
      ),
    ],
  };
}
