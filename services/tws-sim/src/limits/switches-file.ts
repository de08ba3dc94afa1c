import { readYamlFile, strict, z } from "@bowline/config";
import { BEHAVIOURS, type Behaviour, type FillTerms } from "@bowline/matching";
import { switchesSchema, type Wish } from "./switches.ts";

/** What a user's file says: of limits and data, of the broker where IB's documents leave it open, and of how orders are filled. */
export type SwitchesFile = {
  readonly data: Wish;
  readonly behaviour: Partial<Behaviour>;
  readonly fills: Partial<FillTerms>;
};

type Literal = string | number | boolean;

const behaviourSchemas = Object.fromEntries(
  Object.entries(BEHAVIOURS).map(([name, { values }]) => [
    name,
    (typeof values === "string"
      ? z.int().min(0).max(1_000_000)
      : z.literal(values as readonly Literal[] as [Literal, ...Literal[]])
    ).optional(),
  ]),
) as unknown as { readonly [Name in keyof Behaviour]: z.ZodOptional<z.ZodType<Behaviour[Name]>> };

const slippage = z.discriminatedUnion("type", [
  strict({ type: z.literal("NONE") }),
  strict({ type: z.literal("TICKS"), ticks: z.int().min(0).max(1000) }),
  strict({ type: z.literal("RANDOM_TICKS"), maxTicks: z.int().min(0).max(1000) }),
]);
const impact = z.discriminatedUnion("type", [
  strict({ type: z.literal("NONE") }),
  strict({ type: z.literal("SQUARE_ROOT"), coefficientMicros: z.int().min(0).max(10_000_000) }),
]);

const fillsSchema = strict({
  against: z.enum(["QUOTES_AND_TRADES", "QUOTES", "TRADES", "BARS"]).optional(),
  displayedSize: z.boolean().optional(),
  queue: z.enum(["NONE", "VOLUME_AHEAD"]).optional(),
  slippage: slippage.optional(),
  impact: impact.optional(),
  seed: z.string().min(1).optional(),
});

const schema = strict({
  ...switchesSchema.shape,
  ...behaviourSchemas,
  fills: fillsSchema.optional(),
});

/** What is said of some names, without what is not said. */
const given = (wish: object, isWanted: (name: string) => boolean): object =>
  Object.fromEntries(Object.entries(wish).filter(([name, value]) => value !== undefined && isWanted(name)));

/** Reads a user's file of switches; throws ConfigFailure with every finding. */
export function readSwitches(file: string): SwitchesFile {
  const { value } = readYamlFile(file, "a file of the simulator's switches (YAML)", schema);
  return {
    data: given(value, (name) => name in switchesSchema.shape) as Wish,
    behaviour: given(value, (name) => name in BEHAVIOURS) as Partial<Behaviour>,
    fills: given(value.fills ?? {}, () => true) as Partial<FillTerms>,
  };
}
