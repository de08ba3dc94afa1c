import type { IbSession } from "@bowline/broker-ib";
import type { GaugeReading, Watchdog } from "@bowline/service-kit";

export type Gauged = {
  readonly watchdog: Pick<Watchdog, "worstLagMs"> | undefined;
  session(): Pick<IbSession, "probeAgeMs" | "silentMs" | "waiting"> | undefined;
};

const seconds = (ms: number | undefined): number => (ms === undefined ? Number.NaN : ms / 1000);

/** What execution measures of itself and of its line; not a number where there is no session. */
export const gaugesOf = ({ watchdog, session }: Gauged): readonly GaugeReading[] => [
  {
    name: "bowline_event_loop_lag_seconds",
    help: "How late the event loop was at worst since it was last asked.",
    read: () => seconds(watchdog?.worstLagMs()),
  },
  {
    name: "bowline_tws_probe_age_seconds",
    help: "Since TWS last answered a probe.",
    read: () => seconds(session()?.probeAgeMs()),
  },
  {
    name: "bowline_tws_silence_seconds",
    help: "Since anything came from TWS.",
    read: () => seconds(session()?.silentMs()),
  },
  {
    name: "bowline_tws_messages_waiting",
    help: "Messages to TWS that wait for their turn.",
    label: "priority",
    readEach: () => session()?.waiting() ?? {},
  },
];
