import { encode } from "@bowline/tws-wire";
import { type Client, send } from "../../clients/client.ts";
import { sendError, sendNotice } from "../../clients/errors.ts";

/** An account that belongs to no family says so with an asterisk (recorded). */
const NO_FAMILY = [{ accountId: "*", familyCode: "" }] as const;
const INVALID = 321;
const NO_ADVISOR = "Error validating request.-'bN' : cause - FA data operations ignored for non FA customers.";

export const answerFamilyCodes = (client: Client): void => send(client, encode.familyCodes, { families: NO_FAMILY });

export const answerSoftDollarTiers = (client: Client, reqId: number): void =>
  send(client, encode.softDollarTiers, { reqId, tiers: [] });

/** The branding of a broker that resells TWS; IB's own customers have none. */
export const answerUserInfo = (client: Client, reqId: number): void =>
  send(client, encode.userInfo, { reqId, whiteBrandingId: "" });

/** Groups, profiles and aliases are for advisors; the simulated customer is none. A request for them bears no id. */
export const refuseAdvisorData = (client: Client): void => sendNotice(client, INVALID, NO_ADVISOR);

export const refuseAdvisorChange = (client: Client, reqId: number): void =>
  sendError(client, reqId, INVALID, NO_ADVISOR);
