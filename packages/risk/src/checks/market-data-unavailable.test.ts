import { expect, it } from "vitest";
import { aView } from "../test-view.ts";
import { marketDataUnavailable } from "./market-data-unavailable.ts";

it("passes where market-data says that the data are good", () =>
  expect(marketDataUnavailable.check(aView(), {})).toBeUndefined());
it.each(["WARMING_UP", "SILENT", "NO_LINE"] as const)("denies while they are %s", (availability) =>
  expect(marketDataUnavailable.check(aView({ availability }), {})).toEqual({ availability }),
);
it("denies before anything was said of them", () =>
  expect(marketDataUnavailable.check(aView({ availability: undefined }), {})).toEqual({ missing: "availability" }));
it("lets exits through", () => expect(marketDataUnavailable.exemptsReducing).toBe(true));
