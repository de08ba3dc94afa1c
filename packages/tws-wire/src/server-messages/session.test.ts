import { encode } from "./index.ts";
import { expect, test } from "vitest";
import { encodeFrame } from "../framing.ts";
import { goldenFrame } from "../test-support.ts";

test.each([157, 178, 193])("session messages at %i", (version) => {
  expect(encodeFrame(encode.managedAccounts(version, { accounts: ["DU1", "DU2"] }))).toEqual(
    goldenFrame("15|1|DU1,DU2|"),
  );
  expect(encodeFrame(encode.nextValidId(version, { orderId: 42 }))).toEqual(goldenFrame("9|1|42|"));
  expect(encodeFrame(encode.currentTime(version, { epochSeconds: 1_704_205_800 }))).toEqual(
    goldenFrame("49|1|1704205800|"),
  );
});
