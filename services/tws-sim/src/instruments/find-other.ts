import type { ContractQuery } from "./instruments.ts";
import { OTHER_CONTRACTS, type OtherContract } from "./other-contract.ts";

/** The contracts that are no stocks and that a query may mean. */
export const findOther = (query: ContractQuery): readonly OtherContract[] =>
  OTHER_CONTRACTS.filter(({ contract }) => {
    if (query.conId !== 0) return contract.conId === query.conId;
    const isSaid = (asked: string, value: string): boolean => asked === "" || asked.toUpperCase() === value;
    return (
      contract.secType === query.secType &&
      (query.symbol !== "" || query.localSymbol !== "") &&
      isSaid(query.symbol, contract.symbol) &&
      isSaid(query.localSymbol, contract.localSymbol) &&
      isSaid(query.currency, contract.currency) &&
      isSaid(query.tradingClass, contract.tradingClass) &&
      isSaid(query.right.slice(0, 1), contract.right) &&
      (query.exchange === "SMART" || isSaid(query.exchange, contract.exchange)) &&
      // A month names every day in it.
      contract.lastTradeDate.startsWith(query.lastTradeDate) &&
      (query.strike === 0 || query.strike === contract.strike)
    );
  });
