import type { IBApi } from "@stoqey/ib";
import { expect, it } from "vitest";
import { stockOf } from "./market.ts";
import type { Recorder, Told } from "./recorder.ts";

/** What the expectations of a call are made from. */
export type Context = { readonly recorder: Recorder; readonly accountId: string; readonly aapl: KnownStock };

/** What the simulator made up for a stock: the same in every answer. */
export type KnownStock = { readonly conId: number };

/** One call of the real client, and every event that comes of it, argument for argument. */
export type Call = {
  readonly name: string;
  call(api: IBApi): void;
  told(context: Context): readonly Told[];
  /** The order of the events is nobody's promise. */
  readonly inAnyOrder?: boolean;
};

export const nothing = (): readonly Told[] => [];
export const refused = (id: number, code: number, text: string) => (): readonly Told[] => [["error", text, code, id]];

const byText = (a: Told, b: Told): number => JSON.stringify(a).localeCompare(JSON.stringify(b));

/** A test for each call, in the order of the table: one may lean on what another left. */
export function testCalls(calls: readonly Call[], context: () => Context): void {
  it.each(calls)("$name", async ({ call, told, inAnyOrder = false }) => {
    const expected = told(context());
    const events = await context().recorder.asked(call);
    if (inAnyOrder) expect(events.toSorted(byText)).toEqual(expected.toSorted(byText));
    else expect(events).toEqual(expected);
  });
}

/** Asks for the id that all other answers must bear. */
export async function knowStock({ asked }: Recorder, symbol: string): Promise<KnownStock> {
  const [told] = await asked((api) => void api.reqContractDetails(1, stockOf(symbol)));
  const { contract } = told?.[2] as { contract: { conId: number } };
  return { conId: contract.conId };
}
