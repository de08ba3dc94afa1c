import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeGroups } from "@bowline/config";
import { T0 } from "@bowline/testkit";
import { afterAll, describe, expect, it } from "vitest";
import { DEFAULT_ADMISSION_RULES } from "./admission.ts";
import { OUR_API, readPredictionSettings } from "./settings.ts";

const groups = makeGroups([["tech", ["AAPL"]]]);
const folder = mkdtempSync(join(tmpdir(), "bowline-settings-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}
const CSV = `availableUs,id,symbol,model,direction,confidence,horizonSeconds,validUntil\n${T0},p1,AAPL,mine,LONG,0.7,900,2013-10-04T13:35:00Z\n`;

describe("where predictions come from", () => {
  it("may be an address alone", () => {
    expect(readPredictionSettings("http://127.0.0.1:8085/v1/predictions", groups, "token")).toEqual({
      source: {
        type: "api",
        url: "http://127.0.0.1:8085/v1/predictions",
        tokenFile: "token",
        shape: OUR_API,
        pollMs: 5_000,
        timeoutMs: 5_000,
      },
      mapping: undefined,
      rules: DEFAULT_ADMISSION_RULES,
      pushTokenFile: undefined,
    });
  });
  it("may be a CSV file alone", () => {
    const { source } = readPredictionSettings(file("p.csv", CSV), groups);
    expect(source).toMatchObject({ type: "csv", predictions: [{ availableUs: T0, raw: { id: "p1" } }] });
  });
  it("may be a YAML file that says it all, with paths beside it", () => {
    const yaml =
      "source:\n  api: {url: 'https://model.example/v1/predictions', tokenFile: t, pollSeconds: 2, timeoutMs: 900}\nadmission: {minConfidence: 0.6, maxAgeSeconds: 60, maxAheadSeconds: 1}\npush: {tokenFile: push.token}\n";
    expect(readPredictionSettings(file("p.yaml", yaml), groups)).toEqual({
      source: {
        type: "api",
        url: "https://model.example/v1/predictions",
        tokenFile: join(folder, "t"),
        shape: OUR_API,
        pollMs: 2_000,
        timeoutMs: 900,
      },
      mapping: undefined,
      rules: {
        minConfidence: 600_000,
        minConfidenceOfModel: new Map(),
        minConfidenceOfSymbol: new Map(),
        maxAgeMs: 60_000,
        maxAheadMs: 1_000,
      },
      pushTokenFile: join(folder, "push.token"),
    });
    file("q.csv", CSV);
    expect(readPredictionSettings(file("q.yml", "source: {csv: q.csv}\n"), groups)).toMatchObject({
      source: { type: "csv" },
      rules: DEFAULT_ADMISSION_RULES,
    });
  });
  it("may name another maker's API, and what is wanted of one model or symbol", () => {
    const yaml = `source:
  api: {url: "https://model.example/signals", tokenFile: t, tokenHeader: X-Api-Key, list: data.rows, cursor: false, after: false, asOf: at}
mapping: {symbol: ticker, direction: {from: side, values: {buy: LONG}}}
admission: {models: {mine: {minConfidence: 0.7}}, symbols: {AAPL: {minConfidence: 0.9}}}
`;
    expect(readPredictionSettings(file("other.yaml", yaml), groups)).toMatchObject({
      source: { shape: { list: "data.rows", cursor: false, after: false, asOf: "at", tokenHeader: "X-Api-Key" } },
      mapping: { symbol: "ticker", direction: { from: "side", values: { buy: "LONG" } } },
      rules: {
        minConfidenceOfModel: new Map([["mine", 700_000]]),
        minConfidenceOfSymbol: new Map([["AAPL", 900_000]]),
      },
    });
  });
  it("may be a subject, or pushes alone", () => {
    const nats = readPredictionSettings(file("n.yaml", "source: {nats: {subject: model.acme.>}}\n"), groups);
    expect(nats.source).toEqual({ type: "nats", subject: "model.acme.>" });
    const push = readPredictionSettings(file("o.yaml", "source: {push: only}\npush: {tokenFile: t}\n"), groups);
    expect(push.source).toEqual({ type: "push" });
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
    [
      "g.yaml",
      "source: {csv: p.csv}\nadmission: {symbols: {TSLA: {minConfidence: 0.7}}}\n",
      "g.yaml:2:29: admission.symbols.TSLA: the symbol is in no group",
    ],
    ["h.yaml", "source: {csv: p.csv}\nmapping: {symbol: t}\n", "h.yaml:2:10: mapping: a file of predictions is not"],
    ["i.yaml", "source: {nats: {subject: bw.order.>}}\n", "i.yaml:1:26: source.nats.subject: a subject below `model.`"],
    ["j.yaml", "source: {push: only}\n", "j.yaml:1:16: source.push: `push: {tokenFile: …}` is missing"],
    ["k.yaml", "source: {csv: p.csv}\nmapping: {tikker: t}\n", "unknown key `tikker`"],
    ["l.yaml", "source: {nats: {subject: model.a}}\nmapping: {confidence: {from: p, times: 0}}\n", "l.yaml:2:23"],
    ["d.yaml", "source: {csv: p.csv}\nspeed: 1\n", "d.yaml:2:"],
    ["e.yaml", "source: {csv: none.csv}\n", "none.csv: no such file"],
    ["f.csv", CSV.replace("LONG", "UP"), "f.csv:2:31: direction"],
  ])("names the place of what is wrong in %s", (name, text, message) => {
    expect(() => readPredictionSettings(file(name, text), groups)).toThrow(message);
  });
  it("names an address that is none", () => {
    expect(() => readPredictionSettings("http://", groups)).toThrow("an address such as");
  });
});
