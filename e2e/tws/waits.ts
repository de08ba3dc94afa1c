/** Waiting for something that callbacks bring about. */
export type Waits = {
  /** To be called at every callback. */
  changed(): void;
  /**
   * Resolves with what `look` finds, now or after one of the callbacks to come; rejects with what it throws. Rejects
   * after the time with what `meanwhile` says: a real TWS takes its time, and never answers some questions.
   */
  until<T>(what: string, look: () => T | undefined, limit?: { waitMs?: number; meanwhile?: () => string }): Promise<T>;
};

const WAIT_MS = 15_000;

export function makeWaits(): Waits {
  const looks = new Set<() => void>();
  return {
    changed: () => {
      // After this callback: other listeners of the same event come first.
      for (const look of looks) queueMicrotask(look);
    },
    until: (what, look, { waitMs = WAIT_MS, meanwhile = () => "" } = {}) => {
      const { promise, resolve, reject } = Promise.withResolvers<never>();
      const done = (): void => {
        looks.delete(again);
        clearTimeout(timer);
      };
      const again = (): void => {
        try {
          const found = look();
          if (found === undefined) return;
          resolve(found as never);
        } catch (failure) {
          reject(failure as Error);
        }
        done();
      };
      const timer = setTimeout(() => {
        done();
        reject(new Error(`${what}: not within ${waitMs} ms. ${meanwhile()}`.trimEnd()));
      }, waitMs);
      looks.add(again);
      again();
      return promise;
    },
  };
}
