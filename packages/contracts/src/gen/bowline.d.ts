/** Namespaces of the generated messages; only the codec looks inside. */
export const bowline: Record<string, unknown>;
