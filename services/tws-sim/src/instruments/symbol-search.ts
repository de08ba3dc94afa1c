import type { Instrument } from "./instrument.ts";

/** TWS answers with this many at most. */
const MOST = 16;

/** Instruments whose symbol begins so, the shortest first, then those with a word of the name that begins so. */
export function matchingInstruments(all: readonly Instrument[], pattern: string): readonly Instrument[] {
  const wanted = pattern.trim().toUpperCase().replace(".", " ");
  if (wanted === "") return [];
  const bySymbol = all
    .filter(({ localSymbol }) => localSymbol.startsWith(wanted))
    .sort((a, b) => a.localSymbol.length - b.localSymbol.length || compare(a, b));
  const byName = all
    .filter(
      ({ localSymbol, name }) => !localSymbol.startsWith(wanted) && ` ${name.toUpperCase()}`.includes(` ${wanted}`),
    )
    .sort(compare);
  return [...bySymbol, ...byName].slice(0, MOST);
}

const compare = (a: Instrument, b: Instrument): number =>
  a.localSymbol < b.localSymbol ? -1 : a.localSymbol > b.localSymbol ? 1 : a.conId - b.conId;
