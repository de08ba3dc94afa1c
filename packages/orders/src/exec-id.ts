/** IB's own form, such as 0000e0d5.66af3c11.01.01: the last part counts corrections of one execution. */
const CORRECTABLE = /^([0-9a-f]+\.[0-9a-f]+\.\d+)\.(\d+)$/i;

/** The execution that an id corrects, where one with the same stem is known; `undefined` where it is a new execution. */
export function correctedExecId(execId: string, known: ReadonlyMap<string, unknown>): string | undefined {
  const match = CORRECTABLE.exec(execId);
  if (match === null) return undefined;
  const [, stem = "", counter = ""] = match;
  for (let earlier = Number(counter) - 1; earlier >= 0; earlier--) {
    const candidate = `${stem}.${String(earlier).padStart(counter.length, "0")}`;
    if (known.has(candidate)) return candidate;
  }
  return undefined;
}
