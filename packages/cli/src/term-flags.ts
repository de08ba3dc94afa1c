import { ALGO_NAMES, OCA_TYPES, type OrderTerms, TRIGGER_METHODS } from "@bowline/contracts";
import { MICROS, parseMicros, qty, type Qty, type Us, us, US_PER_MS } from "@bowline/kernel";
import { usageFailure } from "./command.ts";

/** One flag of `./bowline order` that says something of an order besides its prices; without a `value` it is on or absent. */
type TermFlag = {
  /** As commander names it: `allOrNone` is `--all-or-none`. */
  readonly key: string;
  readonly value?: string;
  readonly doc: string;
  readonly says: readonly (keyof OrderTerms)[];
  terms(text: string): Partial<OrderTerms>;
};

export const optionOf = ({ key, value }: Pick<TermFlag, "key" | "value">): string =>
  `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}${value === undefined ? "" : ` ${value}`}`;

/** Every term that is no price and belongs to no style. Which order type takes which, the order's own checks say. */
export const TERM_FLAGS: readonly TermFlag[] = [
  {
    key: "outsideRth",
    doc: "works outside regular hours too",
    says: ["outsideRth"],
    terms: () => ({ outsideRth: true }),
  },
  {
    key: "after",
    value: "<time>",
    doc: "held until then, such as 2026-03-02T15:30:00Z",
    says: ["goodAfterUs"],
    terms: (text) => ({ goodAfterUs: timeOf("--after", text) }),
  },
  {
    key: "till",
    value: "<time>",
    doc: "ends then (GTD), such as 2026-03-02T20:00:00Z",
    says: ["goodTillUs"],
    terms: (text) => ({ goodTillUs: timeOf("--till", text) }),
  },
  { key: "allOrNone", doc: "fills whole or not at all", says: ["allOrNone"], terms: () => ({ allOrNone: true }) },
  { key: "hidden", doc: "shown to nobody", says: ["hidden"], terms: () => ({ hidden: true }) },
  {
    key: "display",
    value: "<quantity>",
    doc: "shown at once by the broker",
    says: ["displayQty"],
    terms: (text) => ({ displayQty: sharesOf("--display", text) }),
  },
  {
    key: "minQty",
    value: "<quantity>",
    doc: "the least that the first fill has",
    says: ["minQty"],
    terms: (text) => ({ minQty: sharesOf("--min-qty", text) }),
  },
  {
    key: "trigger",
    value: "<method>",
    doc: `which prices trigger a stop: ${TRIGGER_METHODS.join(", ")}`,
    says: ["triggerMethod"],
    terms: (text) => ({ triggerMethod: oneOfWords("--trigger", text, TRIGGER_METHODS) }),
  },
  {
    key: "oca",
    value: "<group[:type]>",
    doc: `orders of one group end or reduce one another: ${OCA_TYPES.join(", ")} (default: the first)`,
    says: ["ocaGroup", "ocaType"],
    terms(text) {
      const [ocaGroup = "", type = OCA_TYPES[0]] = text.split(":");
      return { ocaGroup, ocaType: oneOfWords("--oca", type, OCA_TYPES) };
    },
  },
  {
    key: "algo",
    value: "<name[:tag=value,...]>",
    doc: `the broker's algorithm: ${ALGO_NAMES.join(", ")}, such as adaptive:adaptivePriority=Patient`,
    says: ["algo"],
    terms: (text) => ({ algo: algoOf(text) }),
  },
];

/** The terms that were typed. */
export const termsTyped = (flags: Readonly<Record<string, unknown>>): Partial<OrderTerms> =>
  Object.assign(
    {},
    ...TERM_FLAGS.flatMap(({ key, terms }) => {
      const typed = flags[key];
      return typed === undefined || typed === false ? [] : [terms(typeof typed === "string" ? typed : "")];
    }),
  ) as Partial<OrderTerms>;

/** A word of a list, in whatever case, with dashes or underscores. Throws with the list. */
export function oneOfWords<const T extends string>(name: string, text: string, words: readonly T[]): T {
  const found = words.find((word) => word === text.toUpperCase().replaceAll("-", "_"));
  if (found === undefined) throw usageFailure(`${name}: ${JSON.stringify(text)} is none of ${words.join(", ")}`);
  return found;
}

/** A positive decimal in micros. */
export function microsOf(name: string, text: string): number {
  const micros = parseMicros(text);
  if (micros === undefined || micros <= 0)
    throw usageFailure(`${name}: ${JSON.stringify(text)} is no positive decimal`);
  return micros;
}

function sharesOf(name: string, text: string): Qty {
  const micros = microsOf(name, text);
  if (micros % MICROS !== 0) throw usageFailure(`${name}: ${JSON.stringify(text)} is not whole shares`);
  return qty(micros);
}

/** A moment with its zone, in whole seconds: the wire knows no parts of one. */
function timeOf(name: string, text: string): Us {
  const ms = /(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms) || ms % 1000 !== 0)
    throw usageFailure(`${name}: ${JSON.stringify(text)} is no moment such as 2026-03-02T15:30:00Z`);
  return us(ms * US_PER_MS);
}

function algoOf(text: string): OrderTerms["algo"] {
  const [name = "", typed = ""] = text.split(/:(.*)/s);
  const params = typed.split(",").filter((pair) => pair !== "");
  return {
    name: oneOfWords("--algo", name, ALGO_NAMES),
    params: params.map((pair) => {
      const [, tag, value] = /^([^=]+)=(.*)$/s.exec(pair) ?? [];
      if (tag === undefined || value === undefined)
        throw usageFailure(`--algo: ${JSON.stringify(pair)} is no tag=value`);
      return { tag, value };
    }),
  };
}
