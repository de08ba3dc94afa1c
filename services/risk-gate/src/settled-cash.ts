import { addMoney, type Money, subMoney } from "@bowline/kernel";
import type { GateState } from "./machine-state.ts";

/** Cash that has settled, less what open buys and this order may take; sales of today have not. */
export function settledCashLeft({ holdings, soldToday }: GateState, buysWorth: Money | undefined): Money | undefined {
  if (holdings.startCash === undefined || buysWorth === undefined) return undefined;
  return subMoney(subMoney(addMoney(holdings.startCash, holdings.cashFlow), soldToday), buysWorth);
}
