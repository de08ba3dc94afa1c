import { encode } from "@bowline/tws-wire";
import { type Client, send } from "../../clients/client.ts";
import { sendError } from "../../clients/errors.ts";

/** What IB gives every account without a subscription. */
const PROVIDERS = [
  { code: "BRFG", name: "Briefing.com General Market Columns" },
  { code: "BRFUPDN", name: "Briefing.com Analyst Actions" },
  { code: "DJNL", name: "Dow Jones Newsletters" },
] as const;

const NO_ARTICLE = 10_172;
const NO_FEED = 10_276;
const NO_FUNDAMENTALS = 430;

export const answerNewsProviders = (client: Client): void =>
  send(client, encode.newsProviders, { providers: PROVIDERS });

/** Nothing was written of a simulated company. */
export const answerNewsHistory = (client: Client, reqId: number): void =>
  send(client, encode.historicalNewsEnd, { reqId, hasMore: false });

export const refuseArticle = (client: Client, reqId: number): void =>
  sendError(client, reqId, NO_ARTICLE, "Failed to request news article.");

/** Wall Street Horizon needs a subscription, which a simulated account has not. */
export const refuseCalendar = (client: Client, reqId: number): void =>
  sendError(client, reqId, NO_FEED, "News feed is not allowed.");

export const refuseFundamentals = (client: Client, reqId: number): void =>
  sendError(
    client,
    reqId,
    NO_FUNDAMENTALS,
    "We are sorry, but fundamentals data for the security specified is not available.",
  );
