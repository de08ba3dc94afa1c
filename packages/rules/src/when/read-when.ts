import { adviceFor, z } from "@bowline/config";
import { CONDITIONS } from "../conditions/index.ts";
import { type Chosen, oneOf } from "../one-of.ts";
import type { Condition } from "../define-condition.ts";

/** Where something stands below `when`. */
type At = readonly (string | number)[];

/** A `when` as the file has it: expressions are still texts. */
export type RawWhen =
  | { readonly kind: "expression"; readonly text: string; readonly at: At }
  | { readonly kind: "condition"; readonly chosen: Chosen<Condition>; readonly at: At }
  | { readonly kind: "all" | "any"; readonly items: readonly RawWhen[]; readonly at: At }
  | { readonly kind: "not"; readonly item: RawWhen; readonly at: At };

/** Deeper than anybody reads; what is below is refused. */
const DEEPEST = 16;

const condition = oneOf("condition", CONDITIONS);
const HINT = "an expression, `{ condition: … }`, `{ all: […] }`, `{ any: […] }` or `{ not: … }` is needed";

/** A list means all of it; `all`, `any` and `not` may stand inside each other. */
export const whenSchema = z.unknown().transform((value, context): RawWhen => {
  const report = (at: At, message: string): void => context.addIssue({ code: "custom", path: [...at], message });
  return read(value, { at: [], report, context }) ?? z.NEVER;
});

type Place = {
  readonly at: At;
  readonly report: (at: At, message: string) => void;
  readonly context: z.RefinementCtx;
};

const below = (place: Place, ...keys: At): Place => ({ ...place, at: [...place.at, ...keys] });

function read(value: unknown, place: Place): RawWhen | undefined {
  const { at } = place;
  if (at.length > 2 * DEEPEST) return refuse(place, `more than ${DEEPEST} levels deep`);
  if (typeof value === "string" || typeof value === "boolean") return { kind: "expression", text: String(value), at };
  if (value === null) return { kind: "all", items: [], at };
  if (Array.isArray(value)) return readItems("all", value, place);
  return typeof value === "object" && value !== undefined ? readObject(value, place) : refuse(place, HINT);
}

function readObject(value: object, place: Place): RawWhen | undefined {
  const { at, report } = place;
  const keys = Object.keys(value);
  const [key = ""] = keys;
  const member: unknown = (value as Record<string, unknown>)[key];
  if (keys.length === 1 && (key === "all" || key === "any")) {
    if (Array.isArray(member) && member.length > 0) return readItems(key, member, below(place, key));
    report([...at, key], `\`${key}\` needs a list of at least one`);
    return undefined;
  }
  if (keys.length === 1 && key === "not") {
    const item = read(member, below(place, key));
    return item === undefined ? undefined : { kind: "not", item, at };
  }
  return readCondition(value, keys, place);
}

function readItems(kind: "all" | "any", values: readonly unknown[], place: Place): RawWhen | undefined {
  const items = values.map((item, index) => read(item, below(place, index)));
  const whole = items.filter((item) => item !== undefined);
  return whole.length < items.length ? undefined : { kind, items: whole, at: place.at };
}

function readCondition(value: object, keys: readonly string[], { at, report }: Place): RawWhen | undefined {
  const [key = ""] = keys;
  if (keys.length === 1 && !NAMES.includes(key)) {
    report([...at, key], `unknown condition \`${key}\`; ${adviceFor(key, NAMES)}`);
    return undefined;
  }
  const parsed = condition.safeParse(value);
  if (parsed.success) return { kind: "condition", chosen: parsed.data, at };
  for (const { path, message } of parsed.error.issues) report([...at, ...(path as At)], message);
  return undefined;
}

const NAMES = [...CONDITIONS.map(({ name }) => name), "all", "any", "not"];

function refuse({ at, report }: Place, message: string): undefined {
  report(at, message);
  return undefined;
}
