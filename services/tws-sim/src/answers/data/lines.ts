/** Subscriptions by request id, found by their symbol as well: a tick costs only those who asked for it. */
export type Lines<Line extends { readonly symbol: string }> = {
  readonly size: number;
  has(reqId: number): boolean;
  set(reqId: number, line: Line): void;
  delete(reqId: number): boolean;
  clear(): void;
  keys(): Iterable<number>;
  values(): Iterable<Line>;
  /** Those of one symbol, in the order of asking. */
  of(symbol: string): Iterable<readonly [number, Line]>;
};

const NONE: readonly never[] = [];

export function makeLines<Line extends { readonly symbol: string }>(): Lines<Line> {
  const lines = new Map<number, Line>();
  const bySymbol = new Map<string, Map<number, Line>>();
  const remove = (reqId: number): boolean => {
    const line = lines.get(reqId);
    if (line === undefined) return false;
    lines.delete(reqId);
    const others = bySymbol.get(line.symbol);
    others?.delete(reqId);
    if (others?.size === 0) bySymbol.delete(line.symbol);
    return true;
  };
  return {
    get size() {
      return lines.size;
    },
    has: (reqId) => lines.has(reqId),
    set: (reqId, line) => {
      remove(reqId);
      lines.set(reqId, line);
      const others = bySymbol.get(line.symbol);
      if (others === undefined) bySymbol.set(line.symbol, new Map([[reqId, line]]));
      else others.set(reqId, line);
    },
    delete: remove,
    clear: () => {
      lines.clear();
      bySymbol.clear();
    },
    keys: () => lines.keys(),
    values: () => lines.values(),
    of: (symbol) => bySymbol.get(symbol) ?? NONE,
  };
}
