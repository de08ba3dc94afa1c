import type { Emit, Entry, EventKind, Machine } from "@bowline/contracts";
import { type JsonValue, assert } from "@bowline/kernel";
import type { CompiledStrategy } from "@bowline/rules";
import { openDesk, type StrategyMachineOptions } from "../machine.ts";
import type { Desk, SymbolState } from "../machine/state.ts";

/** `onAsked` sees the candidate's evaluations. */
export type ShadowOptions = StrategyMachineOptions & {
  /** What is tried out beside `strategy`, which trades. */
  readonly candidate: CompiledStrategy;
};

type Snapshot = { readonly candidate: string; readonly book: JsonValue; readonly shadow: JsonValue };

const VERSION = 1;
const nobody: Emit = () => undefined;
/** What another version, or a pause by a rule, is to the strategy that trades is nothing to the candidate. */
const OF_THE_BOOK: ReadonlySet<EventKind> = new Set<EventKind>(["control.strategy", "control.pause"]);

/**
 * What a candidate file would decide on the same entries. Position, orders and exits are those that there really are, of the
 * strategy that trades: the candidate's own orders are never sent, and it takes none of them for done. Its own are what rules
 * remember (cooldowns, counts, edges, pauses, variables, an outage of the model) and its indicators. It writes decision records and nothing else.
 */
export function makeShadowMachine({ candidate, onAsked, ...options }: ShadowOptions): Machine {
  const { group } = options;
  const book = openDesk({ ...options, followsAll: true });
  const shadow = openDesk({ ...options, strategy: candidate, ...(onAsked === undefined ? {} : { onAsked }) });
  const apply = (entry: Entry, emit: Emit): void => {
    if (!OF_THE_BOOK.has(entry.event.kind)) shadow.machine.apply(entry, recordsOnly(emit));
    book.machine.apply(entry, nobody);
    takeFacts(book.desk, shadow.desk, entry);
  };
  return {
    name: `shadow.${group}`,
    version: VERSION * 1000 + book.machine.version,
    configVersion: () => candidate.hash,
    // A machine never sees its own outputs, and this one is two.
    apply: (entry, emit) => (entry.header.machine === book.machine.name ? undefined : apply(entry, emit)),
    snapshot: () => ({ candidate: candidate.hash, book: book.machine.snapshot(), shadow: shadow.machine.snapshot() }),
    restore(value) {
      const snapshot = value as unknown as Snapshot;
      assert(snapshot.candidate === candidate.hash, "a shadow's snapshot is of another candidate");
      book.machine.restore(snapshot.book);
      shadow.machine.restore(snapshot.shadow);
    },
  };
}

/** The gate answers orders of the strategy that trades: what it said is no decision of the candidate. */
const recordsOnly =
  (emit: Emit): Emit =>
  (event, options) => {
    if (event.kind === "decision" && event.verdict === undefined) emit({ ...event, kind: "shadow.decision" }, options);
  };

/** After an entry the candidate knows of positions and orders what the book knows, whatever it would have done itself. */
function takeFacts(book: Desk, shadow: Desk, { event }: Entry): void {
  if (event.kind === "md.quote" && ![book, shadow].some(({ strategy }) => strategy.keys.has("quote"))) return;
  const names = "symbol" in event && event.symbol !== undefined ? [event.symbol] : [...shadow.symbols.keys()];
  for (const name of names) {
    const [real, own] = [book.symbols.get(name), shadow.symbols.get(name)];
    if (real === undefined || own === undefined) continue;
    const next = withFactsOf(real, own);
    shadow.symbols.set(name, next);
    shadow.state.symbols[shadow.state.symbols.indexOf(own)] = next;
  }
}

/** Whose each part of a symbol is: the candidate's, where it comes of its rules and indicators; everything else is a fact. */
const OWNER: Readonly<Record<keyof SymbolState, "candidate" | "book">> = {
  rules: "candidate",
  asked: "candidate",
  fired: "candidate",
  studies: "candidate",
  triggerBars: "candidate",
  pause: "candidate",
  vars: "candidate",
  notified: "candidate",
  outageUs: "candidate",
  symbol: "book",
  bidPx: "book",
  askPx: "book",
  lastPx: "book",
  halted: "book",
  quoteUs: "book",
  quoteDoubt: "book",
  tradingState: "book",
  days: "book",
  barUs: "book",
  feedAlive: "book",
  lastBarUs: "book",
  prediction: "book",
  quantity: "book",
  enteredUs: "book",
  extremes: "book",
  cost: "book",
  lastExecId: "book",
  inDoubt: "book",
  orders: "book",
  entry: "book",
  exit: "book",
  reduction: "book",
  reversal: "book",
  scaledIn: "book",
  unanswered: "book",
};

const isOwn = ([key]: readonly [string, unknown]): boolean => OWNER[key as keyof SymbolState] === "candidate";

function withFactsOf(real: SymbolState, shadow: SymbolState): SymbolState {
  const facts = Object.fromEntries(Object.entries(real).filter((one) => !isOwn(one)));
  return {
    ...JSON.parse(JSON.stringify(facts)),
    ...Object.fromEntries(Object.entries(shadow).filter(isOwn)),
  } as SymbolState;
}
