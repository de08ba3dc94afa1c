import { expect, it } from "vitest";
import { EVENT_DEFINITIONS } from "../../packages/contracts/src/events/index.ts";
import { renderEvents } from "./events.ts";

const page = renderEvents();

it("has a section with subject and writers for every event", () => {
  for (const { kind, subject } of EVENT_DEFINITIONS) {
    expect(page).toContain(`\n### ${kind}\n`);
    expect(page).toContain(`- subject: \`bw.${subject}\``);
  }
});

it("gives fields their number, unit and meaning, and nested messages a section of their own", () => {
  expect(page).toContain("| 11 | `lastPx` | px | yes | Price of this fill (FIX 31). |");
  expect(page).toContain("[Bracket](#bracket)");
  expect(page).toContain("\n### Bracket\n");
});
