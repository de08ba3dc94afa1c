import type { IbSessionEvents } from "@bowline/broker-ib";

/** What is known of one session's line: its own end, and TWS's connection to IB. */
export type Line = {
  readonly onLine: IbSessionEvents["onLine"];
  readonly onClosed: IbSessionEvents["onClosed"];
  /** Why the session ended; `undefined` while it lasts. */
  closed(): string | undefined;
  isUp(): boolean;
  /** Whether it was down since `takeFall`: it may be up again already, the two words of TWS come in one segment. */
  hasFallen(): boolean;
  takeFall(): void;
  /** Whether subscriptions were lost since the last call. */
  takeDataLost(): boolean;
  /** Resolves when a condition holds that something of this line brings about. */
  until(condition: (line: Line) => boolean): Promise<void>;
  /** Resolves at the next change. */
  changed(): Promise<void>;
};

/** `onDown` is called at once, before anything else can run: orders may go no more. */
export function makeLine(onDown: (reason: string) => void): Line {
  let closedFor: string | undefined;
  let up = true;
  let fallen = false;
  let dataLost = false;
  let waiters: (() => void)[] = [];
  const change = (): void => {
    const waiting = waiters;
    waiters = [];
    for (const resolve of waiting) resolve();
  };
  const line: Line = {
    onLine(state) {
      // Lost data without a word before it: what was told meanwhile, and what was not, only a reconciliation shows.
      const falls = state === "LOST" || (state === "RESTORED_DATA_LOST" && up);
      if (falls && up) onDown("TWS lost its line to IB");
      up = state !== "LOST";
      fallen ||= falls;
      dataLost ||= state === "RESTORED_DATA_LOST";
      change();
    },
    onClosed(reason) {
      closedFor = reason;
      onDown(reason);
      change();
    },
    closed: () => closedFor,
    isUp: () => up,
    hasFallen: () => fallen,
    takeFall: () => void (fallen = false),
    takeDataLost() {
      const lost = dataLost;
      dataLost = false;
      return lost;
    },
    changed: () => new Promise((resolve) => void waiters.push(resolve)),
    async until(condition) {
      while (!condition(line)) await line.changed();
    },
  };
  return line;
}
