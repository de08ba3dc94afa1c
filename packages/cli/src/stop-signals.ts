import { CommandFailure } from "./command.ts";

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Rejects at the first Ctrl-C, SIGTERM or hang-up; a second one ends the process at once. */
export function stopSignals(): { readonly stopped: Promise<never>; dismiss(): void } {
  let reject: (failure: Error) => void = () => undefined;
  const stopped = new Promise<never>((_, rejected) => void (reject = rejected));
  stopped.catch(() => undefined);
  let count = 0;
  const listeners = Object.entries(SIGNALS).map(([signal, exitCode]) => {
    const listener = (): void => {
      count += 1;
      if (count > 1) process.exit(exitCode);
      reject(new CommandFailure(`stopped by ${signal}`, exitCode));
    };
    process.on(signal, listener);
    return { signal, listener };
  });
  return {
    stopped,
    dismiss: () => {
      for (const { signal, listener } of listeners) process.off(signal, listener);
    },
  };
}
