/** A context of the `nats` command line for the operator of a deployment; the password is put in where it is known. */
export const renderContext = (): string =>
  `${JSON.stringify(
    {
      description: "Bowline under docker compose, as the operator",
      url: "nats://127.0.0.1:4222",
      user: "operator",
      password: "",
    },
    undefined,
    2,
  )}\n`;
