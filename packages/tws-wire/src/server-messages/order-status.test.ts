import { encode } from "./index.ts";
import { expect, test } from "vitest";
import { encodeFrame } from "../framing.ts";
import { goldenFrame } from "../test-support.ts";

test.each([157, 178, 193])("order status at %i", (version) => {
  const status = {
    orderId: 21,
    status: "Submitted",
    cumQty: 40_000_000,
    leavesQty: 60_000_000,
    avgPx: 187_240_000,
    permId: 900_001,
    parentId: 20,
    lastPx: 187_250_000,
    clientId: 5,
  };
  expect(encodeFrame(encode.orderStatus(version, status))).toEqual(
    goldenFrame("3|21|Submitted|40|60|187.24|900001|20|187.25|5||0|"),
  );
  expect(encodeFrame(encode.orderStatus(version, { ...status, whyHeld: "child", mktCapPx: 190_000_000 }))).toEqual(
    goldenFrame("3|21|Submitted|40|60|187.24|900001|20|187.25|5|child|190|"),
  );
});
