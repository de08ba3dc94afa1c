import type { CompiledRule } from "../compiled.ts";

/** What of an entry lints look at; other actions that open may lack parts of it. */
type Opening = {
  readonly direction?: string;
  readonly order?: string;
  readonly bracket?: Readonly<Record<string, number | string | undefined>>;
  readonly size?: { readonly plugIn: { readonly name: string }; readonly params: Readonly<Record<string, unknown>> };
};

/** The parameters of the actions of a rule that open a position. */
export const openingsOf = ({ actions }: CompiledRule): readonly Opening[] =>
  actions.filter(({ opens }) => opens).map(({ params }) => params as Opening);

export const opens = ({ actions }: CompiledRule): boolean => actions.some((action) => action.opens);

/** Whether it closes or reduces the position. */
export const closes = ({ actions }: CompiledRule): boolean =>
  actions.some((action) => !action.opens && action.claims.includes("position"));

/** Whether an entry can trigger both. */
export const shareTrigger = (one: CompiledRule, other: CompiledRule): boolean =>
  one.on.keys.some((key) => other.on.keys.includes(key));
