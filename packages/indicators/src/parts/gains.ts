/** Wilder's averages of the steps up and of the steps down; sums while they warm up. */
export type Gains = { period: number; count: number; last: number | null; gain: number; loss: number };

export const makeGains = (period: number): Gains => ({ period, count: 0, last: null, gain: 0, loss: 0 });

export function pushGains(state: Gains, x: number): void {
  const { last, period } = state;
  state.last = x;
  if (last === null) return;
  const step = x - last;
  const up = step > 0 ? step : 0;
  const down = step < 0 ? -step : 0;
  if (state.count === period) {
    state.gain = (state.gain * (period - 1) + up) / period;
    state.loss = (state.loss * (period - 1) + down) / period;
    return;
  }
  state.count += 1;
  state.gain += up;
  state.loss += down;
  if (state.count < period) return;
  state.gain /= period;
  state.loss /= period;
}

/** Both together; `undefined` before `period` steps were seen. */
export const gainsSum = (gains: Gains): number | undefined =>
  isWarmGains(gains) ? gains.gain + gains.loss : undefined;

export const isWarmGains = ({ count, period }: Gains): boolean => count === period;
