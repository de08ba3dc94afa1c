import { startWatchdog } from "@bowline/service-kit";
import { makeIbApi } from "./ib-api.ts";

/** A process of its own: the library as it comes, without our guard of its socket, under a watchdog. Arguments: port, limit in ms, or 0 for none. */
const [port = "0", limitMs = "0"] = process.argv.slice(2);
if (limitMs !== "0") startWatchdog({ service: "execution", limitMs: Number(limitMs) });
const api = makeIbApi({ host: "127.0.0.1", port: Number(port), clientId: 17 });
api.connect(17);
setInterval(() => process.stdout.write("turns\n"), 50);
