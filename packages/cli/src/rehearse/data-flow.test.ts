import type { Entry, Event } from "@bowline/contracts";
import { expect, it } from "vitest";
import { makeDataFlow } from "./data-flow.ts";

const entry = (event: object, seenUs = 0): Entry =>
  ({ seq: 1, subject: "", header: { seenUs }, event: event as Event }) as Entry;

it("says whose data does not flow", () => {
  const flow = makeDataFlow(["AAPL", "IBM"]);
  flow.apply(entry({ kind: "md.quote", symbol: "AAPL" }, 10_000_000));
  flow.apply(entry({ kind: "md.quote", symbol: "IBM" }, 10_000_000));
  expect(flow.silent()).toEqual([]);
  flow.apply(entry({ kind: "md.quote", symbol: "IBM" }, 17_000_000));
  expect(flow.silent()).toEqual(["AAPL"]);
  const minute = { kind: "md.bar", symbol: "IBM", timeframe: "1m" };
  flow.apply(entry({ ...minute, status: "NO_DATA" }, 17_000_000));
  expect(flow.silent()).toEqual(["AAPL", "IBM"]);
  flow.apply(entry({ ...minute, status: "TRADED" }, 17_000_000));
  expect(flow.silent()).toEqual(["AAPL"]);
});
