import { z } from "@bowline/config";
import { formatMicros, parseMicros } from "@bowline/kernel";

/** A decimal of at most six places, read as an integer of 1e-6. */
export const decimal = (least: number, most: number) =>
  z
    .number({ error: "a number is needed" })
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`)
    .transform((value, context) => {
      const exact = parseMicros(String(value));
      if (exact !== undefined) return exact;
      context.addIssue({ code: "custom", message: "has more than six decimal places" });
      return z.NEVER;
    });

export const price = decimal(0.01, 1_000_000);

/** Minutes since midnight at the exchange. */
export const timeOfDay = z
  .string({ error: 'a time of day is "HH:MM" in exchange time, such as "09:45"' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day is "HH:MM" in exchange time, such as "09:45"')
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

/** 585 → 09:45. */
export const showTime = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

export const shown = (value: number | undefined): string => (value === undefined ? "none" : formatMicros(value));
