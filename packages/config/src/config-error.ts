/** What is wrong with a configuration file, where, and what would be right. */
export type ConfigError = {
  readonly file: string;
  /** 1-based; 0 where the file as a whole is meant. */
  readonly line: number;
  readonly column: number;
  /** Path inside the file, such as `groups.tech[1]`; empty for the whole. */
  readonly path: string;
  readonly message: string;
};

export const formatConfigError = (e: ConfigError): string =>
  `${e.file}${e.line > 0 ? `:${e.line}:${e.column}` : ""}: ${e.path === "" ? "" : `${e.path}: `}${e.message}`;

/** The same with its line of the text and a caret below the column, where the finding shows none itself. */
export function withCaret(error: ConfigError, text: string): ConfigError {
  const line = text.split("\n")[error.line - 1];
  if (line === undefined || error.message.includes("\n")) return error;
  const start = line.length - line.trimStart().length;
  const caret = " ".repeat(Math.max(0, error.column - 1 - start));
  return { ...error, message: `${error.message}\n    ${line.trim()}\n    ${caret}^` };
}

/** A configuration that cannot be used: the program ends with these lines and no stack. */
export class ConfigFailure extends Error {
  override name = "ConfigFailure";
  readonly errors: readonly ConfigError[];
  constructor(errors: readonly ConfigError[]) {
    super(errors.map(formatConfigError).join("\n"));
    this.errors = errors;
  }
}
