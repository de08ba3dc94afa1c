import type { EventByKind } from "@bowline/contracts";
import { US_PER_MINUTE } from "@bowline/kernel";

type MdBar = EventByKind<"md.bar">;

/**
 * Bars that are so much older than their symbol's newest are taken for repeats. Longer than market-data waits for the parts of
 * a minute, so that it is who decides what is too late.
 */
const REMEMBERED_US = 5 * US_PER_MINUTE;

/** The five-second bars that the journal has or is about to have. */
export type ToldBars = {
  /** Takes note of a bar; false where it says nothing new: TWS told it before, or tells it again after a restart. */
  isNews(bar: MdBar): boolean;
};

type Remembered = { newestUs: number; readonly contents: Map<number, string> };

export function makeToldBars(): ToldBars {
  const bySymbol = new Map<string, Remembered>();
  return {
    isNews(bar) {
      const { symbol, closeUs } = bar;
      let remembered = bySymbol.get(symbol);
      if (remembered === undefined) bySymbol.set(symbol, (remembered = { newestUs: closeUs, contents: new Map() }));
      const { contents } = remembered;
      if (closeUs <= remembered.newestUs - REMEMBERED_US) return false;
      const content = contentOf(bar);
      if (contents.get(closeUs) === content) return false;
      contents.set(closeUs, content);
      if (closeUs <= remembered.newestUs) return true;
      remembered.newestUs = closeUs;
      for (const known of contents.keys()) if (known <= closeUs - REMEMBERED_US) contents.delete(known);
      return true;
    },
  };
}

const contentOf = ({ openPx, highPx, lowPx, closePx, volume, wapPx, tradeCount }: MdBar): string =>
  [openPx, highPx, lowPx, closePx, volume, wapPx, tradeCount].join();
