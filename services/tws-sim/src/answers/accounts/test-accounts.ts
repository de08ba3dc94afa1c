import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EventName, type Contract, type Execution, type Order, type OrderState } from "@stoqey/ib";
import { afterEach } from "vitest";
import type { Simulator, SimulatorOptions } from "../../simulator.ts";
import { connectClient, order, stock, type TestClient } from "../../test-client.ts";
import { aSimulator } from "../../test-simulator.ts";

/** Two accounts of one login: one with Regulation T's margin, one that pays cash. */
export const [MARGIN, CASH] = ["DU1111111", "DU2222222"];

const TWO_ACCOUNTS = `
borrow: { hard: [BAC], none: [MSFT] }
accounts:
  - { id: ${MARGIN}, cash: 100000, margin: reg-t }
  - { id: ${CASH}, cash: 50000, margin: cash }
`;

const cleanUps: (() => unknown)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0).reverse()) cleanUp();
});

/** A folder that goes when the test ends. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "bowline-accounts-"));
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A market file that describes the two accounts. */
export function twoAccountsFile(): string {
  const file = join(aFolder(), "market.yaml");
  writeFileSync(file, TWO_ACCOUNTS);
  return file;
}

/** A simulator with the two accounts; its first step is played. */
export async function aSimulatorOfTwo(wish: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const simulator = await aSimulator({ accountId: undefined, marketFile: twoAccountsFile(), ...wish });
  await simulator.world.beginStep();
  return simulator;
}

export type AccountClient = TestClient & {
  /** What was told of accounts, one line each, since the last call. */
  heard(): Promise<readonly string[]>;
  /** Places an order for an account, and waits for what comes of it. */
  trade(orderId: number, symbol: string, wish: { readonly [key: string]: unknown }): Promise<readonly string[]>;
};

type Part = string | number | undefined;
const line = (...parts: readonly Part[]): string => parts.map((part) => part ?? "-").join(" ");

const LINES: readonly (readonly [EventName, (...args: never[]) => string])[] = [
  [EventName.managedAccounts, (accounts: string) => line("accounts", accounts)],
  [
    EventName.openOrder,
    (id: number, _contract: Contract, placed: Order, { status }: OrderState) =>
      line("open", id, placed.account, status),
  ],
  [
    EventName.execDetails,
    (id: number, contract: Contract, { acctNumber, side, shares }: Execution) =>
      line("exec", id, acctNumber, contract.symbol, side, shares),
  ],
  [
    EventName.completedOrder,
    (contract: Contract, placed: Order, { status }: OrderState) =>
      line("completed", placed.account, contract.symbol, status),
  ],
  [EventName.execDetailsEnd, (id: number) => line("execEnd", id)],
  [
    EventName.position,
    (account: string, contract: Contract, quantity: number) => line("position", account, contract.symbol, quantity),
  ],
  [EventName.positionEnd, () => "positionEnd"],
  [
    EventName.positionMulti,
    (...[id, account, , contract, quantity]: [number, string, string, Contract, number]) =>
      line("positionMulti", id, account, contract.symbol, quantity),
  ],
  [EventName.positionMultiEnd, (id: number) => line("positionMultiEnd", id)],
  [EventName.updateAccountValue, (...args: Part[]) => line("value", ...args)],
  [
    EventName.updatePortfolio,
    (contract: Contract, quantity: number, ...rest: Part[]) =>
      line("portfolio", contract.symbol, quantity, rest.at(-2), rest.at(-1)),
  ],
  [EventName.updateAccountTime, (time: string) => line("accountTime", time)],
  [EventName.accountDownloadEnd, (account: string) => line("accountEnd", account)],
  [
    EventName.accountUpdateMulti,
    (id: number, account: string, _model: string, ...rest: Part[]) => line("multi", id, account, ...rest),
  ],
  [EventName.accountUpdateMultiEnd, (id: number) => line("multiEnd", id)],
  [EventName.accountSummary, (...args: Part[]) => line("summary", ...args)],
  [EventName.accountSummaryEnd, (id: number) => line("summaryEnd", id)],
  [EventName.pnl, (...args: Part[]) => line("pnl", ...args)],
  [EventName.pnlSingle, (...args: Part[]) => line("pnlSingle", ...args)],
  [EventName.info, (message: string, code: number) => line("info", code, message)],
  [EventName.error, (error: Error, code: number, id: number) => line("error", id, code, error.message)],
];

/** A client that writes down what it is told of accounts. */
export async function anAccountClient(port: number, clientId = 1): Promise<AccountClient> {
  const client = await connectClient(port, clientId);
  cleanUps.push(client.close);
  await client.told();
  const lines: string[] = [];
  for (const [event, lineOf] of LINES)
    client.api.on(event as EventName.connected, ((...args: never[]) => void lines.push(lineOf(...args))) as never);
  const heard = async (): Promise<readonly string[]> => {
    await client.told();
    return lines.splice(0);
  };
  return {
    ...client,
    heard,
    trade: async (orderId, symbol, wish) => {
      client.api.placeOrder(orderId, stock(symbol), order(wish));
      return heard();
    },
  };
}
