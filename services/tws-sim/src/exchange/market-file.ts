import { ConfigFailure, readTextFile } from "@bowline/config";
import { borrowOf, type Broker, type BrokerOptions, makeBroker, makeBrokerage } from "@bowline/matching";
import { type MarketScript, parseMarketScript } from "@bowline/matching/script";

/** A market file; throws ConfigFailure with every finding. */
export function readMarketScript(file: string): MarketScript {
  const script = parseMarketScript(readTextFile(file, "a market file (YAML)"), file);
  if (!script.ok) throw new ConfigFailure(script.error);
  return script.value;
}

export type BrokerWish = Required<Pick<BrokerOptions, "symbols" | "accountId" | "cash">> & {
  /** Draws who lends shares. */
  readonly seed: number;
  readonly script?: MarketScript | undefined;
};

/** The broker that a market file describes; without one, a single account with the default fees. */
export function openBroker({ symbols, accountId, cash, seed, script }: BrokerWish): Broker {
  if (script === undefined) return makeBroker({ symbols, accountId, cash });
  const { borrow, fees, accounts } = script;
  return makeBrokerage({
    symbols,
    fees,
    accounts: accounts.length > 0 ? accounts : [{ accountId, cash }],
    ...(borrow === undefined ? {} : { instruments: (symbol) => ({ borrow: borrowOf(seed, symbol, borrow).flag }) }),
  });
}
