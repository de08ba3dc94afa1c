import type { BrokerPosition, DataType } from "@bowline/contracts";
import type { BrokerCallback } from "@bowline/orders";
import type { IBApi } from "@stoqey/ib";
import type { AccountMode } from "./account-mode.ts";
import type { AccountBook } from "./account-book.ts";
import type { BrokerBar, BrokerPnl, BrokerTick } from "./broker-data.ts";
import type { IbEndpoint } from "./ib-api.ts";
import type { Pacer } from "./pacing.ts";
import type { Requests } from "./requests.ts";

/** What a person should look at, in our words; `subject` is a symbol, an order or empty. */
export type BrokerTrouble = {
  readonly code:
    | "UNKNOWN_BROKER_CODE"
    | "COMPETING_SESSION"
    | "READ_ONLY_API"
    | "MESSAGE_RATE_EXCEEDED"
    | "PORT_CHANGED"
    | "CLIENT_ID_IN_USE"
    | "ACCOUNT_REFUSED";
  readonly subject: string;
  readonly detail: string;
};

/** What a session tells while it lasts. The callbacks run inside the socket's data handler: they take note and return. */
export type IbSessionEvents = {
  /** About orders, also while the line between TWS and IB is down: a fill is never held back. */
  onOrder(callback: BrokerCallback): void;
  onTick(tick: BrokerTick): void;
  onBar(symbol: string, bar: BrokerBar): void;
  /** A whole batch of account values has come; `session.account()` has it. */
  onAccount(): void;
  /** P&L of the account, whenever it changes, once `followPnl()` asked for it. */
  onPnl(pnl: BrokerPnl): void;
  /** What the account holds of a symbol now: TWS tells every change once `positions()` was asked, whoever traded. */
  onPosition(position: BrokerPosition): void;
  /** The line between TWS and IB. */
  onLine(state: "LOST" | "RESTORED_DATA_LOST" | "RESTORED_DATA_KEPT"): void;
  /** Something that a person should hear of: a code that nobody knows, data that another session takes. */
  onTrouble(trouble: BrokerTrouble): void;
  /** For the log: system messages, unreadable executions, refused subscriptions. */
  onNotice(code: number, message: string): void;
  /** Once: the session ended, by whom ever. */
  onClosed(reason: string): void;
  /** One of these callbacks threw: a bug of ours. */
  onBug(failure: unknown): void;
};

export type IbSessionOptions = IbEndpoint & {
  /** The only one of the login where it is left out. */
  readonly accountId?: string;
  /** Of which kind the account must be: `paper` where it is left out. */
  readonly mode?: AccountMode;
  /** False in lock-step: simulated time has no pace. */
  readonly paced: boolean;
  /** False in lock-step: a wall-clock condition may delay a step, it never ends a session. */
  readonly probed: boolean;
  readonly connectTimeoutMs: number;
  readonly requestTimeoutMs: number;
  readonly probeEveryMs: number;
  readonly probeDeadlineMs: number;
  /** When a subscription that was refused for its pace (420) is asked for again, doubling; 15 s where it is left out. */
  readonly pacingRetryMs?: number;
  /** When a stream that TWS ended (10182, 10225) is asked for again, doubling; 1 s where it is left out. */
  readonly renewalMs?: number;
  /** Which type of market data is asked for; live where it is left out, which every connection begins with. */
  readonly dataType?: DataType;
  readonly events: IbSessionEvents;
};

/** The End messages that carry no request id: at most one such request at a time. */
export type Unnumbered = "openOrders" | "completedOrders" | "positions" | "account";

/** What a symbol's data was asked for; `retries`: how often it was refused for its pace. */
export type Subscription = {
  readonly symbol: string;
  readonly kind: "ticks" | "bars";
  /** Whether every trade is told beside the quotes. */
  readonly withTrades?: boolean;
  readonly retries: number;
  /** IB's number of the type of data that it gives, where it was told. */
  dataType?: number;
};

/** What the parts of one session share. */
export type SessionState = {
  readonly options: IbSessionOptions;
  readonly api: IBApi;
  readonly pacer: Pacer;
  readonly requests: Requests;
  readonly accountBook: AccountBook;
  /** Data subscriptions by their request id. */
  readonly subscriptions: Map<number, Subscription>;
  /** Those of them that wait to be asked for again. */
  readonly renewing: Set<number>;
  readonly unnumbered: Map<Unnumbered, number>;
  /** Under which P&L was asked for; `undefined` where it was not. */
  pnlReqId: number | undefined;
  /** Requests for the time, oldest first: the answers carry no id and keep the order. */
  readonly timeRequests: number[];
  /** TWS said that it takes no orders. */
  readOnly: boolean;
  accountId: string;
  nextValidId: number;
  heardMs: number;
  /** When TWS last answered a question for the time. */
  answeredMs: number;
};
