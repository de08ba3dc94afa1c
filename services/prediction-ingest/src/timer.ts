/** Calls back once after so many milliseconds; the result cancels it. */
export type SetTimer = (afterMs: number, callback: () => void) => () => void;

export const setTimer: SetTimer = (afterMs, callback) => {
  const timer = setTimeout(callback, afterMs);
  return () => clearTimeout(timer);
};
