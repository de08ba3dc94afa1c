import type { Contestant } from "./contestants.ts";

/** Each indicator as a loop with local variables over dollars in doubles: what is left to compute when nothing else is done. */
export const BARE = {
  sma: ({ dollars }) => {
    const ring = new Float64Array(30);
    let at = 0;
    let sum = 0;
    let total = 0;
    for (let index = 0; index < dollars.length; index++) {
      const x = dollars[index]?.close ?? 0;
      sum += x - (ring[at] ?? 0);
      ring[at] = x;
      at = at === 29 ? 0 : at + 1;
      if (index >= 29) total += sum / 30;
    }
    return total;
  },
  ema: ({ dollars }) => {
    let average = 0;
    let total = 0;
    for (let index = 0; index < dollars.length; index++) {
      const x = dollars[index]?.close ?? 0;
      if (index < 30) average += x / 30;
      else average += (x - average) * (2 / 31);
      if (index >= 29) total += average;
    }
    return total;
  },
  rsi: ({ dollars }) => {
    let gain = 0;
    let loss = 0;
    let last = dollars[0]?.close ?? 0;
    let total = 0;
    for (let index = 1; index < dollars.length; index++) {
      const x = dollars[index]?.close ?? 0;
      const up = x > last ? x - last : 0;
      const down = x < last ? last - x : 0;
      last = x;
      gain = index <= 14 ? gain + up / 14 : (gain * 13 + up) / 14;
      loss = index <= 14 ? loss + down / 14 : (loss * 13 + down) / 14;
      if (index >= 14) total += (100 * gain) / (gain + loss);
    }
    return total;
  },
  atr: ({ dollars }) => {
    let average = 0;
    let last = dollars[0]?.close ?? 0;
    let total = 0;
    for (let index = 1; index < dollars.length; index++) {
      const { high = 0, low = 0, close = 0 } = dollars[index] ?? {};
      const range = Math.max(high - low, Math.abs(high - last), Math.abs(low - last));
      last = close;
      average = index <= 14 ? average + range / 14 : (average * 13 + range) / 14;
      if (index >= 14) total += average;
    }
    return total;
  },
  macd: ({ dollars }) => {
    let fast = 0;
    let slow = 0;
    let signal = 0;
    let total = 0;
    for (let index = 0; index < dollars.length; index++) {
      const x = dollars[index]?.close ?? 0;
      slow = index < 26 ? slow + x / 26 : slow + (x - slow) * (2 / 27);
      if (index >= 14) fast = index < 26 ? fast + x / 12 : fast + (x - fast) * (2 / 13);
      if (index < 25) continue;
      const macd = fast - slow;
      signal = index < 34 ? signal + macd / 9 : signal + (macd - signal) * 0.2;
      if (index >= 33) total += signal;
    }
    return total;
  },
  bollinger: ({ dollars }) => {
    const ring = new Float64Array(20);
    let at = 0;
    let sum = 0;
    let squares = 0;
    let total = 0;
    for (let index = 0; index < dollars.length; index++) {
      const x = dollars[index]?.close ?? 0;
      const out = ring[at] ?? 0;
      sum += x - out;
      squares += x * x - out * out;
      ring[at] = x;
      at = at === 19 ? 0 : at + 1;
      if (index < 19) continue;
      const mean = sum / 20;
      total += mean + 2 * Math.sqrt(Math.max(0, squares / 20 - mean * mean));
    }
    return total;
  },
} satisfies Readonly<Record<string, Contestant>>;
