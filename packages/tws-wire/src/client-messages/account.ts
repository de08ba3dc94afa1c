import { bool, clientMessage, int, literal, requestId, text, words } from "../layout/index.ts";

/** The account's values and positions: begin or end. `accountId` is "" for the only account. */
export const reqAccountUpdates = clientMessage(6, { version: literal("2"), subscribe: bool, accountId: text });

export const reqPositions = clientMessage(61, { version: literal("1") });
export const cancelPositions = clientMessage(64, { version: literal("1") });

export const reqAccountSummary = clientMessage(62, {
  version: literal("1"),
  reqId: requestId,
  /** "All", or an advisor's group. */
  group: text,
  tags: words,
});
export const cancelAccountSummary = clientMessage(63, { version: literal("1"), reqId: requestId });

export const reqPositionsMulti = clientMessage(74, {
  version: literal("1"),
  reqId: requestId,
  accountId: text,
  modelCode: text,
});
export const cancelPositionsMulti = clientMessage(75, { version: literal("1"), reqId: requestId });

export const reqAccountUpdatesMulti = clientMessage(76, {
  version: literal("1"),
  reqId: requestId,
  accountId: text,
  modelCode: text,
  ledgerAndNlv: bool,
});
export const cancelAccountUpdatesMulti = clientMessage(77, { version: literal("1"), reqId: requestId });

export const reqPnl = clientMessage(92, { reqId: requestId, accountId: text, modelCode: text });
export const cancelPnl = clientMessage(93, { reqId: requestId });
export const reqPnlSingle = clientMessage(94, { reqId: requestId, accountId: text, modelCode: text, conId: int });
export const cancelPnlSingle = clientMessage(95, { reqId: requestId });

export const reqSoftDollarTiers = clientMessage(79, { reqId: requestId });
export const reqFamilyCodes = clientMessage(80, {});

/** An advisor's groups, profiles or aliases: 1, 2, 3. */
export const requestFa = clientMessage(18, { version: literal("1"), faDataType: int });
export const replaceFa = clientMessage(19, { version: literal("1"), faDataType: int, xml: text, reqId: requestId });
