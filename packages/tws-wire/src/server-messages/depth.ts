import { bool, group, int, intOr, list, literal, micros, serverMessage, text } from "../layout/index.ts";

/** One row of the book. Operation: 0 insert, 1 update, 2 delete; side: 0 ask, 1 bid. */
export const updateMktDepth = serverMessage(12, {
  version: literal("1"),
  reqId: int,
  position: int,
  operation: int,
  side: int,
  px: micros,
  qty: micros,
});

/** As `updateMktDepth`, with whose row it is: a market maker, or for smart depth an exchange. */
export const updateMktDepthL2 = serverMessage(13, {
  version: literal("1"),
  reqId: int,
  position: int,
  marketMaker: text,
  operation: int,
  side: int,
  px: micros,
  qty: micros,
  isSmartDepth: bool,
});

export const mktDepthExchanges = serverMessage(80, {
  exchanges: list(
    group({
      exchange: text,
      secType: text,
      listingExch: text,
      /** "Deep" or "Deep2". */
      serviceDataType: text,
      aggGroup: intOr("2147483647"),
    }),
  ),
});
