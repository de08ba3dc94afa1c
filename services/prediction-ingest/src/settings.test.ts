import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { T0 } from "@bowline/testkit";
import { afterAll, describe, expect, it } from "vitest";
import { DEFAULT_ADMISSION_RULES } from "./admission.ts";
import { readPredictionSettings } from "./settings.ts";

const folder = mkdtempSync(join(tmpdir(), "bowline-settings-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}
const CSV = `availableUs,id,symbol,model,direction,confidence,horizonSeconds,validUntil\n${T0},p1,AAPL,mine,LONG,0.7,900,2013-10-04T13:35:00Z\n`;

describe("where predictions come from", () => {
  it("may be an address alone", () => {
    expect(readPredictionSettings("http://127.0.0.1:8085/v1/predictions", "token")).toEqual({
      source: {
        type: "api",
        url: "http://127.0.0.1:8085/v1/predictions",
        tokenFile: "token",
        pollMs: 5_000,
        timeoutMs: 5_000,
      },
      rules: DEFAULT_ADMISSION_RULES,
      pushTokenFile: undefined,
    });
  });
  it("may be a CSV file alone", () => {
    const { source } = readPredictionSettings(file("p.csv", CSV));
    expect(source).toMatchObject({ type: "csv", predictions: [{ availableUs: T0, raw: { id: "p1" } }] });
  });
  it("may be a YAML file that says it all, with paths beside it", () => {
    const yaml =
      "source:\n  api: {url: 'https://model.example/v1/predictions', tokenFile: t, pollSeconds: 2, timeoutMs: 900}\nadmission: {minConfidence: 0.6, maxAgeSeconds: 60, maxAheadSeconds: 1}\npush: {tokenFile: push.token}\n";
    expect(readPredictionSettings(file("p.yaml", yaml))).toEqual({
      source: {
        type: "api",
        url: "https://model.example/v1/predictions",
        tokenFile: join(folder, "t"),
        pollMs: 2_000,
        timeoutMs: 900,
      },
      rules: { minConfidence: 600_000, maxAgeMs: 60_000, maxAheadMs: 1_000 },
      pushTokenFile: join(folder, "push.token"),
    });
    file("q.csv", CSV);
    expect(readPredictionSettings(file("q.yml", "source: {csv: q.csv}\n"))).toMatchObject({
      source: { type: "csv" },
      rules: DEFAULT_ADMISSION_RULES,
    });
  });
  it.each([
    ["nothing.txt", "", "nothing.txt: predictions come from an http(s) address, a .csv file or a .yaml file"],
    ["a.yaml", "source: {csv: 7}\n", "a.yaml:1:9: source"],
    ["b.yaml", "source: {api: {url: 'ftp://x'}}\n", "b.yaml:1:21: source.api.url: an address such as"],
    [
      "c.yaml",
      "source: {csv: p.csv}\nadmission: {minConfidence: 2}\n",
      "c.yaml:2:28: admission.minConfidence: a confidence lies between 0 and 1",
    ],
    ["d.yaml", "source: {csv: p.csv}\nspeed: 1\n", "d.yaml:2:"],
    ["e.yaml", "source: {csv: none.csv}\n", "none.csv: no such file"],
    ["f.csv", CSV.replace("LONG", "UP"), "f.csv:2:31: direction"],
  ])("names the place of what is wrong in %s", (name, text, message) => {
    expect(() => readPredictionSettings(file(name, text))).toThrow(message);
  });
  it("names an address that is none", () => {
    expect(() => readPredictionSettings("http://")).toThrow("an address such as");
  });
});
