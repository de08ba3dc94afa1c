import { ConfigFailure, type Groups } from "@bowline/config";
import { type CompiledStrategy, readStrategy } from "@bowline/rules";

/** A file that may be tried out beside a strategy; throws ConfigFailure with every finding, or where it is of another strategy. */
export function readCandidate(file: string, groups: Groups, { name }: CompiledStrategy): CompiledStrategy {
  const candidate = readStrategy(file, groups);
  if (candidate.name === name) return candidate;
  const message = `the candidate is of strategy \`${candidate.name}\`, and \`${name}\` trades: positions are told by that name`;
  throw new ConfigFailure([{ file, line: 0, column: 0, path: "strategy", message }]);
}
