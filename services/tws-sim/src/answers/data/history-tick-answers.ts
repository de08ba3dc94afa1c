import { type ClientMessageOf, parseWireTime } from "@bowline/tws-wire";
import type { Client } from "../../clients/client.ts";
import { sendError } from "../../clients/errors.ts";
import {
  midsIn,
  pageBefore,
  pageFrom,
  type PageWish,
  quotesIn,
  type QuoteTick,
  tradesIn,
} from "../../data/tick-pages.ts";
import type { Desk } from "../../desk.ts";
import { sendMidPage, sendQuotePage, sendTradePage } from "./tick-page-messages.ts";
import { isPaced } from "./history-pacing.ts";
import { symbolFor } from "../reference/which-symbol.ts";

type ReqHistoricalTicks = ClientMessageOf<"reqHistoricalTicks">;

const FAILED = "Failed to request historical ticks:";
const NO_PERMISSION = {
  code: 10187,
  text: (name: string) => `${FAILED}No market data permissions for ${name}`,
};
const MOST = 1000;

/** reqHistoricalTicks: a page of trades, quotes or midpoints after a time, or before one. */
export function answerHistoricalTicks(desk: Desk, client: Client, request: ReqHistoricalTicks): void {
  const { reqId, startDateTime, endDateTime, count, whatToShow, ignoreSize, useRth } = request;
  const found = symbolFor(desk, client, request, NO_PERMISSION);
  if (found === undefined) return;
  const refuse = (text: string): void => sendError(client, reqId, 10187, `${FAILED}${text}`);
  if ((startDateTime === "") === (endDateTime === "")) return refuse("Either start time or end time must be given");
  if (count < 1 || count > MOST) return refuse(`Number of ticks must be between 1 and ${MOST}`);
  const asked = parseWireTime(startDateTime === "" ? endDateTime : startDateTime);
  if (asked === undefined) return refuse(`Invalid date/time ${startDateTime}${endDateTime}`);
  const identity = [found.symbol, startDateTime, endDateTime, count, whatToShow, useRth, ignoreSize].join("|");
  if (isPaced(desk, { symbol: found.symbol, exchange: request.contract.exchange, whatToShow, identity }))
    return sendError(
      client,
      reqId,
      162,
      "Historical Market Data Service error message:Historical data request pacing violation",
    );
  const nowUs = desk.data.endUs();
  const page = <Tick extends { readonly epochSeconds: number }>(read: PageWish<Tick>["read"]): readonly Tick[] => {
    const wish = { symbol: found.symbol, useRth, count, read };
    if (startDateTime === "") return pageBefore(desk.data.record, Math.min(asked, nowUs), wish);
    return pageFrom(desk.data.record, { fromUs: asked, toUs: nowUs }, wish);
  };
  if (whatToShow === "TRADES") return sendTradePage(client, reqId, page(tradesIn));
  if (whatToShow === "BID_ASK")
    return sendQuotePage(
      client,
      reqId,
      page<QuoteTick>((ticks, before) => quotesIn(ticks, ignoreSize, before)),
    );
  if (whatToShow === "MIDPOINT") return sendMidPage(client, reqId, page(midsIn));
  return refuse(`Incorrect data type ${whatToShow}`);
}
