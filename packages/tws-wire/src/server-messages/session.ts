import {
  asciiText,
  boolWord,
  type ContentOf,
  int,
  json,
  literal,
  serverMessage,
  since,
  text,
  words,
} from "../layout/index.ts";
import { SINCE } from "../protocol-version.ts";

/**
 * An error, a warning or a notice. `id` is the request or order that it is about, -1 where it is about the system. The details
 * of a rejected order are a value, since a client parses them as JSON and dies of anything else.
 */
export const error = serverMessage(4, {
  version: literal("2"),
  id: int,
  code: int,
  text: asciiText,
  advancedOrderReject: since(SINCE.advancedOrderReject, json),
});
export type ErrorMessage = ContentOf<typeof error>;

/** The next order id that this client may use. Clients hold their requests until it comes. */
export const nextValidId = serverMessage(9, { version: literal("1"), orderId: int });

/** The accounts of this session; sent right after startApi. */
export const managedAccounts = serverMessage(15, { version: literal("1"), accounts: words });

/** Unix seconds. Also the fence: all that was asked before has been answered when it comes. */
export const currentTime = serverMessage(49, { version: literal("1"), epochSeconds: int });

export const verifyMessageApi = serverMessage(65, { version: literal("1"), apiData: text });
export const verifyCompleted = serverMessage(66, { version: literal("1"), isSuccessful: boolWord, errorText: text });
export const verifyAndAuthMessageApi = serverMessage(69, { version: literal("1"), apiData: text, challenge: text });
export const verifyAndAuthCompleted = serverMessage(70, {
  version: literal("1"),
  isSuccessful: boolWord,
  errorText: text,
});

/** Group numbers with semicolons between them. */
export const displayGroupList = serverMessage(67, { version: literal("1"), reqId: int, groups: text });
/** `conId@exchange`, "none" or "combo". */
export const displayGroupUpdated = serverMessage(68, { version: literal("1"), reqId: int, contractInfo: text });

export const userInfo = serverMessage(107, { reqId: int, whiteBrandingId: text }, { since: 167 });
