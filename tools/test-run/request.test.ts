import { expect, test } from "vitest";
import { parseRequest } from "./request.ts";

const NOTHING = { coverage: false, namePattern: undefined, tws: undefined, filters: [] };

test("reads tier, coverage, a name and parts of paths", () => {
  expect(parseRequest(["--all", "--coverage", "-t", "sells", "packages/risk", "e2e"])).toMatchObject({
    ...NOTHING,
    ...{ tier: "all", coverage: true, namePattern: "sells", filters: ["packages/risk", "e2e"] },
  });
});

test("reads a TWS, with what is traded there", () => {
  const tws = { address: "gateway:4002", symbol: "IBM", accountId: "DU1" };
  expect(parseRequest(["--tws", "gateway:4002", "--symbol", "IBM", "--account", "DU1"])).toMatchObject({ tws });
});

test.each([[["--tws"]], [["--tws", ""]], [["--tws", "--symbol", "IBM"]]])(
  "takes %j for a TWS without an address",
  (args) => {
    expect(parseRequest(args)).toMatchObject({ tws: { address: "" } });
  },
);

test.each([
  [["--symbol", "IBM"], "--symbol and --account go with --tws HOST:PORT"],
  [["--tws", "a:1", "packages/risk"], "--tws runs its own files: packages/risk is too much"],
  [["-t"], "-t needs a part of a test's name"],
  [["--tws", "a:1", "--account"], "--account needs an account's number"],
])("refuses %j", (args, what) => {
  expect(parseRequest(args)).toBe(what);
});
