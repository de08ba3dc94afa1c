/** A broken invariant of our own: the process ends, restarts and replays. */
export class AssertionError extends Error {
  override name = "AssertionError";
}

/** Stays on in production. Throws AssertionError: a bug is a crash, not a decision. Where it is hot, the message is a function. */
export function assert(condition: unknown, message: string | (() => string)): asserts condition {
  if (!condition) throw new AssertionError(typeof message === "string" ? message : message());
}

/** For the default branch of a switch over a closed union. */
export function unreachable(value: never, what: string): never {
  throw new AssertionError(`${what}: unexpected ${JSON.stringify(value)}`);
}
