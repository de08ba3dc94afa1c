import { type Type, UNIT_NAMES } from "../environment/types.ts";

/** A function of the language, for the type checker and the reference page. */
export type LanguageFunction = {
  readonly name: string;
  readonly doc: string;
  /** Types of its arguments and of its result, as the type checker knows them. */
  readonly signatures: readonly { readonly of: readonly string[]; readonly result: Type }[];
};

const LITERALS = ["int", "double"];

const ofTwo = UNIT_NAMES.flatMap((unit) => [
  { of: [unit, unit], result: unit },
  ...LITERALS.flatMap((literal) => [
    { of: [unit, literal], result: unit },
    { of: [literal, unit], result: unit },
  ]),
]);
const ofOne = UNIT_NAMES.map((unit) => ({ of: [unit], result: unit }));

export const FUNCTIONS: readonly LanguageFunction[] = [
  { name: "abs", doc: "The value without its sign, in the same unit.", signatures: ofOne },
  { name: "min", doc: "The smaller of two values of one unit.", signatures: ofTwo },
  { name: "max", doc: "The greater of two values of one unit.", signatures: ofTwo },
  {
    name: "number",
    doc: "The value as a plain number (dollars, shares, …), to calculate with what has another unit. No longer exact to the millionth.",
    signatures: UNIT_NAMES.map((unit) => ({ of: [unit], result: "number" as const })),
  },
  {
    name: "time",
    doc: 'A time of day at the exchange, written "HH:MM", to compare with clock.time.',
    signatures: [{ of: ["string"], result: "minutes" }],
  },
];
