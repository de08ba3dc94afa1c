import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { ServiceContract } from "../../packages/contracts/src/service-contract.ts";
import { readContracts } from "../docs/services.ts";
import { renderFiles } from "./files.ts";
import { passwordVariable } from "./password.ts";
import { WITHOUT_SNAPSHOTS } from "./subjects.ts";
import { type User, usersOf } from "./users.ts";

const ROOT = join(import.meta.dirname, "../..");
/** A person's commands, by whichever tool. */
const SHARED = ["bw.control.kill", "bw.control.resume"];

let contracts: readonly ServiceContract[];
let users: readonly User[];

beforeAll(async () => {
  contracts = await readContracts(ROOT);
  users = usersOf(contracts);
});

/** Whether there is a subject that both patterns match. */
function overlap(a: string, b: string): boolean {
  const [as, bs] = [a.split("."), b.split(".")];
  for (let i = 0; i < Math.max(as.length, bs.length); i++) {
    const [x, y] = [as[i], bs[i]];
    if (x === ">" || y === ">") return true;
    if (x === undefined || y === undefined) return false;
    if (x !== "*" && y !== "*" && x !== y) return false;
  }
  return true;
}
const entriesOf = ({ publish }: User): readonly string[] => publish.filter((subject) => subject.startsWith("bw."));

describe("the users of the NATS server", () => {
  it("are in deploy/nats/ as the contracts give them: else run pnpm nats-permissions", () => {
    for (const [path, text] of renderFiles(contracts)) {
      const file = join(ROOT, path);
      expect(existsSync(file) ? readFileSync(file, "utf8") : "", path).toBe(text);
    }
  });
  it("are one for every service", () => {
    expect(users.map(({ name }) => name)).toEqual(expect.arrayContaining(contracts.map(({ service }) => service)));
    expect(new Set(users.map(({ name }) => passwordVariable(name))).size).toBe(users.length);
  });
  it("never share a subject of the journal, but for a person's commands", () => {
    const shared = users.flatMap((one, index) =>
      users
        .slice(index + 1)
        .flatMap((other) =>
          entriesOf(one).flatMap((a) =>
            entriesOf(other).flatMap((b) => (overlap(a, b) ? [`${one.name} ${a}, ${other.name} ${b}`] : [])),
          ),
        ),
    );
    expect(shared).toStrictEqual([
      "execution bw.control.kill, monitor bw.control.kill",
      "execution bw.control.kill, operator bw.control.kill",
      "strategy bw.order.cancel-intent.*.*, risk-gate bw.order.cancel-intent.*.*",
      "strategy bw.order.cancel-intent.*.*, operator bw.order.cancel-intent.*.*",
      "strategy bw.order.replace-intent.*.*, operator bw.order.replace-intent.*.*",
      "strategy bw.control.strategy.*, operator bw.control.strategy.*",
      "risk-gate bw.order.cancel-intent.*.*, operator bw.order.cancel-intent.*.*",
      "risk-gate bw.control.limits, operator bw.control.limits",
      ...SHARED.map((subject) => `monitor ${subject}, operator ${subject}`),
      "recorder bw.control.alert.recorder, operator bw.control.alert.recorder",
    ]);
  });
  it("may change no stream, but for the one that makes them", () => {
    const changing = /^\$JS\.API\.(>|STREAM\.(CREATE|UPDATE|DELETE|PURGE|MSG\.DELETE|RESTORE|SNAPSHOT)\b)/;
    const able = users.flatMap(({ name, publish }) =>
      publish.filter((subject) => changing.test(subject)).map((subject) => `${name} ${subject}`),
    );
    const machines = contracts.filter(
      ({ publishes, service }) => publishes.length > 0 && !WITHOUT_SNAPSHOTS.has(service),
    );
    expect(able.toSorted()).toStrictEqual(
      [
        ...machines.map(({ service }) => `${service} $JS.API.STREAM.PURGE.OBJ_snapshots`),
        "streams $JS.API.>",
      ].toSorted(),
    );
  });
  it("never take another's lease", () => {
    const leases = users.flatMap(({ name, publish }) =>
      publish.filter((subject) => subject.startsWith("$KV.")).map((subject) => ({ name, subject })),
    );
    const clashes = leases.filter((a) => leases.some((b) => a.name !== b.name && overlap(a.subject, b.subject)));
    expect(clashes).toStrictEqual([]);
  });
});
