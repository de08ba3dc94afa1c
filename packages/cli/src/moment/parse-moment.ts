import { EXCHANGE_TIME_ZONE } from "@bowline/calendar";
import { type Us, isoOfUs, us } from "@bowline/kernel";
import { usageFailure } from "../command.ts";
import type { Span, Until } from "./session.ts";

/**
 * A moment as a person writes it: `10:31` or `10:31:05` of the exchange's clock on the session's last day, `2026-01-05 10:31` of
 * any day, or ISO 8601 with a zone. Throws with what is allowed, and where it lies outside of the session.
 */
export function parseMoment(text: string, span: Span): Us {
  const parsed = parse(text.trim(), span);
  if (parsed === undefined)
    throw usageFailure(
      `--at: ${JSON.stringify(text)} is no time: write 10:31, 10:31:05, "2026-01-05 10:31" (the exchange's clock) or 2026-01-05T15:31:00Z`,
    );
  const first = Math.floor(span.firstUs / US_PER_MINUTE) * US_PER_MINUTE;
  const last = Math.ceil(span.lastUs / US_PER_MINUTE) * US_PER_MINUTE;
  if (parsed < first || parsed > last)
    throw usageFailure(
      `--at: ${isoOfUs(parsed)} lies outside of the session: its entries are from ${exchangeTextOf(span.firstUs)} to ${exchangeTextOf(span.lastUs)} of the exchange's clock (${isoOfUs(span.firstUs)} to ${isoOfUs(span.lastUs)})`,
    );
  return parsed;
}

const US_PER_MINUTE = 60_000_000;
const TIME = /^\d{1,2}:\d{2}(:\d{2}(\.\d{1,6})?)?$/;

function parse(text: string, span: Span): Us | undefined {
  try {
    if (/(Z|[+-]\d{2}:\d{2})$/.test(text)) return usOf(Temporal.Instant.from(text));
    const plain = TIME.test(text)
      ? zoned(span.lastUs)
          .toPlainDate()
          .toPlainDateTime(Temporal.PlainTime.from(/^\d:/.test(text) ? `0${text}` : text))
      : Temporal.PlainDateTime.from(text.replace(" ", "T"));
    return usOf(plain.toZonedDateTime(EXCHANGE_TIME_ZONE).toInstant());
  } catch (failure) {
    if (failure instanceof RangeError) return undefined;
    throw failure;
  }
}

const usOf = (instant: Temporal.Instant): Us => us(Number(instant.epochNanoseconds / 1000n));

const zoned = (at: Us): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(at / 1000)).toZonedDateTimeISO(EXCHANGE_TIME_ZONE);

/** `2026-01-05 10:31:05`, by the exchange's clock. */
export const exchangeTextOf = (at: Us): string =>
  zoned(at).toPlainDateTime().toString({ smallestUnit: "second" }).replace("T", " ");

/** Throws where the session does not have it. */
export function untilEntry(seq: number, span: Span): Until {
  if (seq > span.lastSeq) throw usageFailure(`--entry: ${seq} is not there yet: the last one is ${span.lastSeq}`);
  return { seq };
}
