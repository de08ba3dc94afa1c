import { isoOfUs, makePrng, type Us, US_PER_MINUTE, us } from "@bowline/kernel";

export type PredictionsWish = {
  readonly seed: string;
  readonly symbols: readonly string[];
  /** The open of each trading day. */
  readonly opensUs: readonly Us[];
  /** Minutes that a day lasts. The last one is quiet: what was begun ends in it. */
  readonly minutes: number;
};

const COLUMNS = "availableUs,id,symbol,model,direction,confidence,horizonSeconds,producedAt,validUntil";
/** From here on the strategy of chaos runs enters at a limit that rests until the close. */
const RESTING = 0.82;

/** A file of predictions, one a symbol and minute: a coin's throws, which bring orders to every end that there is. */
export function chaosPredictions({ seed, symbols, opensUs, minutes }: PredictionsWish): string {
  const prng = makePrng(`chaos-predictions|${seed}`);
  const lines = [COLUMNS];
  for (const openUs of opensUs) {
    for (let minute = 1; minute < minutes; minute++) {
      const isLast = minute === minutes - 1;
      for (const symbol of symbols) {
        const atUs = us(openUs + minute * US_PER_MINUTE);
        const direction = prng.unit() < 0.5 ? "LONG" : "SHORT";
        const drawn = 0.55 + prng.unit() * 0.4;
        const confidence = (isLast && drawn > 0.7 ? RESTING : drawn).toFixed(2);
        const untilUs = us(atUs + US_PER_MINUTE);
        lines.push(
          `${atUs},chaos-${symbol}-${atUs},${symbol},chaos,${direction},${confidence},600,${isoOfUs(atUs)},${isoOfUs(untilUs)}`,
        );
      }
    }
  }
  return `${lines.join("\n")}\n`;
}
