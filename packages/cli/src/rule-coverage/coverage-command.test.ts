import { expect, test } from "vitest";
import { recordMinutes } from "../moment/test-recording.ts";
import { commandHere } from "../test-command.ts";
import { readCoverage } from "./coverage-command.ts";

const record = recordMinutes(3);

test("rules coverage prints a table for each rule, or one object", async () => {
  const { code, out } = await commandHere("rules", "coverage", "--record", record);
  expect(code).toBe(0);
  expect(out).toMatch(/^strategy prediction-follow, 2024-03-04: \d+ of \d+ branches \(\d+ %\)\n/);
  expect(out).toMatch(
    /\nflatten-before-close \(on clock\): asked \d+ times, fired 0; actions: exit 0\n {2}held back by: /,
  );
  const json = await commandHere("rules", "coverage", "--record", record, "--json");
  expect(JSON.parse(json.out)).toMatchObject({ strategy: "prediction-follow", dates: ["2024-03-04"] });
});

test("takes one session of several, and says which there are", async () => {
  expect((await readCoverage({ record, session: "2024-03-04" })).rules.some(({ asked }) => asked > 0)).toBe(true);
  await expect(readCoverage({ record, session: "2024-03-05" })).rejects.toThrow(
    /no entries of 2024-03-05; did you mean `2024-03-04`/,
  );
});
