import { assumed, codeRows, read, seen } from "./code-row.ts";
import { IB_CAMPUS, IB_CODES, IB_LIMITS, STOQEY } from "./sources.ts";

const ENDS_TEST = "packages/broker-ib/src/session-ends.int.test.ts";
const LINE_TEST = "packages/broker-ib/src/ib-market-data.int.test.ts";

/** About the session: they come under the id -1, or from the library itself. */
export const SESSION_CODES = [
  ...codeRows("session", "LOST", seen(LINE_TEST, IB_CODES), {
    1100: "Connectivity between IB and the TWS has been lost.",
  }),
  ...codeRows("session", "LOST", seen(ENDS_TEST, IB_CODES), {
    2110: "Connectivity between TWS and server is broken. It will be restored automatically.",
  }),
  ...codeRows("session", "RESTORED_DATA_LOST", seen(LINE_TEST, IB_CODES), {
    1101: "Connectivity has been restored, data lost.",
  }),
  ...codeRows("session", "RESTORED_DATA_KEPT", seen(LINE_TEST, IB_CODES), {
    1102: "Connectivity has been restored, data maintained.",
  }),
  ...codeRows("session", "CLIENT_ID_IN_USE", seen("rehearse/client-id-in-use.yaml", `${IB_CODES}; stoqey/ib #162`), {
    326: "Unable to connect as the client id is already in use.",
  }),
  ...codeRows("session", "PORT_CHANGED", seen(ENDS_TEST, IB_CODES), {
    1300: "TWS socket port has been reset and this connection is being dropped. Please reconnect on the new port -",
  }),
  ...codeRows("session", "READ_ONLY", seen(ENDS_TEST, "users' reports of LEAN and rust-ibapi"), {
    321: "The API interface is currently in Read-Only mode.",
  }),
  ...codeRows("session", "READ_ONLY", read(IB_CAMPUS), { 10005: "Read-only mode." }),
  ...codeRows("session", "PACED", seen("rehearse/too-fast.yaml", IB_LIMITS), {
    100: "Max rate of messages per second has been exceeded.",
  }),
  ...codeRows("session", "PROTOCOL", seen("packages/broker-ib/src/connect-ib.int.test.ts", STOQEY), {
    505: "Fatal Error: Unknown message id.",
  }),
  ...codeRows("session", "PROTOCOL", read(STOQEY), {
    503: "The TWS is out of date and must be upgraded.",
    506: "Unsupported Version.",
    507: "Bad Message Length.",
    508: "Bad Message.",
  }),
  ...codeRows("session", "SOCKET", read(STOQEY), {
    501: "Already Connected.",
    502: "Couldn't connect to TWS.",
    509: "Exception caught while reading socket.",
    510: "Request Market Data Sending Error.",
    511: "Cancel Market Data Sending Error.",
    512: "Order Sending Error.",
    513: "Account Update Request Sending Error.",
    514: "Request For Executions Sending Error.",
    515: "Cancel Order Sending Error.",
    516: "Request Open Order Sending Error.",
    586: "Failed to read message because not connected.",
  }),
  ...codeRows("session", "SOCKET", seen(ENDS_TEST, STOQEY), { 504: "Not connected." }),
  ...codeRows("session", "FARM_LOST", seen("rehearse/farms-flap.yaml", IB_CODES), {
    2103: "A market data farm is disconnected.",
  }),
  ...codeRows("session", "FARM_LOST", read(IB_CODES), {
    2105: "A historical data farm is disconnected.",
    2157: "Sec-def data farm connection is broken.",
  }),
  ...codeRows("session", "FARM_OK", seen("rehearse/farms-flap.yaml", IB_CODES), {
    2104: "Market data farm connection is OK.",
  }),
  ...codeRows("session", "FARM_OK", read(IB_CODES), {
    2106: "A historical data farm is connected.",
    2158: "Sec-def data farm connection is OK.",
  }),
  ...codeRows("session", "NOTICE", read(IB_CODES), {
    2100: "API client has been unsubscribed from account data.",
    2101: "Unable to subscribe to account as other clients are subscribed to a different account.",
    2107: "A historical data farm connection has become inactive but should be available upon demand.",
    2108: "A market data farm connection has become inactive but should be available upon demand.",
    2119: "Market data farm is connecting.",
    2168: "Etrade Only Not Supported Warning.",
    2169: "Firm Quote Only Not Supported Warning.",
  }),
  // Nobody says what becomes of the session: it lasts, and a person is told.
  ...codeRows("session", "NOTICE", assumed(IB_CODES), {
    327: "Only API connections with clientId 0 can set the auto bind TWS orders property.",
    357: "Your client version is out of date.",
    438: "The application is now locked.",
  }),
] as const;
