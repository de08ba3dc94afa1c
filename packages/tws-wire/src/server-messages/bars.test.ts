import { encode } from "./index.ts";
import { expect, test } from "vitest";
import { encodeFrame } from "../framing.ts";
import { goldenFrame } from "../test-support.ts";

const bar = {
  openPx: 187_250_000,
  highPx: 187_300_000,
  lowPx: 187_200_000,
  closePx: 187_225_000,
  volumeQty: 1_500_000_000,
  wapPx: 187_243_333,
  count: 12,
};

test.each([157, 178, 193])("bars at %i", (version) => {
  expect(encodeFrame(encode.realtimeBar(version, { reqId: 4, startEpochSeconds: 1_704_205_800, bar }))).toEqual(
    goldenFrame("50|3|4|1704205800|187.25|187.3|187.2|187.225|1500|187.243333|12|"),
  );
  const start = "20240102 09:30:00 US/Eastern";
  const end = "20240102 09:32:00 US/Eastern";
  const bars = [
    { ...bar, date: start },
    { ...bar, date: "20240102 09:31:00 US/Eastern", volumeQty: 0, count: 0 },
  ];
  expect(encodeFrame(encode.historicalData(version, { reqId: 4, start, end, bars }))).toEqual(
    goldenFrame(
      `17|4|${start}|${end}|2|` +
        `${start}|187.25|187.3|187.2|187.225|1500|187.243333|12|` +
        "20240102 09:31:00 US/Eastern|187.25|187.3|187.2|187.225|0|187.243333|0|",
    ),
  );
  expect(encodeFrame(encode.historicalData(version, { reqId: 4, start, end, bars: [] }))).toEqual(
    goldenFrame(`17|4|${start}|${end}|0|`),
  );
});
