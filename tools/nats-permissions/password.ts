/** The variable that holds a user's password, in the server's environment or in passwords.conf. */
export const passwordVariable = (name: string): string => `PASSWORD_${name.replaceAll("-", "_").toUpperCase()}`;
