import { encode } from "@bowline/tws-wire";
import { type Client, send } from "./client.ts";

/** TWS's words for the codes that need no more than the code. */
const TEXTS: Readonly<Record<number, string>> = {
  101: "Max number of tickers has been reached.",
  102: "Duplicate ticker ID.",
  200: "No security definition has been found for the request",
  300: "Can't find EId with tickerId",
  322: "Error processing request.-'bN' : cause - Maximum number of account summary requests exceeded",
  326: "Unable to connect as the client id is already in use. Retry with a unique client id.",
};

export const sendError = (client: Client, id: number, code: number, text?: string): void =>
  send(client, encode.errorMessage, { id, code, text: text ?? TEXTS[code] ?? "" });

/** A message of the system: it is about no request. */
export const sendNotice = (client: Client, code: number, text: string): void => sendError(client, -1, code, text);

/** System notices that TWS sends to everybody who connects. */
export function sendFarmNotices(client: Client): void {
  sendNotice(client, 2104, "Market data farm connection is OK:usfarm");
  sendNotice(client, 2106, "HMDS data farm connection is OK:ushmds");
  sendNotice(client, 2158, "Sec-def data farm connection is OK:secdefil");
}
