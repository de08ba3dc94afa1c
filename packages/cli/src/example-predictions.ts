import { nextSession, sessionOf, usOfExchangeTime } from "@bowline/calendar";
import { addSeconds, isoOfUs, makePrng, type Us } from "@bowline/kernel";

/** The date at which the synthetic market begins. */
const START_DATE = "2024-03-04";
const COLUMNS = "availableUs,id,symbol,model,direction,confidence,horizonSeconds,producedAt,validUntil";
const EVERY_SECONDS = 1200;
const VALID_SECONDS = 300;
const FIRST_SECONDS = 600;

/** A file of predictions for the first synthetic session, to show the form: a coin's throws, without any skill. */
export function examplePredictions(symbols: readonly string[]): string {
  const session = sessionOf(START_DATE) ?? nextSession(usOfExchangeTime(START_DATE, 0, 0));
  const random = makePrng("example-predictions");
  const lines = [COLUMNS];
  for (
    let atUs = addSeconds(session.openUs, FIRST_SECONDS);
    atUs < addSeconds(session.closeUs, -FIRST_SECONDS - EVERY_SECONDS);
    atUs = addSeconds(atUs, EVERY_SECONDS)
  )
    for (const symbol of symbols) lines.push(lineOf(symbol, atUs, random.unit()));
  return `${lines.join("\n")}\n`;
}

const lineOf = (symbol: string, atUs: Us, throwOfCoin: number): string =>
  [
    atUs,
    `example-${symbol}-${atUs}`,
    symbol,
    "example",
    throwOfCoin < 0.5 ? "LONG" : "SHORT",
    `0.${56 + (Math.floor(throwOfCoin * 1000) % 30)}`,
    900,
    isoOfUs(atUs),
    isoOfUs(addSeconds(atUs, VALID_SECONDS)),
  ].join(",");
