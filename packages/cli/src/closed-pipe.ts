/** What a shell shows of a program whose reader went away: 128 and SIGPIPE. */
export const EXIT_CLOSED_PIPE = 141;

/**
 * Who reads our output may leave before its end, as `head` does. A command that runs a system then stops it as for SIGTERM, any
 * other ends at once and says nothing. Nobody reads errors: the work goes on.
 */
export function endOnClosedPipe(): void {
  let ending = false;
  process.stdout.on("error", (failure: NodeJS.ErrnoException) => {
    if (failure.code !== "EPIPE") throw failure;
    if (ending) return;
    ending = true;
    if (process.listenerCount("SIGTERM") === 0) process.exit(EXIT_CLOSED_PIPE);
    process.kill(process.pid, "SIGTERM");
  });
  process.stderr.on("error", (failure: NodeJS.ErrnoException) => {
    if (failure.code !== "EPIPE") throw failure;
  });
}
