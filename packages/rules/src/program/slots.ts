import type { Fact } from "../environment/define-fact.ts";
import type { Facts } from "../facts.ts";

/** The working memory of a file's programs. Nothing of it is remembered: whoever asks loads the facts first. */
export type Slots = { readonly values: Float64Array; readonly unknown: Uint8Array };

/** Where a fact is kept. */
export type Place = { readonly fact: Fact; readonly slot: number };

/** Gives each fact, number and text of a file its slot, while the programs are made. */
export type Layout = {
  slotOfFact(fact: Fact): number;
  slotOfNumber(value: number): number;
  slotOfText(text: string): number;
  /** A slot for a result on the way. */
  fresh(): number;
  /** All facts, in the order in which they were asked for. */
  places(): readonly Place[];
  makeSlots(): Slots;
  /** The number that stands for a text; -1 for one that the file does not write. */
  readonly texts: ReadonlyMap<string, number>;
};

export function makeLayout(): Layout {
  let next = 0;
  const places = new Map<string, Place>();
  const numbers = new Map<number, number>();
  const texts = new Map<string, number>();
  const fresh = (): number => next++;
  const slotOfNumber = (value: number): number => {
    const known = numbers.get(value) ?? fresh();
    numbers.set(value, known);
    return known;
  };
  return {
    fresh,
    slotOfNumber,
    slotOfFact(fact) {
      const place = places.get(fact.name) ?? { fact, slot: fresh() };
      places.set(fact.name, place);
      return place.slot;
    },
    slotOfText(text) {
      const id = texts.get(text) ?? texts.size;
      texts.set(text, id);
      return slotOfNumber(id);
    },
    places: () => [...places.values()],
    makeSlots() {
      const slots = { values: new Float64Array(next), unknown: new Uint8Array(next) };
      for (const [value, slot] of numbers) slots.values[slot] = value;
      for (const { slot } of places.values()) slots.unknown[slot] = 1;
      return slots;
    },
    texts,
  };
}

/** Reads facts into their slots; what is missing, or no finite number, is UNKNOWN. */
export function loadFacts(
  places: readonly Place[],
  facts: Facts,
  { values, unknown }: Slots,
  texts: ReadonlyMap<string, number>,
): void {
  for (const { fact, slot } of places) {
    const value = fact.read(facts);
    if (typeof value === "number") {
      values[slot] = value;
      unknown[slot] = Number.isFinite(value) ? 0 : 1;
    } else if (value === undefined) {
      unknown[slot] = 1;
    } else {
      values[slot] = typeof value === "boolean" ? Number(value) : (texts.get(value) ?? -1);
      unknown[slot] = 0;
    }
  }
}
