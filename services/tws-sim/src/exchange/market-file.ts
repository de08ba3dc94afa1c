import { ConfigFailure, readTextFile } from "@bowline/config";
import {
  type Behaviour,
  borrowOf,
  type Broker,
  type BrokerOptions,
  type FillTerms,
  makeBroker,
  makeBrokerage,
} from "@bowline/matching";
import { type MarketScript, parseMarketScript } from "@bowline/matching/script";

/** A market file; throws ConfigFailure with every finding. */
export function readMarketScript(file: string): MarketScript {
  const script = parseMarketScript(readTextFile(file, "a market file (YAML)"), file);
  if (!script.ok) throw new ConfigFailure(script.error);
  return script.value;
}

export type BrokerWish = Required<Pick<BrokerOptions, "symbols" | "accountId" | "cash">> & {
  readonly behaviour?: Partial<Behaviour>;
  readonly fills?: Partial<FillTerms>;
  /** Draws who lends shares. */
  readonly seed: number;
  readonly script?: MarketScript | undefined;
};

/** The broker that a market file describes; without one, a single account with the default fees. */
export function openBroker({ symbols, accountId, cash, seed, script, behaviour = {}, fills = {} }: BrokerWish): Broker {
  if (script === undefined) return makeBroker({ symbols, accountId, cash, behaviour, fills });
  const { borrow, fees, accounts } = script;
  return makeBrokerage({
    symbols,
    behaviour,
    fills,
    fees,
    accounts: accounts.length > 0 ? accounts : [{ accountId, cash }],
    ...(borrow === undefined ? {} : { instruments: (symbol) => ({ borrow: borrowOf(seed, symbol, borrow).flag }) }),
  });
}
