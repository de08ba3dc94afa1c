import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { commandHere } from "../test-command.ts";

const folder = mkdtempSync(join(tmpdir(), "bowline-rules-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("rules new", () => {
  it("lists the templates, and suggests one where the name is wrong", async () => {
    const { code, out } = await commandHere("rules", "new");
    expect(code).toBe(0);
    expect(out).toMatch(/^gap-fade +Trades against an opening gap/m);
    expect(await commandHere("rules", "new", "gap-fad")).toMatchObject({
      code: 64,
      errors: expect.stringMatching(/no template "gap-fad"; did you mean gap-fade\?\n {2}templates: /) as string,
    });
  });
  it("writes a strategy and its scenarios under a name of one's own, which pass, and overwrites nothing", async () => {
    const file = join(folder, "mine.yaml");
    const { code, out } = await commandHere("rules", "new", "gap-fade", "--out", file);
    expect([code, out]).toEqual([0, expect.stringContaining(`./bowline rules test ${file}`)]);
    expect(readFileSync(file, "utf8")).toContain("\nstrategy: mine\n");
    expect(await commandHere("rules", "test", file)).toMatchObject({ code: 0 });
    writeFileSync(file, "mine\n");
    expect(await commandHere("rules", "new", "gap-fade", "--out", file)).toMatchObject({
      code: 64,
      errors: expect.stringContaining("there already") as string,
    });
    expect(readFileSync(file, "utf8")).toBe("mine\n");
    expect(await commandHere("rules", "new", "gap-fade", "--out", file, "--force")).toMatchObject({ code: 0 });
    expect(readFileSync(file, "utf8")).toContain("strategy: mine");
    expect(await commandHere("rules", "new", "gap-fade", "--out", "No.txt")).toMatchObject({ code: 64 });
  });
});
