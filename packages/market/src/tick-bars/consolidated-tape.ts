import {
  ALL,
  HIGH_LOW,
  NOTHING,
  PRICES,
  type Sale,
  type SaleCondition,
  type SaleConvention,
  stricter,
  VOLUME,
} from "./sale-conditions.ts";

/** CTS tells trades in what NYSE and NYSE's sister exchanges list, UTP in what Nasdaq lists. */
export type Tape = "CTS" | "UTP";

type Row = SaleCondition & { readonly tape?: Tape };
const row = (code: string, name: string, effect = ALL, tape?: Tape): Row =>
  tape === undefined ? { code, name, effect } : { code, name, effect, tape };

/** The consolidated processing guidelines. `@` is a regular sale; so is a trade without any condition. */
const ROWS: readonly Row[] = [
  row("@", "regular sale"),
  row("A", "acquisition", ALL, "UTP"),
  row("B", "average price trade", VOLUME, "CTS"),
  row("B", "bunched trade", ALL, "UTP"),
  row("C", "cash sale", VOLUME),
  row("D", "distribution", ALL, "UTP"),
  row("E", "automatic execution", ALL, "CTS"),
  row("F", "intermarket sweep"),
  row("G", "bunched sold trade", HIGH_LOW, "UTP"),
  row("H", "price variation trade", VOLUME),
  row("I", "odd lot trade", VOLUME),
  row("K", "rule 127 or 155 trade"),
  row("L", "sold last"),
  row("M", "market center official close", NOTHING),
  row("N", "next day", VOLUME),
  row("O", "opening print"),
  row("P", "prior reference price", HIGH_LOW),
  row("Q", "market center official open", NOTHING),
  row("R", "seller", HIGH_LOW),
  row("S", "split trade", ALL, "UTP"),
  row("T", "extended hours trade (form T)", VOLUME),
  row("U", "extended hours trade, sold out of sequence", VOLUME),
  row("V", "contingent trade", VOLUME),
  row("W", "average price trade", VOLUME, "UTP"),
  row("X", "cross trade"),
  row("Y", "yellow flag, regular trade", ALL, "UTP"),
  row("Z", "sold, out of sequence", HIGH_LOW),
  row("1", "stopped stock, regular trade", ALL, "UTP"),
  row("4", "derivatively priced", HIGH_LOW),
  row("5", "re-opening print"),
  row("6", "closing print"),
  row("7", "qualified contingent trade", VOLUME),
  row("9", "corrected consolidated close", PRICES),
];

/**
 * Conditions as the tapes write them, a letter or digit each, blanks and commas between them ignored: what IB's tick-by-tick
 * trades carry. Extended hours set no price here, as on the tape; a bar of extended hours has volume alone.
 */
export function consolidatedTape(tape: Tape): SaleConvention {
  const conditions = ROWS.filter((one) => one.tape === undefined || one.tape === tape);
  const byCode = new Map(conditions.map((one) => [one.code, one.effect]));
  return {
    name: `consolidated tape, ${tape}`,
    source:
      "UTP Plan and CTA Plan, consolidated processing guidelines, as polygon.io's glossary of conditions lists them",
    conditions,
    saleOf(text): Sale {
      let effect = ALL;
      const unknown: string[] = [];
      for (const code of text) {
        if (code === " " || code === ",") continue;
        const known = byCode.get(code);
        if (known === undefined) unknown.push(code);
        effect = stricter(effect, known ?? VOLUME);
      }
      return { effect, unknown };
    },
  };
}
