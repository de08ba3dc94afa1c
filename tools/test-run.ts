import { runTests } from "./test-run/run-tests.ts";

export { runTests };

if (import.meta.main) process.exitCode = await runTests(process.argv.slice(2));
