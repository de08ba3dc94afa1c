import type { BrokerPosition } from "@bowline/contracts";
import { formatMicros } from "@bowline/kernel";
import type { Difference } from "../positions.ts";

/** What a second session was told, of one account. */
export type SecondLook = {
  readonly executions: readonly { readonly execId: string; readonly symbol: string }[];
  readonly positions: readonly BrokerPosition[];
};

/** What the first session was told, and what our fills make of it. */
export type FirstBooks = {
  heard(execId: string): boolean;
  differences(positions: readonly BrokerPosition[]): readonly Difference[];
};

/** Something that the second session was told, and the first was not. */
export type Break = { readonly symbol: string; readonly detail: string };

/** By what tells one from another: the same in two looks is the same break, and none that was only on its way. */
export function breaksOf({ executions, positions }: SecondLook, first: FirstBooks): ReadonlyMap<string, Break> {
  const missed = executions.filter(({ execId }) => !first.heard(execId));
  return new Map([
    ...missed.map(({ execId, symbol }): [string, Break] => [
      `execution ${execId}`,
      { symbol, detail: `execution ${execId} was told to the drop copy alone` },
    ]),
    ...first.differences(positions).map(({ symbol, ours, theirs }): [string, Break] => {
      const detail = `the drop copy is told ${formatMicros(theirs)} held, our fills make ${formatMicros(ours)}`;
      return [`position ${symbol} ${ours} ${theirs}`, { symbol, detail }];
    }),
  ]);
}
