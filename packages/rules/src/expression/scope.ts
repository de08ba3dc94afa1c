import type { Fact } from "../environment/define-fact.ts";
import { FACTS } from "../environment/index.ts";
import type { Tree } from "./tree.ts";

/** What the expressions of one file may call by name. */
export type Scope = {
  readonly facts: ReadonlyMap<string, Fact>;
  /** Values of the file's parameters. */
  readonly parameters: ReadonlyMap<string, number>;
  /** Named conditions of the file, as expressions call them. */
  readonly conditions: ReadonlyMap<string, Tree>;
};

/** The environment with the indicators and the parameters of a file. */
export const makeScope = (
  indicators: readonly Fact[] = [],
  parameters: ReadonlyMap<string, number> = new Map(),
  conditions: ReadonlyMap<string, Tree> = new Map(),
): Scope => ({
  facts: new Map([...FACTS, ...indicators].map((fact) => [fact.name, fact])),
  parameters,
  conditions,
});

/** Every name that may stand in an expression. */
export const namesOf = ({ facts, parameters, conditions }: Scope): readonly string[] => [
  ...facts.keys(),
  ...[...parameters.keys()].map((name) => `params.${name}`),
  ...conditions.keys(),
];
