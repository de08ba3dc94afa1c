import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bus, connectBus } from "@bowline/bus";
import type { EventByKind } from "@bowline/contracts";
import { sha256Hex } from "@bowline/kernel";
import { setUpJournal } from "@bowline/service-kit/journal-setup";
import { journalCommand } from "@bowline/service-kit/operator";
import { withNatsServer } from "@bowline/testkit";
import { afterAll, beforeAll } from "vitest";
import { readEntries } from "../journal-reading.ts";

/** A strategy file of one rule. */
export const textOf = (when: string, name = "demo"): string =>
  `strategy: ${name}\ndescription: For tests.\ngroups: all\nrules:\n  - { id: out, on: bar, when: ${when}, do: { exit: {} } }\n`;

type Kind = "control.strategy" | "control.alert";

/** A journal on a server of its own, as a strategy service would begin it, and files. Ask it only inside a test or hook. */
export type StrategyJournal = {
  readonly bus: Bus;
  readonly natsUrl: string;
  /** Writes a file of the test's folder; returns its path. */
  write(name: string, text: string): string;
  /** Journals the version that runs. */
  begin(text: string): Promise<void>;
  journaled<K extends Kind>(kind: K): Promise<readonly EventByKind<K>[]>;
};

export function withStrategyJournal(): StrategyJournal {
  const nats = withNatsServer();
  const folder = mkdtempSync(join(tmpdir(), "bowline-reload-"));
  let bus: Bus;
  beforeAll(async () => {
    bus = await connectBus({ url: nats.url, name: "test" });
    await setUpJournal(bus, {});
  });
  afterAll(async () => {
    await bus.close();
    rmSync(folder, { recursive: true });
  });
  return {
    get bus() {
      return bus;
    },
    get natsUrl() {
      return nats.url;
    },
    write: (name, text) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    },
    begin: async (yaml) => {
      const version = { kind: "control.strategy", strategy: "demo", hash: sha256Hex(yaml), yaml } as const;
      await journalCommand(bus, { ...version, reason: "first", by: "strategy" });
    },
    journaled: async <K extends Kind>(kind: K) => {
      const found: EventByKind<K>[] = [];
      await readEntries(bus, {
        onEntry: ({ event }) => {
          if (event.kind === kind) found.push(event as EventByKind<K>);
        },
      });
      return found;
    },
  };
}
