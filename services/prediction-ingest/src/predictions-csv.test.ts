import { makeGroups } from "@bowline/config";
import type { Entry } from "@bowline/contracts";
import { anEntry, arbitraryEvent, aSignal, at, dollars, T0 } from "@bowline/testkit";
import { us } from "@bowline/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_ADMISSION_RULES, makeAdmission } from "./admission.ts";
import { formatPredictionsCsv, parsePredictionsCsv, takeAvailable } from "./predictions-csv.ts";

const groups = makeGroups([["tech", ["AAPL"]]]);
const parsed = (text: string) => {
  const predictions = parsePredictionsCsv(text, "predictions.csv");
  if (!predictions.ok) throw new Error(JSON.stringify(predictions.error));
  return predictions.value;
};
const errorsOf = (text: string) => {
  const predictions = parsePredictionsCsv(text, "predictions.csv");
  return predictions.ok ? [] : predictions.error.map((e) => `${e.line}:${e.column} ${e.path}: ${e.message}`);
};
const HEADER = "availableUs,id,symbol,model,direction,confidence,horizonSeconds,validUntil";
const ROW = `${T0},p1,AAPL,mine,LONG,0.7,900,2013-10-04T13:35:00Z`;

describe("a file of predictions", () => {
  it("needs eight columns; what is left out has its documented value", () => {
    expect(parsed(`${HEADER}\n${ROW}\n`)).toEqual([
      {
        availableUs: T0,
        raw: {
          id: "p1",
          revision: 0,
          symbol: "AAPL",
          model: "mine",
          direction: "LONG",
          confidence: "0.7",
          horizonSeconds: 900,
          producedAt: "2013-10-04T13:30:00Z",
          validUntil: "2013-10-04T13:35:00Z",
        },
      },
    ]);
  });
  it("may have its columns and rows in any order", () => {
    const rows = parsed(
      `symbol,id,availableUs,model,direction,confidence,horizonSeconds,validUntil\nAAPL,b,${at(5)},m,FLAT,1,60,2013-10-04T13:35:00Z\nAAPL,a,${T0},m,SHORT,0,60,2013-10-04T13:35:00Z\n`,
    );
    expect(rows.map((row) => row.availableUs)).toEqual([T0, at(5)]);
  });
  it.each([
    ["no header", "", "1:1 : no header line; the columns are"],
    ["an unknown column", `${HEADER},size\n`, "1:76 size: unknown column"],
    [
      "a missing column",
      "availableUs,id,symbol,model,direction,confidence,horizonSeconds\n",
      "1:1 validUntil: the column is missing",
    ],
    ["a column that stands there twice", `${HEADER},id\n`, "1:76 id: the column stands here twice"],
    ["a row that is too short", `${HEADER}\n${T0},p1\n`, "2:1 : 2 columns, the header has 8"],
    [
      "a time that is none",
      `${HEADER}\nsoon,p1,AAPL,m,LONG,0.7,900,2013-10-04T13:35:00Z\n`,
      "2:1 availableUs: unix microseconds are wanted",
    ],
    ["a direction that is none", `${HEADER}\n${ROW}\n${ROW.replace("LONG", "UP")}\n`, "3:31 direction: "],
    [
      "a confidence that is none",
      `${HEADER}\n${ROW.replace("0.7", "high")}\n`,
      "2:36 confidence: a decimal with at most six places is wanted",
    ],
    ["a missing id", `${HEADER}\n${ROW.replace("p1", "")}\n`, "2:18 id: "],
    ["an open quote", `${HEADER}\n"${ROW}`, "2:1 : a quote is not closed"],
  ])("names the place of %s", (_, text, message) => {
    expect(errorsOf(text)).toEqual([expect.stringContaining(message)]);
  });
});

describe("a recorded journal", () => {
  it("gives the same signals and refusals at the same times when it is read back", () => {
    const first = makeAdmission(groups, DEFAULT_ADMISSION_RULES);
    const good = {
      id: "p1",
      symbol: "AAPL",
      model: 'm,"x"',
      direction: "SHORT",
      confidence: 0.9,
      horizonSeconds: 60,
      producedAt: "2013-10-04T13:30:00.000001Z",
      validUntil: "2013-10-04T13:40:00+00:00",
      targetPrice: 99.5,
    };
    const raws: unknown[] = [
      good,
      good,
      { ...good, revision: 3, symbol: "TSLA" },
      { ...good, id: "p2", confidence: 0.1 },
      { id: 7 },
      'what, "is" this\n',
      null,
      { ...good, revision: 1 },
    ];
    const journal: Entry[] = raws.map((raw, index) =>
      anEntry(first.judge(raw, at(index * 60)), { seq: index + 1, seenUs: at(index * 60) }),
    );
    const second = makeAdmission(groups, DEFAULT_ADMISSION_RULES);
    const again = parsed(formatPredictionsCsv(journal)).map(({ availableUs, raw }) => ({
      availableUs,
      event: second.judge(raw, availableUs),
    }));
    expect(again).toEqual(journal.map(({ event, header }) => ({ availableUs: header.seenUs, event })));
  });
  it("writes any accepted signal so that it is read back", () => {
    const signals = arbitraryEvent("signal.accepted").map((signal) => ({
      ...signal,
      confidence: Math.abs(signal.confidence) % 1_000_001,
      revision: Math.abs(signal.revision),
      horizonMs: ((Math.abs(signal.horizonMs) % 1000) + 1) * 1000,
      producedUs: us((signal.producedUs % 2e15) + 1),
      validUntilUs: us((signal.validUntilUs % 2e15) + 1),
      ...(signal.targetPx === undefined ? {} : { targetPx: dollars("12.000001") }),
      ...(signal.stopPx === undefined ? {} : { stopPx: dollars("0.5") }),
      ...(signal.modelVersion === undefined ? {} : { modelVersion: "2.1, of Monday" }),
    }));
    fc.assert(
      fc.property(signals, (signal) => {
        const entry = anEntry(signal, { seenUs: at(5) });
        const [row] = parsed(formatPredictionsCsv([entry]));
        const judged = makeAdmission(makeGroups([[signal.group, [signal.symbol]]]), {
          ...DEFAULT_ADMISSION_RULES,
          minConfidence: 0,
          maxAgeMs: 4e12,
          maxAheadMs: 4e12,
        }).judge(row?.raw, us(1));
        expect(judged).toEqual({ ...signal, kind: "signal.accepted" });
      }),
      { numRuns: 100 },
    );
  });
  it("leaves out everything else", () => {
    expect(
      formatPredictionsCsv([anEntry({ kind: "control.clock", nowUs: T0, sessionDate: "", phase: "PRE" })]).split("\n"),
    ).toHaveLength(2);
    expect(formatPredictionsCsv([anEntry(aSignal(), { seenUs: at(1) })])).toContain(
      `\n${at(1)},p1,0,AAPL,demo,LONG,0.7,900,2013-10-04T13:30:00Z,2013-10-04T13:35:00Z,,,,\n`,
    );
  });
});

describe("availability", () => {
  const rows = [T0, T0, at(5), at(10)].map((availableUs, index) => ({ availableUs, raw: index }));
  it("hands out what is due, each once along the cursor, and all of it again without one", () => {
    expect(takeAvailable(rows, undefined, T0)).toEqual({ predictions: [0, 1], cursor: "2" });
    expect(takeAvailable(rows, "2", T0)).toEqual({ predictions: [], cursor: "2" });
    expect(takeAvailable(rows, "2", at(10))).toEqual({ predictions: [2, 3], cursor: "4" });
    expect(takeAvailable(rows, undefined, at(7))).toEqual({ predictions: [0, 1, 2], cursor: "3" });
  });
});
