import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Asked = { readonly authorization: string | undefined; readonly body: unknown };

/** An HTTP server on the loopback that takes down what it is asked, in JSON, and gives one answer to everything. */
export type Door = {
  readonly port: number;
  readonly asked: Asked[];
  /** What it answers from now on. */
  answer(status: number, body: string): void;
  close(): void;
};

export async function openDoor(): Promise<Door> {
  const asked: Asked[] = [];
  let answer = { status: 200, body: "{}" };
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { authorization } = request.headers;
    asked.push({ authorization, body: JSON.parse(Buffer.concat(chunks).toString()) as unknown });
    response.writeHead(answer.status, { "content-type": "application/json" }).end(answer.body);
  };
  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    answer: (status, body) => void (answer = { status, body }),
    close: () => void server.close(),
  };
}
