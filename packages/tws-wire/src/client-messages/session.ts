import { clientMessage, int, literal, requestId, text } from "../layout/index.ts";

/** The first message of a client: who it is. */
export const startApi = clientMessage(71, { version: literal("2"), clientId: int, optionalCapabilities: text });

export const reqIds = clientMessage(8, { version: literal("1"), count: literal("1") });
export const reqManagedAccts = clientMessage(17, { version: literal("1") });
export const reqCurrentTime = clientMessage(49, { version: literal("1") });

/** 1 system .. 5 detail. */
export const setServerLogLevel = clientMessage(14, { version: literal("1"), logLevel: int });

export const reqUserInfo = clientMessage(104, { reqId: requestId }, { since: 167 });

/** A client that IBKR has certified proves who it is. */
export const verifyRequest = clientMessage(65, { version: literal("1"), apiName: text, apiVersion: text });
export const verifyMessage = clientMessage(66, { version: literal("1"), apiData: text });
export const verifyAndAuthRequest = clientMessage(72, {
  version: literal("1"),
  apiName: text,
  apiVersion: text,
  opaqueIsvKey: text,
});
export const verifyAndAuthMessage = clientMessage(73, { version: literal("1"), apiData: text, response: text });

/** The windows of TWS that show one instrument together. */
export const queryDisplayGroups = clientMessage(67, { version: literal("1"), reqId: requestId });
export const subscribeToGroupEvents = clientMessage(68, { version: literal("1"), reqId: requestId, groupId: int });
export const updateDisplayGroup = clientMessage(69, { version: literal("1"), reqId: requestId, contractInfo: text });
export const unsubscribeFromGroupEvents = clientMessage(70, { version: literal("1"), reqId: requestId });
