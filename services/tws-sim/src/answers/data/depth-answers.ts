import { encode } from "@bowline/tws-wire";
import { type Client, send } from "../../clients/client.ts";
import { sendError } from "../../clients/errors.ts";

/** reqMktDepth: this market has one level, so nobody has a subscription to its depth. */
export const refuseDepth = (client: Client, reqId: number): void =>
  sendError(client, reqId, 10092, "Deep market data is not supported for this combination of security type/exchange");

/** reqMktDepthExchanges: no exchange shows more than the one level. */
export const answerDepthExchanges = (client: Client): void => send(client, encode.mktDepthExchanges, { exchanges: [] });

/** cancelMktDepth: there is never one to cancel. */
export const cancelDepth = (client: Client, reqId: number): void =>
  sendError(client, reqId, 310, `Can't find the subscribed market depth with tickerId:${reqId}`);
