import { type Entry, scopesOf, type TradingScope } from "@bowline/contracts";

/** Where the journal has the newest resume of each scope. */
export type Resumes = {
  observe(entry: Entry): void;
  /** The newest of any scope that an order is in; 0 where none was. */
  newestOf(order: TradingScope): number;
};

export function makeResumes(): Resumes {
  const seqs = new Map<string, number>();
  return {
    observe({ event, seq }) {
      // Another journal counts anew.
      if (event.kind === "control.generation") seqs.clear();
      if (event.kind === "control.resume") seqs.set(event.scope, seq);
    },
    newestOf: (order) => Math.max(0, ...scopesOf(order).map((scope) => seqs.get(scope) ?? 0)),
  };
}
