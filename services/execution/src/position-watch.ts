import type { BrokerPosition } from "@bowline/contracts";
import type { Core } from "./core.ts";
import { differencesOf } from "./positions.ts";

/** Notices a position that nobody told a reason for: orders of others come to us only when we ask. */
export type PositionWatch = {
  /** An account update came. */
  look(): void;
  /** A position was told by itself: sooner than account updates, which TWS may send minutes apart. */
  hear(position: BrokerPosition): void;
  /** The session ended: what it told counts no more. */
  forget(): void;
};

/** Asks the broker why, where a position has differed for so long: an execution may be just behind its position. 0: never. */
export function watchPositions(core: Core, differsForMs: number): PositionWatch {
  const heard = new Map<string, BrokerPosition>();
  let timer: NodeJS.Timeout | undefined;
  const differs = (): boolean => {
    const session = core.running?.link.ready();
    if (session === undefined) return false;
    const held = [...(session.account()?.positions ?? []), ...heard.values()];
    return differencesOf({ log: core.options.log, fills: core.fills, accountId: session.accountId }, held).length > 0;
  };
  const look = (): void => {
    if (differsForMs === 0 || timer !== undefined || !differs()) return;
    timer = setTimeout(() => {
      timer = undefined;
      if (differs()) core.running?.link.lookSoon();
    }, differsForMs);
    timer.unref();
  };
  return {
    look,
    hear(position) {
      heard.set(position.symbol, position);
      look();
    },
    forget: () => heard.clear(),
  };
}
