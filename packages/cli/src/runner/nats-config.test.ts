import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "./home.ts";
import { renderNatsConfig } from "./nats-config.ts";

const file = (name: string): string => join(ROOT, "deploy/nats", name);

/** Changed code changes these files: `vitest -u` writes them. */
describe("the configurations of nats-server in deploy", () => {
  it("hold what `demo` starts: a crash of the machine may lose a quarter of a second", async () => {
    const text = renderNatsConfig({ port: 4222, storeDir: "/tmp/bowline-journal", syncInterval: "250ms" });
    await expect(text).toMatchFileSnapshot(file("simulated.conf"));
  });
  it("hold what `up --tws` starts: an acknowledged entry is on disk", async () => {
    const text = renderNatsConfig({ port: 4222, storeDir: "/var/lib/bowline/journal", syncInterval: "always" });
    await expect(text).toMatchFileSnapshot(file("paper.conf"));
  });
});
