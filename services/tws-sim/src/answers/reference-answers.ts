import { encode, type ReqContractDetails } from "@bowline/tws-wire";
import { type Client, send } from "../clients/client.ts";
import { sendError } from "../clients/errors.ts";
import type { Desk } from "../desk.ts";

/** Every instrument that a query may mean, then the end mark; TWS does not mind several here. */
export function answerContractDetails(desk: Desk, client: Client, request: ReqContractDetails): void {
  const { reqId, contract, secIdType, secId } = request;
  const found = desk.instruments.find({ ...contract, secIdType, secId });
  if (found.length === 0) return sendError(client, reqId, 200);
  for (const instrument of found)
    send(client, encode.contractDetails, desk.instruments.detailsOf(instrument, reqId, desk.nowUs()));
  send(client, encode.contractDetailsEnd, { reqId });
}
