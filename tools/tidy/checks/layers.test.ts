import { expect, test } from "vitest";
import { sourceTreeOf } from "../../source-tree.ts";
import { layers } from "./layers.ts";

const SERVICES = {
  "services/execution/package.json": "{}",
  "services/portfolio/package.json": "{}",
  "services/strategy/package.json": "{}",
};

function messagesFor(path: string, source: string): string[] {
  return layers.run(sourceTreeOf({ ...SERVICES, [path]: source })).map((problem) => problem.message);
}

test("lets a package import one above it, and itself", () => {
  expect(
    messagesFor("packages/risk/src/a.ts", `import { px } from "@bowline/kernel"; export * from "./b.ts";`),
  ).toEqual([]);
});

test("refuses an import from below, in its line", () => {
  const tree = sourceTreeOf({ "packages/kernel/src/a.ts": `\nimport type { Entry } from "@bowline/contracts";` });
  expect(layers.run(tree)).toMatchObject([
    {
      path: "packages/kernel/src/a.ts",
      line: 2,
      message: "imports @bowline/contracts, which stands below packages/kernel",
    },
  ]);
});

test("sees what is exported from and loaded later", () => {
  expect(messagesFor("packages/kernel/src/a.ts", `export { x } from "@bowline/risk";`)).toHaveLength(1);
  expect(messagesFor("packages/kernel/src/a.ts", `await import("@bowline/risk");`)).toHaveLength(1);
});

test.each(["packages/cli", "packages/backtest", "services/strategy", "services/portfolio"])(
  "refuses %s the broker's adapter: only execution holds the socket",
  (folder) => {
    const remedyless = "imports @bowline/broker-ib, but only execution holds the socket to TWS";
    expect(messagesFor(`${folder}/src/a.ts`, `import "@bowline/broker-ib";`)).toEqual([remedyless]);
    const dependency = JSON.stringify({ dependencies: { "@bowline/broker-ib": "workspace:*" } });
    expect(messagesFor(`${folder}/package.json`, dependency)).toEqual([remedyless]);
  },
);

test("lets execution have the broker's adapter", () => {
  expect(messagesFor("services/execution/src/main.ts", `import "@bowline/broker-ib";`)).toEqual([]);
});

test("refuses a service another service", () => {
  expect(messagesFor("services/strategy/src/a.ts", `import "@bowline/portfolio/machine";`)).toEqual([
    "imports the service portfolio",
  ]);
  const dependency = JSON.stringify({ dependencies: { "@bowline/portfolio": "workspace:*" } });
  expect(messagesFor("services/strategy/package.json", dependency)).toEqual(["imports the service portfolio"]);
});

test("lets the command line run a service's machine, and nothing of its edges", () => {
  expect(messagesFor("packages/cli/src/a.ts", `import "@bowline/portfolio/machine";`)).toEqual([]);
  expect(messagesFor("packages/cli/src/a.ts", `import "@bowline/portfolio/main";`)).toEqual([
    `imports "main" of the service portfolio`,
  ]);
});

test("keeps portfolio away from the fill model", () => {
  expect(messagesFor("services/portfolio/src/a.ts", `import "@bowline/matching";`)).toHaveLength(1);
});

test("lets the tests of the broker's adapter speak to the other side of the wire", () => {
  expect(messagesFor("packages/broker-ib/src/a.int.test.ts", `import "@bowline/tws-wire";`)).toEqual([]);
  expect(messagesFor("packages/broker-ib/src/a.ts", `import "@bowline/tws-wire";`)).toHaveLength(1);
});

test("keeps NATS in bus, and IB's client in broker-ib and the simulator's tests", () => {
  expect(messagesFor("packages/bus/src/a.ts", `import "@nats-io/jetstream";`)).toEqual([]);
  expect(messagesFor("packages/service-kit/src/a.ts", `import "@nats-io/jetstream";`)).toHaveLength(1);
  expect(messagesFor("packages/tws-wire/src/a.ts", `import "@stoqey/ib";`)).toHaveLength(1);
  expect(messagesFor("packages/tws-wire/src/a.test.ts", `import "@stoqey/ib";`)).toEqual([]);
  expect(messagesFor("services/strategy/src/a.test.ts", `import "@stoqey/ib";`)).toHaveLength(1);
});

test("keeps testkit in tests", () => {
  expect(messagesFor("packages/risk/src/a.test.ts", `import "@bowline/testkit";`)).toEqual([]);
  expect(messagesFor("packages/risk/src/a.ts", `import "@bowline/testkit";`)).toEqual([
    "imports testkit outside of a test",
  ]);
});

test("keeps what tests share in tests", () => {
  expect(messagesFor("packages/risk/src/a.test.ts", `import "./test-orders.ts";`)).toEqual([]);
  expect(messagesFor("packages/risk/src/a.ts", `import "./test-orders.ts";`)).toEqual([
    "imports ./test-orders.ts outside of a test",
  ]);
});

test("refuses a way around through a relative path", () => {
  expect(messagesFor("packages/risk/src/a.ts", `import "../../kernel/src/brands.ts";`)).toEqual([
    "reaches into packages/kernel by a relative path",
  ]);
});

test("refuses a package without a place in the order", () => {
  expect(messagesFor("packages/risk/src/a.ts", `import "@bowline/stray";`)).toEqual([
    "imports @bowline/stray, which has no place in the order of packages",
  ]);
});
