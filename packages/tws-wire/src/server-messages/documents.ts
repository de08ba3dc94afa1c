import { bool, group, int, list, literal, micros, notCarried, serverMessage, text } from "../layout/index.ts";
import { right, withContract } from "./contract-fields.ts";

/** XML by type: 1 groups, 2 profiles, 3 aliases. */
export const receiveFa = serverMessage(16, { version: literal("1"), faDataType: int, xml: text });
export const replaceFaEnd = serverMessage(103, { reqId: int, text });

export const scannerParameters = serverMessage(19, { version: literal("1"), xml: text });

export const scannerData = serverMessage(20, {
  version: literal("3"),
  reqId: int,
  rows: list(
    withContract({
      rank: int,
      conId: int,
      symbol: text,
      secType: text,
      lastTradeDate: text,
      strike: micros,
      right: right(""),
      exchange: text,
      currency: text,
      localSymbol: text,
      marketName: text,
      tradingClass: text,
      distance: text,
      benchmark: text,
      projection: text,
      legs: text,
      multiplier: notCarried(""),
      primaryExch: notCarried(""),
    }),
  ),
});

export const fundamentalData = serverMessage(51, { version: literal("1"), reqId: int, xml: text });

/** 1 regular, 2 an exchange closed, 3 an exchange opened. */
export const updateNewsBulletin = serverMessage(14, {
  version: literal("1"),
  newsId: int,
  newsType: int,
  text,
  exchange: text,
});

/** 0 text or HTML, 1 binary in base64. */
export const newsArticle = serverMessage(83, { reqId: int, articleType: int, text });

export const tickNews = serverMessage(84, {
  reqId: int,
  timestamp: int,
  providerCode: text,
  articleId: text,
  headline: text,
  extraData: text,
});

export const newsProviders = serverMessage(85, { providers: list(group({ code: text, name: text })) });

export const historicalNews = serverMessage(86, {
  reqId: int,
  time: text,
  providerCode: text,
  articleId: text,
  headline: text,
});

export const historicalNewsEnd = serverMessage(87, { reqId: int, hasMore: bool });

/** The Wall Street Horizon calendar, as JSON. */
export const wshMetaData = serverMessage(104, { reqId: int, json: text }, { since: 161 });
export const wshEventData = serverMessage(105, { reqId: int, json: text }, { since: 161 });
