import { formatConfigError } from "@bowline/config";
import type { EventByKind } from "@bowline/contracts";
import { assert, sha256Hex } from "@bowline/kernel";
import { type LimitBook, loosenedBook, parseLimits } from "@bowline/risk";
import type { Gate } from "./gate.ts";

type Version = EventByKind<"control.limits">;
type Taken = { readonly book: LimitBook; readonly looser: readonly string[] } | { readonly because: string };

const FILE = "limits.yaml";

/** An operator gives other limits: taken whole, from this entry on, or refused with the reason while the old ones hold. */
export function takeLimits(gate: Gate, version: Version): void {
  const { state, limitsHash, emit } = gate;
  const current = state.limits?.hash ?? limitsHash;
  const { hash, yaml, by } = version;
  // The first of a journal is what this gate was made with.
  if (current === undefined || hash === current) return;
  const taken = judge(gate, version, current);
  if ("because" in taken) return emit({ kind: "risk.limits-refused", hash, by, because: taken.because });
  state.limits = { hash, yaml };
  gate.useLimits(taken.book);
  if (taken.looser.length > 0 && state.sessionLimits !== undefined)
    state.sessionLimits = { ...state.sessionLimits, limits: { ...taken.book.everywhere } };
  emit({ kind: "risk.limits", hash, by, looser: taken.looser.join(", ") });
}

/** That the signatures are good was seen before this entry came here. */
function judge({ limits, state }: Gate, { hash, replaces, yaml, secondSignature }: Version, current: string): Taken {
  if (sha256Hex(yaml) !== hash) return { because: "its text is not the version that it names" };
  if (replaces !== current)
    return { because: `it was to take the place of ${replaces.slice(0, 12)}, and ${current.slice(0, 12)} holds` };
  const book = parseLimits(yaml, FILE);
  if (!book.ok) return { because: book.error.map(formatConfigError).join("; ") };
  const looser = loosenedBook(limits, book.value);
  if (looser.length > 0 && secondSignature === undefined && state.clock?.phase !== "CLOSED")
    return {
      because: `LIMIT_CHANGE_UNSIGNED: within a session two operators sign what is looser: ${looser.join(", ")}`,
    };
  return { book: book.value, looser };
}

/** After a restart from a snapshot the limits in force are those that stand in it. */
export function restoreLimits(gate: Gate): void {
  const { limits } = gate.state;
  if (limits === undefined) return gate.forget();
  const book = parseLimits(limits.yaml, FILE);
  assert(book.ok, "limits that were taken can be read");
  gate.useLimits(book.value);
}
