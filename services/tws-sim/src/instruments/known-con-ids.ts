/**
 * Contract ids of IB that stand in public example code everywhere: clients name these stocks by number alone. Facts about IB's names,
 * not about this market; whatever is not here has a made one.
 */
export const KNOWN_CON_IDS: ReadonlyMap<string, number> = new Map([
  ["AAPL", 265_598],
  ["AMD", 4391],
  ["AMZN", 3_691_937],
  ["GOOG", 208_813_720],
  ["GOOGL", 208_813_719],
  ["IBM", 8314],
  ["IWM", 9_579_970],
  ["META", 107_113_386],
  ["MSFT", 272_093],
  ["NFLX", 15_124_833],
  ["NVDA", 4_815_747],
  ["PLTR", 444_857_009],
  ["QQQ", 320_227_571],
  ["SPY", 756_733],
  ["TSLA", 76_792_991],
]);
