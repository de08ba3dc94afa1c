import type { Us } from "@bowline/kernel";
import { encode, type ReqMktData, TICK_TYPE } from "@bowline/tws-wire";
import { type Client, send } from "../../clients/client.ts";
import { sendError } from "../../clients/errors.ts";
import { hoursFrom } from "../../instruments/hours.ts";
import type { OtherContract } from "../../instruments/other-contract.ts";
import { sendPrice, sendSize, type TickTarget } from "../data/tick-messages.ts";

const ONE = 1_000_000;
const NOT_SUBSCRIBED = "Requested market data is not subscribed.";

/** What a bond is; made, as the bond is. */
const BOND_TERMS = {
  cusip: "",
  coupon: 4_500_000,
  maturity: "20300615",
  issueDate: "20200615",
  ratings: "",
  bondType: "CORP",
  couponType: "FIXED",
  isConvertible: false,
  isCallable: false,
  isPutable: false,
  description: "simulated 4.5 06/15/30",
  nextOptionDate: "",
  nextOptionType: "",
  isNextOptionPartial: false,
  notes: "",
};

/** What a contract that is no stock is, in the message of its kind. */
export function sendOtherDetails(client: Client, other: OtherContract, to: { reqId: number; nowUs: Us }): void {
  const { contract, longName, marketName, minTickPx, under } = other;
  const common = {
    reqId: to.reqId,
    contract,
    marketName,
    minTickPx,
    orderTypes: "LMT,MKT",
    validExchanges: contract.exchange,
    longName,
    timeZoneId: "US/Eastern",
    ...hoursFrom(to.nowUs),
    secIds: [],
    marketRuleIds: String(other.marketRuleId),
  };
  if (contract.secType === "BOND") return send(client, encode.bondContractDetails, { ...common, ...BOND_TERMS });
  send(client, encode.contractDetails, {
    ...common,
    contractMonth: contract.lastTradeDate.slice(0, 6),
    ...(under === undefined ? {} : { underSymbol: under.symbol, underSecType: under.secType }),
    minQty: ONE,
    qtyIncrement: ONE,
    suggestedQtyIncrement: ONE,
  });
}

/** A snapshot of the price that stands still; nothing streams. */
export function answerOtherSnapshot(client: Client, { reqId, snapshot }: ReqMktData, other: OtherContract): void {
  if (!snapshot) return sendError(client, reqId, 354, NOT_SUBSCRIBED);
  const { px, minTickPx } = other;
  const line = { symbol: other.contract.symbol, generic: new Set<number>(), isDelayed: false };
  const target: TickTarget = { client, reqId, line };
  send(client, encode.marketDataType, { reqId, marketDataType: 1 });
  sendPrice(target, TICK_TYPE.bid, px - minTickPx);
  sendSize(target, TICK_TYPE.bidSize, ONE);
  sendPrice(target, TICK_TYPE.ask, px + minTickPx);
  sendSize(target, TICK_TYPE.askSize, ONE);
  sendPrice(target, TICK_TYPE.last, px);
  sendSize(target, TICK_TYPE.lastSize, ONE);
  send(client, encode.tickSnapshotEnd, { reqId });
}
