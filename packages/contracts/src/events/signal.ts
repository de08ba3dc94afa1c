import { bool, defineEvent, int, oneOf, optional, pxField, string, text, usField } from "../schema/index.ts";
import { DIRECTIONS, group, reasons, symbol } from "./shared.ts";

export const signalAccepted = defineEvent({
  kind: "signal.accepted",
  domain: "signal",
  name: "Accepted",
  subject: "signal.accepted.{group}.{symbol}",
  writers: ["prediction-ingest"],
  doc: "A prediction of the outside model that passed validation.",
  fields: {
    group,
    symbol,
    predictionId: string("The model's id of the prediction."),
    revision: int("Revision; a higher one supersedes."),
    model: string("Name of the model."),
    direction: oneOf("Direction", DIRECTIONS, "Where the price is expected to go."),
    confidence: int("Confidence in micros of 1: 650000 is 0.65."),
    horizonMs: int("How far ahead it looks."),
    producedUs: usField("When the model made it."),
    validUntilUs: usField("When it stops to count."),
    targetPx: optional(pxField("Price that the model expects.")),
    stopPx: optional(pxField("Price that would prove it wrong.")),
    modelVersion: optional(text("Version of the model; absent where it does not tell.")),
  },
});

export const REFUSAL_CODES = [
  "MALFORMED",
  "UNKNOWN_SYMBOL",
  "STALE",
  "FUTURE_DATED",
  "DUPLICATE",
  "SUPERSEDED",
  "LOW_CONFIDENCE",
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export const signalRefused = defineEvent({
  kind: "signal.refused",
  domain: "signal",
  name: "Refused",
  subject: "signal.refused.{group}.{symbol}",
  writers: ["prediction-ingest"],
  doc: "A prediction that may not be traded on, with all the reasons.",
  fields: {
    group: string("Ticker group, `none` where the symbol is in no group."),
    symbol: string("Symbol, `none` where it could not be read."),
    predictionId: text("The model's id, empty where it could not be read."),
    reasons,
    raw: text("What came, cut to 2,000 characters."),
    withdraws: bool("Whether an earlier revision of it was accepted, and counts no more: the model changed its mind."),
  },
});
