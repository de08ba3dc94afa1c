import type { ContractQuery } from "./instruments.ts";
import { OTHER_CONTRACTS, type OtherContract } from "./other-contract.ts";

/** The contracts that are no stocks and that a query may mean. */
export const findOther = (query: ContractQuery): readonly OtherContract[] =>
  OTHER_CONTRACTS.filter(({ contract }) =>
    query.conId === 0 ? isNamed(query) && isFit(query, contract) : contract.conId === query.conId,
  );

const isNamed = ({ symbol, localSymbol }: ContractQuery): boolean => symbol !== "" || localSymbol !== "";

const TEXTS = ["symbol", "localSymbol", "currency", "tradingClass"] as const;

/** What a query says must be so; what it leaves out may be anything. */
function isFit(query: ContractQuery, contract: OtherContract["contract"]): boolean {
  return (
    contract.secType === query.secType &&
    TEXTS.every((name) => query[name] === "" || query[name].toUpperCase() === contract[name]) &&
    ["", "SMART", contract.exchange].includes(query.exchange) &&
    // "C" or "CALL".
    ["", contract.right].includes(query.right.slice(0, 1)) &&
    // A month names every day in it.
    contract.lastTradeDate.startsWith(query.lastTradeDate) &&
    [0, contract.strike].includes(query.strike)
  );
}
