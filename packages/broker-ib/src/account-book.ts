import type { BrokerPosition } from "@bowline/contracts";
import { type Money, money, parseMicros } from "@bowline/kernel";
import type { BrokerAccount } from "./broker-data.ts";

/** Keeps what account updates tell, value by value. */
export type AccountBook = {
  value(key: string, value: string, currency: string): void;
  position(position: BrokerPosition): void;
  /** TWS marks the end of a batch of values: what came until here belongs together. */
  commit(): void;
  /** As of the last whole batch; `undefined` until cash and equity have come. Positions by symbol, flat ones left out. */
  account(): BrokerAccount | undefined;
};

const compareSymbols = (a: BrokerPosition, b: BrokerPosition): number => (a.symbol < b.symbol ? -1 : 1);

export function makeAccountBook(): AccountBook {
  const values = new Map<string, Money>();
  const positions = new Map<string, BrokerPosition>();
  let committed: BrokerAccount | undefined;
  return {
    value(key, text, currency) {
      const parsed = parseMicros(text);
      if (parsed !== undefined) values.set(`${key}.${currency}`, money(parsed));
    },
    position: (position) => void positions.set(position.symbol, position),
    commit: () => void (committed = picture(values, positions) ?? committed),
    account: () => committed,
  };
}

function picture(
  values: ReadonlyMap<string, Money>,
  positions: ReadonlyMap<string, BrokerPosition>,
): BrokerAccount | undefined {
  const cash =
    values.get("TotalCashBalance.BASE") ?? values.get("TotalCashBalance.USD") ?? values.get("TotalCashValue.USD");
  const equity =
    values.get("NetLiquidation.USD") ??
    values.get("NetLiquidation.BASE") ??
    values.get("NetLiquidationByCurrency.BASE");
  if (cash === undefined || equity === undefined) return undefined;
  const held = [...positions.values()].filter((p) => Number(p.quantity) !== 0);
  return { cash, equity, positions: held.sort(compareSymbols) };
}
