import { ConfigFailure, readTextFile } from "@bowline/config";
import {
  type AccountWish,
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

export type BrokerWish = Pick<BrokerOptions, "symbols"> & {
  /** At least one. */
  readonly accounts: readonly AccountWish[];
  readonly behaviour?: Partial<Behaviour>;
  readonly fills?: Partial<FillTerms>;
  /** Draws who lends shares. */
  readonly seed: number;
  readonly script?: MarketScript | undefined;
};

/** The broker of the accounts as a market file describes it; without one, with the default fees. */
export function openBroker({ symbols, accounts, seed, script, behaviour = {}, fills = {} }: BrokerWish): Broker {
  const [first, ...others] = accounts;
  const terms = { symbols, behaviour, fills };
  if (script === undefined) {
    return others.length > 0 ? makeBrokerage({ ...terms, accounts }) : makeBroker({ ...terms, ...first });
  }
  const { borrow, fees } = script;
  return makeBrokerage({
    ...terms,
    fees,
    accounts,
    ...(borrow === undefined ? {} : { instruments: (symbol) => ({ borrow: borrowOf(seed, symbol, borrow).flag }) }),
  });
}
