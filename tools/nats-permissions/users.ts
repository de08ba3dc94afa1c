import type { ServiceContract } from "../../packages/contracts/src/service-contract.ts";
import { entrySubjects, kitSubjects, LISTING, othersSnapshots, READING, subjectsOf } from "./subjects.ts";

/** One user of the NATS server. What `publish` does not name, it may not publish; it may subscribe to everything. */
export type User = {
  readonly name: string;
  /** One sentence for the documentation. */
  readonly doc: string;
  /** What it may write: entries, and what belongs to its work beside the journal. */
  readonly publish: readonly string[];
  /** Taken out of the above. */
  readonly deny: readonly string[];
  /** May answer who asked it. */
  readonly answers: boolean;
};

const user = (name: string, doc: string, rest: Partial<User> = {}): User => ({
  name,
  doc,
  publish: [],
  deny: [],
  answers: false,
  ...rest,
});

/** What a service may publish besides its contract. */
const FURTHER: Readonly<Record<string, readonly string[]>> = {
  execution: ["tick.*"],
  // The first version of a journal is the file that its first worker started with.
  strategy: subjectsOf("strategy", "control.strategy"),
  "risk-gate": subjectsOf("risk-gate", "control.limits"),
};

/** A person may record, too. */
const RECORDERS_ALERT = "bw.control.alert.recorder";

/** Who tells the sender of a message what became of it: of a prediction on a subject. */
const ANSWERING: ReadonlySet<string> = new Set(["prediction-ingest"]);

const serviceUser = (contract: ServiceContract): User => {
  const { service } = contract;
  return user(service, contract.doc, {
    publish: [...entrySubjects(contract), ...(FURTHER[service] ?? []), ...kitSubjects(service), ...READING],
    deny: othersSnapshots(service),
    answers: ANSWERING.has(service),
  });
};

/** Every user: one for each service by its contract, and those that have no part in the journal's machines. */
export function usersOf(contracts: readonly ServiceContract[]): readonly User[] {
  const services = contracts.filter(({ service }) => service !== "tws-sim").map(serviceUser);
  return [
    ...services,
    user("tws-sim", "Conducts simulated time, and says how it passes.", {
      publish: ["lockstep.command"],
      answers: true,
    }),
    user("recorder", "Writes the stream of ticks to files, and says when it can not.", {
      publish: [RECORDERS_ALERT, ...READING],
    }),
    user("demo-predictor", "Reads bars and the clock; answers over HTTP only.", { publish: READING }),
    user(
      "model",
      "Who tells from outside: a model its predictions, where prediction-ingest listens to a subject, and a second source its prices.",
      {
        publish: ["model.>", "second.>"],
      },
    ),
    user(
      "operator",
      "A person with the command line or the `nats` tool: reads all, may kill and resume, put a strategy file or limits into force, and give or cancel orders by hand.",
      {
        publish: [
          ...subjectsOf("operator", "control.kill"),
          ...subjectsOf("operator", "control.resume"),
          ...subjectsOf("operator", "control.strategy"),
          ...subjectsOf("operator", "control.limits"),
          RECORDERS_ALERT,
          "bw.control.alert.rules",
          "bw.control.alert.limits",
          ...subjectsOf("operator", "order.parent-intent"),
          ...subjectsOf("operator", "order.replace-intent"),
          ...subjectsOf("operator", "order.cancel-intent"),
          ...READING,
          ...LISTING,
        ],
      },
    ),
    user("streams", "`bowline streams apply`, once at the start: makes the streams and names the journal.", {
      publish: ["$JS.API.>", ...subjectsOf("streams", "control.generation")],
    }),
  ];
}
