/** A broken invariant of our own: the process ends, restarts and replays. */
export class AssertionError extends Error {
  override name = "AssertionError";
}

/** Stays on in production. Throws AssertionError: a bug is a crash, not a decision. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new AssertionError(message);
}

/** For the default branch of a switch over a closed union. */
export function unreachable(value: never, what: string): never {
  throw new AssertionError(`${what}: unexpected ${JSON.stringify(value)}`);
}
