import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { formatConfigError } from "@bowline/config";
import { expect, test } from "vitest";
import { lintRules } from "../compile.ts";
import { LINTS } from "./index.ts";

const ENTER =
  "do: { enter: { order: market, bracket: { stopAtr: 2, targetAtr: 3 }, size: { riskPerTrade: { equityPercent: 0.1, maxNotionalPercent: 10, maxNotional: 5000 } } } }";
const EXIT = "do: { exit: {} }";

/** Findings in a file of these rules, without the file's name. */
function findings(rules: readonly string[], indicators = "{}"): readonly string[] {
  const text = `strategy: test\ndescription: For tests.\ngroups: all\nindicators: ${indicators}\nrules:\n${rules.map((rule) => `  - { ${rule} }\n`).join("")}`;
  const found = lintRules(text, "s.yaml");
  if (!found.ok) throw new Error(found.error.map(formatConfigError).join("\n"));
  return found.value.map(formatConfigError).map((line) => line.slice("s.yaml:".length));
}

const LEAVE = `id: leave, on: clock, when: position.age_minutes > 30, ${EXIT}`;

test.each([
  [
    "CONSTANT_CONDITION",
    [`id: a, on: clock, when: [1 < 2, market.bid > 1], ${EXIT}`],
    "6:31: rules[0].when: CONSTANT_CONDITION: `1 < 2` looks at no fact",
  ],
  [
    "CONTRADICTION",
    [`id: a, on: clock, when: [market.bid > 70, 'market.ask > 1 && market.bid < 30'], ${EXIT}`],
    "6:31: rules[0].when: CONTRADICTION: `a` never fires: what it requires of market.bid excludes itself",
  ],
  [
    "CONTRADICTION",
    [`id: a, on: clock, when: [market.bid > 70, market.bid <= 70], ${EXIT}`],
    "6:31: rules[0].when: CONTRADICTION: `a` never fires: what it requires of market.bid excludes itself",
  ],
  [
    "ENTRY_WITHOUT_EXIT",
    [`id: a, on: prediction, ${ENTER}`],
    "6:34: rules[0].do: ENTRY_WITHOUT_EXIT: `a` opens positions, and no rule closes them: add one, such as an exit before the close",
  ],
  [
    "LEVEL_WITHOUT_REST",
    [`id: a, on: clock, when: market.bid > 1, ${ENTER}`, LEAVE],
    "6:11: rules[0].id: LEVEL_WITHOUT_REST: `a` fires each time while its condition holds: give it `mode: edge`, `cooldownMinutes` or `maxFires`",
  ],
  [
    "UNREACHABLE_RULE",
    [
      `id: b, on: clock, when: [market.bid > 1, market.ask > 2], ${EXIT}`,
      `id: a, on: clock, when: market.bid > 1, ${EXIT}`,
    ],
    "6:11: rules[0].id: UNREACHABLE_RULE: `b` never acts: whenever it could, `a` acts on the same before it",
  ],
])("%s is found in %j", (code, rules, expected) => {
  expect(LINTS.map((lint) => lint.code)).toContain(code);
  expect(findings(rules)).toEqual([expected]);
});

test("UNUSED_INDICATOR is found", () => {
  expect(findings([LEAVE], "{ fast: { ema: {} } }")).toEqual([
    "4:21: indicators.fast: UNUSED_INDICATOR: no rule looks at `ind.fast`",
  ]);
  expect(findings([LEAVE.replace("position", "ind.fast > 1 && position")], "{ fast: { ema: {} } }")).toEqual([]);
});

test.each([
  ["a level entry with a cooldown", [`id: a, on: clock, when: market.bid > 1, cooldownMinutes: 1, ${ENTER}`, LEAVE]],
  ["an entry on an edge", [`id: a, on: clock, when: market.bid > 1, mode: edge, ${ENTER}`, LEAVE]],
  ["a range", [`id: a, on: clock, when: [market.bid > 30, market.bid < 70], ${EXIT}`]],
  ["one point of a range", [`id: a, on: clock, when: [market.bid > 5, market.bid >= 7, market.bid <= 7], ${EXIT}`]],
  ["two exits of which neither asks less", [LEAVE, `id: b, on: clock, when: market.bid < 10, ${EXIT}`]],
])("%s is fine", (_, rules) => {
  expect(findings(rules)).toEqual([]);
});

test("the strategies that come along have no finding", () => {
  const folder = join(import.meta.dirname, "../../../../deploy/strategies");
  for (const name of readdirSync(folder)) {
    const found = lintRules(readFileSync(join(folder, name), "utf8"), name);
    expect(found.ok && found.value).toEqual([]);
  }
});

test("every lint has a code of its own, and says what it finds", () => {
  expect(new Set(LINTS.map(({ code }) => code)).size).toBe(LINTS.length);
  for (const { code, doc } of LINTS)
    expect([code, doc.length > 20]).toEqual([expect.stringMatching(/^[A-Z_]+$/), true]);
});
