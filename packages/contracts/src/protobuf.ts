import protobuf from "protobufjs/minimal.js";

// 64-bit integers travel as numbers: every value is a safe integer by contract, and the codec refuses any other.
protobuf.util.Long = null as unknown as typeof protobuf.util.Long;
protobuf.configure();
