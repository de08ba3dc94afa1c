/** IB's own form, such as 0000e0d5.66af3c11.01.01: the last part counts corrections of one execution. */
const CORRECTABLE = /^([0-9a-f]+\.[0-9a-f]+\.\d+)\.(\d+)$/i;

/** An execution, and which correction of it; an id of another form is never corrected. */
export type ExecVersion = { readonly stem: string; readonly version: number };

export function execVersion(execId: string): ExecVersion {
  const match = CORRECTABLE.exec(execId);
  return match === null ? { stem: execId, version: 0 } : { stem: match[1] ?? execId, version: Number(match[2] ?? "0") };
}
