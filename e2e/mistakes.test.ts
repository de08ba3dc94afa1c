import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bowline, makeHome } from "./demo-process.ts";

const fails = async (args: readonly string[], home: string): Promise<string> => {
  const { code, errors, out } = await bowline(args, { home });
  expect(code, out).not.toBe(0);
  expect(errors).not.toMatch(/^\s+at .*\(file:/m);
  return errors;
};

describe("a mistake", () => {
  const home = makeHome();
  const file = (name: string, text: string): string => {
    writeFileSync(join(home, name), text);
    return join(home, name);
  };

  it("in a rule file is named with file, line and column", async () => {
    const errors = await fails(
      [
        "rules",
        "check",
        file(
          "bad.yaml",
          "strategy: x\ndescription: y\ngroups: all\nrules:\n  - id: a\n    on: predicton\n    do: { exit: {} }\n",
        ),
      ],
      home,
    );
    expect(errors).toMatch(/bad\.yaml:6:\d+: .*prediction/);
  });
  it("in groups is named at the second place of the symbol", async () => {
    const groups = file("groups.yaml", "groups:\n  a: [SPY]\n  b: [SPY]\n");
    expect(await fails(["demo", "--minutes", "1", "--groups", groups], home)).toMatch(
      /groups\.yaml:3:\d+: .*SPY is in a already/,
    );
  });
  it("of a missing file says which one, and for what it is needed", async () => {
    expect(await fails(["demo", "--minutes", "1", "--strategy", join(home, "none.yaml")], home)).toMatch(
      /none\.yaml: no such file; /,
    );
  });
  it("of an unknown symbol names the folder, the symbol and what is there", async () => {
    file("AAA.trades.csv", "start_ms,open,high,low,close,volume\n1380893400000,1,1,1,1,100\n");
    const errors = await fails(["demo", "--data", home, "--symbols", "ZZZ", "--minutes", "1"], home);
    expect(errors).toMatch(/ZZZ/);
    expect(errors).toMatch(/AAA/);
  });
  it("in a command's name suggests the right one", async () => {
    expect(await fails(["dmeo"], home)).toMatch(/demo/);
  });
  it("of a busy port says so and what to do", async () => {
    const { createServer } = await import("node:net");
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => void server.once("listening", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    try {
      expect(await fails(["sim", "--port", String(port)], home)).toMatch(new RegExp(`port ${port}.*in use`));
    } finally {
      server.close();
    }
  });
});
