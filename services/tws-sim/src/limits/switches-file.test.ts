import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigFailure } from "@bowline/config";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readSwitches } from "./switches-file.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bowline-switches-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (text: string) => {
  const file = join(folder, "switches.yaml");
  writeFileSync(file, text);
  return readSwitches(file);
};
const errorsOf = (text: string): readonly (readonly [number, string])[] => {
  try {
    read(text);
    return [];
  } catch (failure) {
    if (!(failure instanceof ConfigFailure)) throw failure;
    return failure.errors.map(({ line, path }) => [line, path]);
  }
};

it("sorts what a file says by whom it concerns", () => {
  const text =
    "marketDataLines: 0\ncancelTakesMs: 250\nchildOcaType: 2\nfills:\n  displayedSize: true\n  slippage: { type: TICKS, ticks: 1 }\n";
  expect(read(text)).toEqual({
    data: { marketDataLines: 0 },
    behaviour: { cancelTakesMs: 250, childOcaType: 2 },
    fills: { displayedSize: true, slippage: { type: "TICKS", ticks: 1 } },
  });
  expect(read("{}")).toEqual({ data: {}, behaviour: {}, fills: {} });
});

it.each([
  ["marketDataLine: 1\n", [[1, "marketDataLine"]]],
  ["marketDataLines: 1\nchildOcaType: 4\n", [[2, "childOcaType"]]],
  ["cancelTakesMs: soon\n", [[1, "cancelTakesMs"]]],
  ["fills:\n  queue: LIFO\n", [[2, "fills.queue"]]],
])("refuses %j with its line", (text, errors) => expect(errorsOf(text)).toEqual(errors));

it("says which switch was likely meant", () => {
  const messages = (text: string): string => {
    try {
      return JSON.stringify(read(text));
    } catch (failure) {
      return (failure as Error).message;
    }
  };
  expect(messages("marketDataLine: 1\n")).toContain("unknown key `marketDataLine`; did you mean `marketDataLines`?");
});
