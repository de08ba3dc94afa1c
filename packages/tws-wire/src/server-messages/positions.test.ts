import { encode } from "./index.ts";
import { expect, test } from "vitest";
import { encodeFrame } from "../framing.ts";
import { goldenFrame } from "../test-support.ts";
import { stockContract } from "../wire-types.ts";

test.each([157, 178, 193])("positions at %i", (version) => {
  const held = {
    accountId: "DU1234567",
    contract: stockContract({ conId: 76_792_991, symbol: "TSLA", exchange: "NASDAQ" }),
    positionQty: 500_000_000,
    avgCost: 196_770_000,
  };
  const fields = "DU1234567|76792991|TSLA|STK||0|||NASDAQ|USD|TSLA|TSLA|500|196.77|";
  expect(encodeFrame(encode.position(version, held))).toEqual(goldenFrame(`61|3|${fields}`));
  expect(encodeFrame(encode.positionEnd(version))).toEqual(goldenFrame("62|1|"));
  expect(encodeFrame(encode.positionMulti(version, { ...held, reqId: 8, modelCode: "M" }))).toEqual(
    goldenFrame(`71|1|8|${fields}M|`),
  );
  expect(encodeFrame(encode.positionMultiEnd(version, { reqId: 8 }))).toEqual(goldenFrame("72|1|8|"));
});
