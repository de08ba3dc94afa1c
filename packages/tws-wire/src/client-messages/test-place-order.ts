import { expect } from "vitest";
import { makeWireOrder, stockContract } from "../wire-types.ts";
import { decodeClientMessage } from "./index.ts";

/**
 * A plain limit order as fields, by hand from the list of the protocol's page. `unset` is what a client sends for what
 * it does not set: one sends nothing, another its defaults.
 */
export function plainOrder(version: number, style: "empty" | "explicit"): string[] {
  const flag = style === "empty" ? "" : "0";
  const zero = flag;
  const since = (first: number, ...fields: string[]): string[] => (version >= first ? fields : []);
  return [
    ...["3", "21"],
    ...["265598", "AAPL", "STK", "", style === "empty" ? "" : "0.0", "", "", "SMART", "NASDAQ", "USD", "AAPL", "AAPL"],
    ...["", ""], // secIdType, secId
    ...["BUY", style === "empty" ? "100" : "100.0", "LMT", "187.25", ""], // action .. auxPrice
    ...[style === "empty" ? "" : "DAY", "", "DU1234567", style === "empty" ? "" : "O", zero, "K4Z7"], // tif .. orderRef
    ...["1", zero, flag, flag, zero, zero, flag, flag], // transmit, parentId, block, sweep, displaySize, trigger, outsideRth, hidden
    ...["", style === "empty" ? "" : "0.0", "", ""], // sharesAllocation, discretionaryAmt, goodAfterTime, goodTillDate
    ...["", "", "", ...(version < 177 ? [""] : []), ""], // faGroup, faMethod, faPercentage, faProfile, modelCode
    ...[zero, "", style === "empty" ? "" : "-1"], // shortSaleSlot, designatedLocation, exemptCode
    ...[zero, "", "", flag, "", "", flag, flag, ""], // ocaType .. nbboPriceCap
    ...[zero, "", "", "", "", "", flag], // auctionStrategy .. stockRangeUpper, overridePercentageConstraints
    ...["", "", "", ""], // volatility, volatilityType, deltaNeutralOrderType, deltaNeutralAuxPrice
    ...[flag, "", "", "", "", "", "", "", "", ""], // continuousUpdate .. activeStop
    ...["", flag, "", "", flag, "0", "", ""], // hedgeType .. algoStrategy, algoId
    ...[flag, "", flag, flag, flag, "0"], // whatIf, miscOptions, solicited, randomize ×2, nConditions
    ...["", "", "", "", "", "", zero, "", "", "", "", "", "", "", ""], // adjustedOrderType .. mifid
    ...[flag, flag, flag, flag], // dontUseAutoPriceForHedge, isOms, discretionaryUpToLimit, usePriceMgmtAlgo
    ...since(158, ""),
    ...since(160, ""),
    ...since(162, flag),
    ...since(166, ""),
    ...since(169, ""),
    ...since(183, ""),
    ...since(184, flag),
    ...(version >= 187 && version < 190 ? ["", "2147483647"] : []),
    ...since(189, flag),
    ...since(192, ""),
  ];
}

export const PLAIN = {
  type: "placeOrder",
  orderId: 21,
  contract: stockContract({ conId: 265_598, symbol: "AAPL", primaryExch: "NASDAQ" }),
  secIdType: "",
  secId: "",
  order: makeWireOrder({
    action: "BUY",
    totalQty: 100_000_000,
    orderType: "LMT",
    lmtPx: 187_250_000,
    account: "DU1234567",
    orderRef: "K4Z7",
  }),
};

/** The plain order at 193 with some fields replaced; an array stands for more than one field. */
export function decodedWith(changes: Readonly<Record<number, string | readonly string[]>>) {
  const fields = plainOrder(193, "empty").flatMap((field, index) => changes[index] ?? field);
  return decodeClientMessage(193, fields);
}

export const rareOf = (changes: Readonly<Record<number, string | readonly string[]>>) => {
  const result = decodedWith(changes);
  expect(result).toMatchObject({ ok: true });
  return result.ok && result.value.type === "placeOrder" ? result.value.order.rare : undefined;
};
