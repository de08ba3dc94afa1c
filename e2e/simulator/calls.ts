import type { IBApi } from "@stoqey/ib";
import { describe, expect, it } from "vitest";
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
};

export const nothing = (): readonly Told[] => [];
export const refused = (id: number, code: number, text: string) => (): readonly Told[] => [["error", text, code, id]];

/** A test for each call, in the order of the table: one may lean on what another left. */
export function testCalls(title: string, calls: readonly Call[], context: () => Context): void {
  describe(`${title}:`, () => {
    it.each(calls)("$name", async ({ call, told }) => {
      const expected = told(context());
      expect(await context().recorder.asked(call)).toEqual(expected);
    });
  });
}

/** Asks for the id that all other answers must bear. */
export async function knowStock({ asked }: Recorder, symbol: string): Promise<KnownStock> {
  const [told] = await asked((api) => void api.reqContractDetails(1, stockOf(symbol)));
  if (told === undefined) throw new Error(`no details of ${symbol}`);
  const { contract } = told[2] as { contract: { conId: number } };
  return { conId: contract.conId };
}
