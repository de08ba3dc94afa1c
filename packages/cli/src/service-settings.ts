import type { Event } from "@bowline/contracts";
import { CommandFailure } from "./command.ts";

/** What a service started with, by the names of its environment. */
export type ServiceSettings = {
  /** `undefined` where the journal does not say. */
  get(key: string): string | undefined;
  /** Throws where the journal does not say, with what to give instead. */
  need(key: string, instead: string): string;
};

/** Reads the `control.config` that a service's process journaled at its start; nothing is known where there is none. */
export function settingsOf(service: string, event: Event | undefined): ServiceSettings {
  const text = event?.kind === "control.config" ? event.yaml : "{}";
  const settings = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const get = (key: string): string | undefined => {
    const value = settings[key];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  return {
    get,
    need(key, instead) {
      const value = get(key);
      if (value === undefined)
        throw new CommandFailure(`the journal does not say ${key} of the ${service}: it needs ${instead}`);
      return value;
    },
  };
}
