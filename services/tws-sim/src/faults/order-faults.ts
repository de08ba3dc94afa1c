import type { FaultOf } from "@bowline/rehearsal/fault";
import { type ActiveFault, activeWhere } from "./active-fault.ts";

type Rejection = FaultOf<"reject-orders">;

/** What lies in wait for the requests of clients. */
export type OrderFaults = {
  rejectNext(fault: Rejection): void;
  swallowNext(times: number): void;
  raceNextCancels(times: number): void;
  /** What befalls a new order of a symbol; `undefined` where nothing does. Each call uses a fault up. */
  onPlace(symbol: string): Rejection | "swallow" | undefined;
  /** Whether the cancel that comes now loses its race. */
  onCancel(): boolean;
  clear(): void;
  /** What is in force now. */
  active(): readonly ActiveFault[];
};

export function makeOrderFaults(): OrderFaults {
  let rejections: { readonly fault: Rejection; left: number }[] = [];
  let swallows = 0;
  let races = 0;
  return {
    rejectNext: (fault) => {
      rejections = [...rejections.filter(({ left }) => left > 0), { fault, left: fault.times }];
    },
    swallowNext: (times) => void (swallows += times),
    raceNextCancels: (times) => void (races += times),
    onPlace: (symbol) => {
      if (swallows > 0) {
        swallows -= 1;
        return "swallow";
      }
      const found = rejections.find(
        ({ fault, left }) => left > 0 && (fault.symbol === undefined || fault.symbol === symbol),
      );
      if (found === undefined) return undefined;
      found.left -= 1;
      return found.fault;
    },
    onCancel: () => {
      if (races === 0) return false;
      races -= 1;
      return true;
    },
    clear: () => {
      rejections = [];
      swallows = 0;
      races = 0;
    },
    active: () => [
      ...rejections.flatMap(({ fault: { code, symbol = "any symbol" }, left }) =>
        activeWhere(left > 0, "reject-orders", `${left} more of ${symbol} with ${code}`),
      ),
      ...activeWhere(swallows > 0, "swallow-orders", `${swallows} more`),
      ...activeWhere(races > 0, "race-cancels", `${races} more`),
    ],
  };
}
