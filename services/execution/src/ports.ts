/** TWS says 1300 as it moves to another port: only a number that it tells is followed. */
const MOVED = /reconnect on [^0-9]*(\d{2,5})(?!\d)/i;
const LAST_PORT = 65_535;

/** The port that TWS tells to have moved to; `undefined` where it names none. */
export function movedTo(message: string): number | undefined {
  const port = Number(MOVED.exec(message)?.[1] ?? "0");
  return port > 0 && port <= LAST_PORT ? port : undefined;
}

/** Where to knock next: at the port that TWS told, and where nobody answers there at the configured one, in turn. */
export type Ports = {
  now(): number;
  moved(port: number): void;
  /** Nobody answered. */
  failed(): void;
};

export function makePorts(configured: number): Ports {
  let told: number | undefined;
  let tryTold = false;
  return {
    now: () => (tryTold && told !== undefined ? told : configured),
    moved(port) {
      told = port;
      tryTold = true;
    },
    failed: () => void (tryTold = !tryTold),
  };
}
