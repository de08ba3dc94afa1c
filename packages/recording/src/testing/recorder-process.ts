import { connectBus } from "@bowline/bus";
import { runRecorder } from "../recorder.ts";

/** A recorder that a test may kill: writes often, to the folder that its second argument names. */
const [, , url = "", folder = ""] = process.argv;
const bus = await connectBus({ url, name: "recorder-under-test" });
await runRecorder(
  {
    bus,
    folder,
    mostRows: 40,
    writeEveryMs: 5,
    pollMs: 1,
    onWritten: ({ throughSeq }) => void process.stdout.write(`${throughSeq}\n`),
  },
  new AbortController().signal,
);
