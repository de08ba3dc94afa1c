import { decodeEvent, type Entry } from "@bowline/contracts";
import { type Bus, type RawEntry, readAll } from "@bowline/bus";

/** What a reading of a stream came to. */
export type ReadingResult = { readonly lastSeq: number; readonly unreadable: number };

/** Hands out every entry that is stored now, decoded, in order; counts those that nobody can read. */
export async function readEntries(
  bus: Bus,
  options: {
    readonly stream?: string;
    readonly fromSeq?: number;
    readonly filter?: string;
    onEntry(entry: Entry): void;
  },
): Promise<ReadingResult> {
  let unreadable = 0;
  const { onEntry, ...rest } = options;
  const lastSeq = await readAll(bus, {
    ...rest,
    onEntry: (raw) => {
      const entry = entryOf(raw);
      if (entry === undefined) unreadable += 1;
      else onEntry(entry);
    },
  });
  return { lastSeq, unreadable };
}

/** A stored message as an entry; `undefined` where it is none. */
export function entryOf(raw: RawEntry): Entry | undefined {
  const decoded = decodeEvent(raw.subject, raw.bytes);
  return decoded.ok ? { seq: raw.seq, subject: raw.subject, ...decoded.value } : undefined;
}
