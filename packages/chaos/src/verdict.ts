import type { Entry } from "@bowline/contracts";
import type { Fired } from "./coverage.ts";
import { type Decisions, firstDifference } from "./decisions.ts";
import { CHAOS_LAWS, type ChaosFacts } from "./laws.ts";

/** The first law that a session broke. */
export type ChaosViolation = {
  readonly law: string;
  readonly text: string;
  /** The run whose fault was let loose last before it; `undefined` where none was. */
  readonly run: number | undefined;
  /** Entries that tell of it. */
  readonly entries: readonly Entry[];
};

/** An order that was lost cannot end as in a calm run: what it led to is missing. */
export const countLost = (entries: readonly Entry[]): number =>
  new Set(entries.flatMap(({ event }) => (event.kind === "order.lost" ? [event.clOrdId] : []))).size;

/** Looks at every law in turn, and at the decisions where a calm run is there to compare them with. */
export function judge(
  facts: ChaosFacts,
  fired: readonly Fired[],
  compared?: { readonly calm: Decisions; readonly decisions: Decisions },
): ChaosViolation | undefined {
  for (const law of CHAOS_LAWS) {
    const text = law.check(facts);
    if (text === undefined) continue;
    const entries = entriesAbout(facts.entries, text);
    const broken = entries.at(-1)?.seq ?? Number.MAX_SAFE_INTEGER;
    return { law: law.name, text, run: runBefore(fired, broken), entries };
  }
  if (compared === undefined || countLost(facts.entries) > 0) return undefined;
  const difference = firstDifference(compared.calm, compared.decisions);
  if (difference === undefined) return undefined;
  const entries = facts.entries.filter(({ seq }) => seq === difference.seq);
  return { law: "calm-decisions", text: difference.text, run: runBefore(fired, difference.seq), entries };
}

function runBefore(fired: readonly Fired[], seq: number): number | undefined {
  return fired.findLast((one) => one.seq <= seq)?.run;
}

/** Ids of orders (20 characters) that a text names. */
const ORDER_ID = /\b[A-Z2-7]{20}\b/g;
const EXECUTION = /\bexecution (\S+)/;
const ENTRIES_SHOWN = 20;

function entriesAbout(entries: readonly Entry[], text: string): readonly Entry[] {
  const ids = new Set(text.match(ORDER_ID) ?? []);
  const execution = EXECUTION.exec(text)?.[1];
  return entries.filter(({ event }) => isAbout(event, ids, execution)).slice(-ENTRIES_SHOWN);
}

function isAbout(event: Entry["event"], ids: ReadonlySet<string>, execution: string | undefined): boolean {
  if ("clOrdId" in event && typeof event.clOrdId === "string" && ids.has(event.clOrdId)) return true;
  if ("order" in event && ids.has(event.order.clOrdId)) return true;
  return execution !== undefined && "execId" in event && event.execId.startsWith(execution);
}
