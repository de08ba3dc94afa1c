import { type Bus, connectBus, publishCore, subscribeCore } from "@bowline/bus";
import { lockstepCommandCodec, lockstepHelloCodec, lockstepReportCodec } from "@bowline/contracts";
import { micros, money } from "@bowline/kernel";
import { type NatsServer, startNatsServer } from "@bowline/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { conduct } from "./conduct.ts";
import { openSimulator, type Simulator } from "../simulator.ts";

let nats: NatsServer;
let bus: Bus;

beforeAll(async () => {
  nats = await startNatsServer();
  bus = await connectBus({ url: nats.url, name: "test" });
});
afterAll(async () => {
  await bus.close();
  await nats.stop();
});

const NAMES = ["clock", "execution", "feed"];

/** Stands for all services: reports every command at once, and tells what it was asked. */
function follow(onCommand: (text: string) => void): () => void {
  let lastSerial = -1;
  return subscribeCore(bus, "lockstep.command", (bytes) => {
    const command = lockstepCommandCodec.decode(bytes);
    if (!command.ok) throw new Error(command.error);
    const { serial, kind, participant, simUs } = command.value;
    if (serial > lastSerial) onCommand(`${kind} ${participant} ${simUs / 1e6}`);
    lastSerial = Math.max(serial, lastSerial);
    const items = (kind === "ROUND" ? NAMES : [participant]).map((name) => ({ participant: name, pending: 0 }));
    publishCore(
      bus,
      "lockstep.report",
      lockstepReportCodec.encode({ process: "test", serial, items, lastSeq: 0, ticksSeq: 0 }),
    );
  });
}

async function aSimulator(sessions: number): Promise<Simulator> {
  const opened = await openSimulator({
    market: { seed: 1, groups: { a: ["IBM"] }, sessions, minutes: 1 },
    host: "127.0.0.1",
    port: 0,
    accountId: "DU1234567",
    cash: money(micros("1000000")),
    onNotice: () => undefined,
  });
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
}

it("gives a step to the market's edges, then rounds, and each session a close of its own", async () => {
  const { world, exchange, server } = await aSimulator(2);
  const commands: string[] = [];
  const stop = follow((text) => commands.push(text));
  const conducting = conduct({ bus, world, names: NAMES, speed: undefined, onWaiting: () => undefined });
  await conducting.finished;
  conducting.stop();
  stop();
  const opens = exchange.market.sessions().map(({ openUs }) => openUs / 1e6);
  const turns = (time: number): string[] =>
    ["TURN execution", "TURN feed", "TURN clock", "ROUND "].map((text) => `${text} ${time}`);
  const steps = opens.flatMap((open) => Array.from({ length: 12 }, (_, step) => open + (step + 1) * 5));
  const closes = new Set(opens.map((open) => open + 60));
  expect(commands).toEqual([
    `ROUND  ${opens[0]}`,
    ...steps.flatMap((time) => [...turns(time), ...(closes.has(time) ? turns(time) : [])]),
  ]);
  expect(world.progress()).toEqual({ begun: 24, steps: 24 });
  await server.close();
});

it("tells a step's market again to an execution that was started anew", async () => {
  const { world, server } = await aSimulator(1);
  let resent = 0;
  let asked = false;
  const watched = { ...world, resendStep: async () => void (resent += 1) };
  const stop = follow((text) => {
    if (asked || !text.startsWith("TURN feed")) return;
    asked = true;
    publishCore(bus, "lockstep.hello", lockstepHelloCodec.encode({ process: "test", participant: "execution" }));
  });
  const conducting = conduct({ bus, world: watched, names: NAMES, speed: undefined, onWaiting: () => undefined });
  await conducting.finished;
  conducting.stop();
  stop();
  expect(resent).toBe(1);
  await server.close();
});
