import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bus, connectBus } from "@bowline/bus";
import type { EventByKind } from "@bowline/contracts";
import { sha256Hex } from "@bowline/kernel";
import { setUpJournal } from "@bowline/service-kit/journal-setup";
import { journalCommand } from "@bowline/service-kit/operator";
import { withNatsServer } from "@bowline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readEntries } from "../journal-reading.ts";
import { watchStrategy } from "./watch-strategy.ts";
import { commandHere, type Ran } from "../test-command.ts";

const nats = withNatsServer();
const folder = mkdtempSync(join(tmpdir(), "bowline-reload-"));
let bus: Bus;

const textOf = (when: string, name = "demo"): string =>
  `strategy: ${name}\ndescription: For tests.\ngroups: all\nrules:\n  - { id: out, on: bar, when: ${when}, do: { exit: {} } }\n`;
const FIRST = textOf("position.open");

beforeAll(async () => {
  bus = await connectBus({ url: nats.url, name: "test" });
  await setUpJournal(bus, {});
});
afterAll(async () => {
  await bus.close();
  rmSync(folder, { recursive: true });
});

function reload(text: string, ...flags: readonly string[]): Promise<Ran> {
  const file = join(folder, "next.yaml");
  writeFileSync(file, text);
  return commandHere("rules", "reload", file, "--nats", nats.url, "--by", "me", ...flags);
}
async function journaled<K extends "control.strategy" | "control.alert">(kind: K): Promise<readonly EventByKind<K>[]> {
  const found: EventByKind<K>[] = [];
  await readEntries(bus, {
    onEntry: ({ event }) => {
      if (event.kind === kind) found.push(event as EventByKind<K>);
    },
  });
  return found;
}

describe("rules reload", () => {
  it("says that nothing runs where no worker has written a version", async () => {
    const { code, errors } = await reload(FIRST);
    expect(code).toBe(1);
    expect(errors).toContain("no strategy runs on this journal");
  });

  it("journals the text, its hash and who, once", async () => {
    const first = { kind: "control.strategy", strategy: "demo", hash: sha256Hex(FIRST), yaml: FIRST } as const;
    await journalCommand(bus, { ...first, reason: "first", by: "strategy" });
    const next = textOf("position.open && position.age_minutes > 30");
    const { code, out } = await reload(next, "--reason", "hold longer", "--json");
    expect(code).toBe(0);
    const [, version] = await journaled("control.strategy");
    expect(version).toMatchObject({ hash: sha256Hex(next), yaml: next, reason: "hold longer", by: "me" });
    expect(JSON.parse(out)).toMatchObject({ strategy: "demo", hash: sha256Hex(next), seq: 3 });
    expect((await reload(next)).out).toContain("is in force already");
    expect(await journaled("control.strategy")).toHaveLength(2);
  });

  it("changes nothing where the file does not hold: file, line and column, exit code 64, and an alert", async () => {
    const { code, errors } = await reload(textOf("position.opne"));
    expect(code).toBe(64);
    expect(errors).toMatch(/next\.yaml:5:\d+: .*did you mean `position\.open`/);
    expect(await journaled("control.strategy")).toHaveLength(2);
    expect(await journaled("control.alert")).toMatchObject([
      {
        source: "rules",
        severity: "WARNING",
        code: "STRATEGY_REFUSED",
        detail: expect.stringContaining("next.yaml:5:") as string,
      },
    ]);
  });

  it("watches a file where it is asked to, and goes on after one that does not hold", async () => {
    const file = join(folder, "watched.yaml");
    const lines: string[] = [];
    let heard = Promise.withResolvers<void>();
    const say = (line: string): void => {
      lines.push(line);
      heard.resolve();
    };
    const told = async (text: string): Promise<void> => {
      while (!lines.join("\n").includes(text)) {
        heard = Promise.withResolvers();
        await heard.promise;
      }
    };
    writeFileSync(file, FIRST);
    const watched = await watchStrategy(nats.url, file, { again: true, say });
    expect(lines).toEqual([expect.stringContaining(`version ${sha256Hex(FIRST).slice(0, 12)} is in force from entry`)]);
    writeFileSync(file, textOf("position.opne"));
    await told("not put into force: ");
    const last = textOf("position.open && position.age_minutes > 45");
    writeFileSync(file, last);
    await told(`version ${sha256Hex(last).slice(0, 12)} is in force from entry`);
    await watched.stop();
    expect((await journaled("control.strategy")).map(({ hash }) => hash).slice(-2)).toEqual(
      [FIRST, last].map((text) => sha256Hex(text)),
    );
  });

  it("takes no other strategy's place", async () => {
    const { code, errors } = await reload(textOf("position.open", "other"));
    expect(code).toBe(1);
    expect(errors).toContain("the file is of strategy other, and demo runs");
  });
});
