import { encode } from "./index.ts";
import { expect, test } from "vitest";
import { encodeFrame } from "../framing.ts";
import { goldenFrame } from "../test-support.ts";
import { TICK_TYPE } from "../tick-types.ts";

test.each([157, 178, 193])("ticks at %i", (version) => {
  const bid = { reqId: 3, tickType: TICK_TYPE.bid, px: 187_250_000, qty: 300_000_000 };
  expect(encodeFrame(encode.tickPrice(version, bid))).toEqual(goldenFrame("1|6|3|1|187.25|300|0|"));
  expect(encodeFrame(encode.tickPrice(version, { ...bid, canAutoExecute: true }))).toEqual(
    goldenFrame("1|6|3|1|187.25|300|1|"),
  );
  expect(encodeFrame(encode.tickPrice(version, { ...bid, pastLimit: true, preOpen: true }))).toEqual(
    goldenFrame("1|6|3|1|187.25|300|6|"),
  );
  expect(encodeFrame(encode.tickPrice(version, { reqId: 3, tickType: TICK_TYPE.close, px: 1 }))).toEqual(
    goldenFrame("1|6|3|9|0.000001||0|"),
  );
  expect(encodeFrame(encode.tickSize(version, { reqId: 3, tickType: TICK_TYPE.volume, qty: 12_500_000 }))).toEqual(
    goldenFrame("2|6|3|8|12.5|"),
  );
  expect(
    encodeFrame(encode.tickGeneric(version, { reqId: 3, tickType: TICK_TYPE.halted, valueMicros: 1_000_000 })),
  ).toEqual(goldenFrame("45|6|3|49|1|"));
  expect(
    encodeFrame(encode.tickString(version, { reqId: 3, tickType: TICK_TYPE.lastTimestamp, value: "1704205800" })),
  ).toEqual(goldenFrame("46|6|3|45|1704205800|"));
  expect(encodeFrame(encode.marketDataType(version, { reqId: 3, marketDataType: 1 }))).toEqual(
    goldenFrame("58|1|3|1|"),
  );
  expect(
    encodeFrame(
      encode.tickReqParams(version, { reqId: 3, minTickPx: 10_000, bboExchange: "9c0001", snapshotPermissions: 3 }),
    ),
  ).toEqual(goldenFrame("81|3|0.01|9c0001|3|"));
  expect(encodeFrame(encode.tickSnapshotEnd(version, { reqId: 3 }))).toEqual(goldenFrame("57|1|3|"));
});
