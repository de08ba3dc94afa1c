import { type ClientMessageOf, encode, type ReqContractDetails } from "@bowline/tws-wire";
import { type Client, send } from "../../clients/client.ts";
import { sendError } from "../../clients/errors.ts";
import { VALID_EXCHANGES } from "../../instruments/contract-details.ts";
import { marketRuleOf } from "../../instruments/market-rules.ts";
import { matchingInstruments } from "../../instruments/symbol-search.ts";
import type { Desk } from "../../desk.ts";
import { sendOtherDetails } from "./other-contract-answers.ts";

/** Every instrument that a query may mean, then the end mark; TWS does not mind several here. */
export function answerContractDetails(desk: Desk, client: Client, request: ReqContractDetails): void {
  const { reqId, contract, secIdType, secId } = request;
  const query = { ...contract, secIdType, secId };
  const found = desk.instruments.find(query);
  const others = found.length === 0 ? desk.instruments.findOther(query) : [];
  if (found.length + others.length === 0) return sendError(client, reqId, 200);
  for (const instrument of found)
    send(client, encode.contractDetails, desk.instruments.detailsOf(instrument, reqId, desk.nowUs()));
  for (const other of others) sendOtherDetails(client, other, { reqId, nowUs: desk.nowUs() });
  send(client, encode.contractDetailsEnd, { reqId });
}

/** reqMatchingSymbols. Options and other derivatives are not simulated, so none are told. */
export function answerMatchingSymbols(
  desk: Desk,
  client: Client,
  request: ClientMessageOf<"reqMatchingSymbols">,
): void {
  const { reqId, pattern } = request;
  const samples = matchingInstruments(desk.instruments.all, pattern).map((instrument) => ({
    conId: instrument.conId,
    symbol: instrument.localSymbol,
    secType: "STK",
    primaryExch: instrument.primaryExchange,
    currency: instrument.currency,
    derivativeSecTypes: [],
    description: instrument.name,
    issuerId: "",
  }));
  send(client, encode.symbolSamples, { reqId, samples });
}

/** reqMarketRule: the price increments of a rule that contract details named. */
export function answerMarketRule(client: Client, marketRuleId: number): void {
  const rule = marketRuleOf(marketRuleId);
  if (rule === undefined)
    return sendError(client, -1, 321, `Error validating request.-'bN' : cause - Invalid market rule ${marketRuleId}`);
  const increments = rule.map(({ fromPx, incrementPx }) => ({ lowEdgePx: fromPx, incrementPx }));
  send(client, encode.marketRule, { marketRuleId, increments });
}

/** reqSecDefOptParams: no options are simulated, so the end comes at once. */
export const answerOptionParams = (client: Client, reqId: number): void =>
  send(client, encode.securityDefinitionOptionParameterEnd, { reqId });

/** reqSmartComponents: the letters of the exchanges, in an order that is ours. */
export function answerSmartComponents(client: Client, reqId: number): void {
  const components = VALID_EXCHANGES.slice(1).map((exchange, bit) => ({
    bit,
    exchange,
    letter: String.fromCharCode("A".charCodeAt(0) + bit),
  }));
  send(client, encode.smartComponents, { reqId, components });
}
