/** The text protocol that this package speaks. From 194 on messages change shape, from 201 on they are protobuf. */
export const MIN_SERVER_VERSION = 157;
export const MAX_SERVER_VERSION = 193;

/**
 * The server versions at which a layout changes, within 157..193. A field is there from its version on, except
 * `faProfileGone`, `sizeRules` (the two fields before it end there), `rfqFields`..`rfqFieldsGone` and `cmeTagging`.
 */
export const SINCE = {
  duration: 158,
  postToAts: 160,
  autoCancelParent: 162,
  fractionalSizes: 163,
  sizeRules: 164,
  advancedOrderReject: 166,
  manualOrderTime: 169,
  pegBestPegMid: 170,
  wshFilters: 171,
  wshDates: 173,
  timesWithZone: 174,
  issuerId: 176,
  faProfileGone: 177,
  pendingPriceRevision: 178,
  fundFields: 179,
  exerciseTime: 180,
  lastTradeDate: 182,
  customerAccount: 183,
  professionalCustomer: 184,
  bondAccruedInterest: 185,
  ineligibilityReasons: 186,
  rfqFields: 187,
  bondTradingHours: 188,
  includeOvernight: 189,
  rfqFieldsGone: 190,
  cmeTagging: 192,
  cmeTaggingInOpenOrder: 193,
} as const;
