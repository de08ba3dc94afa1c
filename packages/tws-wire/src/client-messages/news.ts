import { bool, clientMessage, int, intOr, literal, requestId, since, text, textOr } from "../layout/index.ts";
import { SINCE } from "../protocol-version.ts";

export const reqNewsBulletins = clientMessage(12, { version: literal("1"), allMessages: bool });
export const cancelNewsBulletins = clientMessage(13, { version: literal("1") });

export const reqNewsProviders = clientMessage(85, {});

export const reqNewsArticle = clientMessage(84, {
  reqId: requestId,
  providerCode: text,
  articleId: text,
  options: textOr(),
});

export const reqHistoricalNews = clientMessage(86, {
  reqId: requestId,
  conId: int,
  /** With plus signs between them. */
  providerCodes: text,
  startDateTime: text,
  endDateTime: text,
  totalResults: int,
  options: textOr(),
});

/** The Wall Street Horizon calendar of company events. */
export const reqWshMetaData = clientMessage(100, { reqId: requestId }, { since: 161 });
export const cancelWshMetaData = clientMessage(101, { reqId: requestId }, { since: 161 });
export const reqWshEventData = clientMessage(
  102,
  {
    reqId: requestId,
    conId: intOr("2147483647"),
    filter: since(SINCE.wshFilters, textOr()),
    fillWatchlist: since(SINCE.wshFilters, bool),
    fillPortfolio: since(SINCE.wshFilters, bool),
    fillCompetitors: since(SINCE.wshFilters, bool),
    startDate: since(SINCE.wshDates, textOr()),
    endDate: since(SINCE.wshDates, textOr()),
    totalLimit: since(SINCE.wshDates, intOr("2147483647")),
  },
  { since: 161 },
);
export const cancelWshEventData = clientMessage(103, { reqId: requestId }, { since: 161 });
