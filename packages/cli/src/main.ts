import { endOnClosedPipe } from "./closed-pipe.ts";
import { runCli } from "./run-cli.ts";

endOnClosedPipe();
const code = await runCli(process.argv.slice(2));
// What was printed reaches a pipe before the process ends; a connection that still tries does not keep it alive.
for (const stream of [process.stdout, process.stderr]) {
  await new Promise<void>((resolve) => {
    if (stream.destroyed || stream.writableEnded) resolve();
    else stream.write("", () => resolve());
  });
}
process.exit(code);
