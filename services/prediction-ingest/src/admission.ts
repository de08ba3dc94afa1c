import type { Groups } from "@bowline/config";
import type { Entry, EventByKind, Reason, RefusalCode } from "@bowline/contracts";
import { addMs, formatMicros, type Us } from "@bowline/kernel";
import { formatTime, type Prediction, predictionSchema } from "./prediction.ts";

export type Admitted = EventByKind<"signal.accepted"> | EventByKind<"signal.refused">;

export type AdmissionRules = {
  /** Predictions below are refused with LOW_CONFIDENCE; micros of 1. */
  readonly minConfidence: number;
  /** The same for one model, and for one symbol. The highest of those that apply counts. */
  readonly minConfidenceOfModel: ReadonlyMap<string, number>;
  readonly minConfidenceOfSymbol: ReadonlyMap<string, number>;
  /** A prediction that was made longer ago is STALE, even where it is still valid. */
  readonly maxAgeMs: number;
  /** How far a prediction's time may lie ahead of ours before it is FUTURE_DATED: clocks differ. */
  readonly maxAheadMs: number;
};

export const DEFAULT_ADMISSION_RULES: AdmissionRules = {
  minConfidence: 550_000,
  minConfidenceOfModel: new Map(),
  minConfidenceOfSymbol: new Map(),
  maxAgeMs: 300_000,
  maxAheadMs: 2_000,
};

/** Decides which predictions become signals. The same for polls, pushes, files and the backtest. */
export type Admission = {
  /** Judges one raw prediction and remembers the verdict. */
  judge(raw: unknown, nowUs: Us): Admitted;
  /** Whether this was judged before, or ran out so long ago that it is forgotten: an answer that overlaps with the journal is no news. */
  isKnown(raw: unknown, nowUs: Us): boolean;
  /** Learns from the journal what was judged before a restart. */
  observe(entry: Entry): void;
};

type Known = { readonly revision: number; readonly validUntilUs: Us };
type Refusal = { readonly code: RefusalCode; readonly detail: Readonly<Record<string, string>> };

const RAW_LIMIT = 2_000;
const FORGET_ABOVE = 10_000;

/** `known` holds the highest accepted revision by id, `refused` what was refused, word for word, with its time. */
export function makeAdmission(groups: Groups, rules: AdmissionRules): Admission {
  const known = new Map<string, Known>();
  const refused = new Map<string, Us>();

  const remember = (event: Admitted, nowUs: Us): void => {
    if (event.kind === "signal.refused") refused.set(event.raw, nowUs);
    else if (event.revision >= (known.get(event.predictionId)?.revision ?? 0)) {
      known.set(event.predictionId, { revision: event.revision, validUntilUs: event.validUntilUs });
    }
    forget(known, refused, addMs(nowUs, -rules.maxAgeMs));
  };
  return {
    judge(raw, nowUs) {
      const event = judgeOne(raw, nowUs, { groups, rules, known });
      remember(event, nowUs);
      return event;
    },
    isKnown(raw, nowUs) {
      if (refused.has(rawText(raw))) return true;
      const parsed = predictionSchema.safeParse(raw);
      if (!parsed.success) return false;
      const { id, revision, validUntil } = parsed.data;
      return validUntil < addMs(nowUs, -rules.maxAgeMs) || (known.get(id)?.revision ?? -1) >= revision;
    },
    observe({ event, header }) {
      if (event.kind === "signal.accepted" || event.kind === "signal.refused") remember(event, header.seenUs);
    },
  };
}

/** What ran out long ago would be refused as STALE anyway: the memory stays bounded. */
function forget(known: Map<string, Known>, refused: Map<string, Us>, before: Us): void {
  if (known.size > FORGET_ABOVE)
    for (const [id, { validUntilUs }] of known) if (validUntilUs < before) known.delete(id);
  if (refused.size > FORGET_ABOVE) for (const [raw, seenUs] of refused) if (seenUs < before) refused.delete(raw);
}

/** What came, as text: JSON where it is no text already, cut to 2,000 characters. */
export const rawText = (raw: unknown): string =>
  (typeof raw === "string" ? raw : (JSON.stringify(raw) ?? String(raw))).slice(0, RAW_LIMIT);

type Facts = { readonly groups: Groups; readonly rules: AdmissionRules; readonly known: ReadonlyMap<string, Known> };

function judgeOne(raw: unknown, nowUs: Us, facts: Facts): Admitted {
  const parsed = predictionSchema.safeParse(raw);
  if (!parsed.success)
    return refusal(
      raw,
      nowUs,
      facts,
      parsed.error.issues.map((issue) => malformed(issue.path, issue.message)),
    );
  const prediction = parsed.data;
  const group = facts.groups.groupOf(prediction.symbol);
  const refusals = refusalsOf(prediction, nowUs, facts);
  if (group === undefined || refusals.length > 0) return refusal(raw, nowUs, facts, refusals);
  return {
    kind: "signal.accepted",
    group,
    symbol: prediction.symbol,
    predictionId: prediction.id,
    revision: prediction.revision,
    model: prediction.model,
    direction: prediction.direction,
    confidence: prediction.confidence,
    horizonMs: prediction.horizonSeconds * 1000,
    producedUs: prediction.producedAt,
    validUntilUs: prediction.validUntil,
    targetPx: prediction.targetPrice,
    stopPx: prediction.stopPrice,
    modelVersion: prediction.modelVersion,
  };
}

function malformed(path: readonly PropertyKey[], message: string): Refusal {
  return { code: "MALFORMED", detail: { field: path.map(String).join(".") || "prediction", problem: message } };
}

/** Every reason, in a fixed order. */
function refusalsOf(prediction: Prediction, nowUs: Us, { groups, rules, known }: Facts): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const now = () => formatTime(nowUs);
  const { symbol, producedAt, validUntil, revision } = prediction;
  if (groups.groupOf(symbol) === undefined) refusals.push({ code: "UNKNOWN_SYMBOL", detail: { symbol } });
  if (validUntil <= nowUs) refusals.push({ code: "STALE", detail: { validUntil: formatTime(validUntil), now: now() } });
  else if (addMs(producedAt, rules.maxAgeMs) < nowUs) {
    refusals.push({
      code: "STALE",
      detail: { producedAt: formatTime(producedAt), now: now(), maxAgeSeconds: String(rules.maxAgeMs / 1000) },
    });
  }
  if (addMs(nowUs, rules.maxAheadMs) < producedAt)
    refusals.push({ code: "FUTURE_DATED", detail: { producedAt: formatTime(producedAt), now: now() } });
  const before = known.get(prediction.id);
  if (before !== undefined && before.validUntilUs > nowUs && before.revision >= revision) {
    const code = before.revision === revision ? "DUPLICATE" : "SUPERSEDED";
    refusals.push({ code, detail: { id: prediction.id, revision: String(revision), known: String(before.revision) } });
  }
  const { least, of } = leastConfidence(prediction, rules);
  if (prediction.confidence < least) {
    refusals.push({
      code: "LOW_CONFIDENCE",
      detail: { confidence: formatMicros(prediction.confidence), minConfidence: formatMicros(least), of },
    });
  }
  return refusals;
}

/** The highest threshold that applies, and what it is of. */
function leastConfidence({ model, symbol }: Prediction, rules: AdmissionRules): { least: number; of: string } {
  const found = [
    { least: rules.minConfidence, of: "every prediction" },
    { least: rules.minConfidenceOfModel.get(model) ?? 0, of: `the model ${model}` },
    { least: rules.minConfidenceOfSymbol.get(symbol) ?? 0, of: `the symbol ${symbol}` },
  ];
  return found.reduce((highest, one) => (one.least > highest.least ? one : highest));
}

/**
 * Whether it takes back what was accepted under its id before: everything but a repeat or an older revision does. What the model says now
 * cannot be traded on, so what it said then must not be either.
 */
function withdraws(raw: unknown, nowUs: Us, { known }: Facts): boolean {
  const before = known.get(textMember(raw, "id") ?? "");
  if (before === undefined || before.validUntilUs <= nowUs) return false;
  const revision = (raw as { readonly revision?: unknown }).revision ?? 0;
  return typeof revision !== "number" || revision > before.revision;
}

function refusal(raw: unknown, nowUs: Us, facts: Facts, refusals: readonly Refusal[]): Admitted {
  const { groups } = facts;
  const symbol = textMember(raw, "symbol");
  const group = symbol === undefined ? undefined : groups.groupOf(symbol);
  return {
    kind: "signal.refused",
    group: group ?? "none",
    symbol: symbol !== undefined && /^[A-Za-z0-9.-]{1,32}$/.test(symbol) ? symbol : "none",
    predictionId: textMember(raw, "id") ?? "",
    reasons: refusals.map(toReason),
    raw: rawText(raw),
    withdraws: withdraws(raw, nowUs, facts),
  };
}

const toReason = ({ code, detail }: Refusal): Reason => ({
  code,
  detail: Object.entries(detail).map(([key, value]) => ({ key, value })),
});

function textMember(raw: unknown, key: string): string | undefined {
  if (typeof raw !== "object" || raw === null) return undefined;
  const value = (raw as Record<string, unknown>)[key];
  return typeof value === "string" && value !== "" ? value.slice(0, 120) : undefined;
}
