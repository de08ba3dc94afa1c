import { addMoney, type Money, money } from "@bowline/kernel";
import { type ActiveFault, activeWhere } from "./active-fault.ts";

/** P&L of the account that is told otherwise than it is; cash, equity and positions are told as they are. */
export type MisstatedPnl = {
  /** By so many dollars from now on; 0 ends it. */
  begin(dollars: number): void;
  /** What is told of a P&L of the day. */
  told(dailyPnl: Money): Money;
  clear(): void;
  /** What is in force now. */
  active(): readonly ActiveFault[];
};

const DOLLAR = 1_000_000;

export function makeMisstatedPnl(): MisstatedPnl {
  let by = 0;
  return {
    begin: (dollars) => void (by = dollars),
    told: (dailyPnl) => addMoney(dailyPnl, money(by * DOLLAR)),
    clear: () => void (by = 0),
    active: () => activeWhere(by !== 0, "misstate-pnl", `by ${by} dollars`),
  };
}
