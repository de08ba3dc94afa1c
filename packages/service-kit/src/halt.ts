import type { Alert } from "./alerts.ts";

/** Why a process must end at once although there is no bug: what is logged, what a person is told, and its exit code. */
export class HaltError extends Error {
  override name = "HaltError";
  readonly exitCode: number;
  readonly alert: Omit<Alert, "severity">;
  constructor(exitCode: number, alert: Omit<Alert, "severity">, cause?: unknown) {
    super(`${alert.code}: ${alert.subject}: ${alert.detail}`, { cause });
    this.exitCode = exitCode;
    this.alert = alert;
  }
}
