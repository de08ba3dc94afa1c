import type { FieldReader } from "../field-reader.ts";

/** The first message of a client: who it is. */
export interface StartApi {
  readonly type: "startApi";
  readonly clientId: number;
  readonly optionalCapabilities: string;
}

export function decodeStartApi(reader: FieldReader): StartApi {
  reader.skip("version");
  return {
    type: "startApi",
    clientId: reader.int("clientId"),
    optionalCapabilities: reader.text("optionalCapabilities"),
  };
}

export interface ReqIds {
  readonly type: "reqIds";
}
export const decodeReqIds = (): ReqIds => ({ type: "reqIds" });

export interface ReqManagedAccts {
  readonly type: "reqManagedAccts";
}
export const decodeReqManagedAccts = (): ReqManagedAccts => ({ type: "reqManagedAccts" });

export interface ReqCurrentTime {
  readonly type: "reqCurrentTime";
}
export const decodeReqCurrentTime = (): ReqCurrentTime => ({ type: "reqCurrentTime" });

/** 1 system .. 5 detail. */
export interface SetServerLogLevel {
  readonly type: "setServerLogLevel";
  readonly logLevel: number;
}

export function decodeSetServerLogLevel(reader: FieldReader): SetServerLogLevel {
  reader.skip("version");
  return { type: "setServerLogLevel", logLevel: reader.int("logLevel") };
}
