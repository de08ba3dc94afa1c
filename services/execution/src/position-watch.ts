import type { Core } from "./core.ts";
import { differencesOf } from "./positions.ts";

/** Notices a position that nobody told a reason for: orders of others come to us only when we ask. */
export type PositionWatch = { look(): void };

/** Asks the broker why, where a position has differed for so long: an execution may be just behind its position. 0: never. */
export function watchPositions(core: Core, differsForMs: number): PositionWatch {
  let timer: NodeJS.Timeout | undefined;
  const differs = (): boolean => {
    const account = core.running?.link.ready()?.account();
    return (
      account !== undefined && differencesOf({ log: core.options.log, fills: core.fills }, account.positions).length > 0
    );
  };
  return {
    look() {
      if (differsForMs === 0 || timer !== undefined || !differs()) return;
      timer = setTimeout(() => {
        timer = undefined;
        if (differs()) core.running?.link.lookSoon();
      }, differsForMs);
      timer.unref();
    },
  };
}
