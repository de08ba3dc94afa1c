import { describe, expect, it } from "vitest";
import { parseScript } from "./script.ts";

const HEAD = "rehearsal: cut\nabout: A cut.\n";

describe("a script", () => {
  it("is read with its defaults, durations in milliseconds", () => {
    const script = parseScript(
      `${HEAD}steps:\n  - trade: any\n  - inject: { fault: cut }\n  - expect: broker.session\n    within: 1.5 s\n  - pause: 2 min\nholds: [recovers]\n`,
      "cut.yaml",
    );
    expect(script.ok && script.value.steps).toEqual([
      { trade: "any", outcome: "filled", within: 10_000 },
      { inject: { fault: "cut" } },
      { expect: "broker.session", where: {}, within: 1500 },
      { pause: 120_000 },
    ]);
    expect(script.ok && script.value).toMatchObject({ rows: [], pitfalls: [], spoils: false, holds: ["recovers"] });
  });

  it.each([
    [`${HEAD}steps:\n  - jump: any\nholds: [recovers]\n`, 4, "a step is exactly one of"],
    [`${HEAD}steps:\n  - pause: 5\nholds: [recovers]\n`, 4, "Invalid input: expected string"],
    [`${HEAD}steps:\n  - trade: any\n    pause: 5 s\nholds: [recovers]\n`, 4, "exactly one of"],
    [`${HEAD}steps:\n  - inject:\n      fault: restart\n      downMs: soon\nholds: [recovers]\n`, 6, "expected number"],
    [`${HEAD}steps:\n  - pause: 5 h\nholds: [recovers]\n`, 4, "500 ms, 5 s or 2 min"],
    [`${HEAD}steps:\n  - trade: any\nholds: [wins]\n`, 5, "books-agree"],
    [`${HEAD}steps:\n  - trade: any\nholds: []\n`, 5, ">=1"],
    ["rehearsal: Cut It\nabout: x\nsteps:\n  - trade: any\nholds: [recovers]\n", 1, "small letters"],
  ])("is refused with its line where it says %j", (text, line, word) => {
    const script = parseScript(text, "cut.yaml");
    expect(script.ok ? [] : script.error.map((error) => [error.file, error.line])).toContainEqual(["cut.yaml", line]);
    expect(script.ok ? "" : JSON.stringify(script.error)).toContain(word);
  });
});
