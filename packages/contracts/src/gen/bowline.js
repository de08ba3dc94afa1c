/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const bowline = $root.bowline = (() => {

    /**
     * Namespace bowline.
     * @exports bowline
     * @namespace
     */
    const bowline = {};

    bowline.common = (function() {

        /**
         * Namespace common.
         * @memberof bowline
         * @namespace
         */
        const common = {};

        common.v1 = (function() {

            /**
             * Namespace v1.
             * @memberof bowline.common
             * @namespace
             */
            const v1 = {};

            v1.Header = (function() {

                /**
                 * Properties of a Header.
                 * @typedef {Object} bowline.common.v1.Header.$Properties
                 * @property {string|null} [id] Header id
                 * @property {string|null} [causeId] Header causeId
                 * @property {number|null} [causeSeq] Header causeSeq
                 * @property {number|null} [ordinal] Header ordinal
                 * @property {string|null} [correlationId] Header correlationId
                 * @property {string|null} [machine] Header machine
                 * @property {number|null} [epoch] Header epoch
                 * @property {string|null} [build] Header build
                 * @property {string|null} [configVersion] Header configVersion
                 * @property {number|null} [eventUs] Header eventUs
                 * @property {number|null} [seenUs] Header seenUs
                 * @property {number|null} [schemaVersion] Header schemaVersion
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Header.
                 * @memberof bowline.common.v1
                 * @interface IHeader
                 * @augments bowline.common.v1.Header.$Properties
                 * @deprecated Use bowline.common.v1.Header.$Properties instead.
                 */

                /**
                 * Shape of a Header.
                 * @typedef {bowline.common.v1.Header.$Properties} bowline.common.v1.Header.$Shape
                 */

                /**
                 * Constructs a new Header.
                 * @memberof bowline.common.v1
                 * @classdesc Represents a Header.
                 * @constructor
                 * @param {bowline.common.v1.Header.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Header = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Header id.
                 * @member {string} id
                 * @memberof bowline.common.v1.Header
                 * @instance
                 */
                Header.prototype.id = "";

                /**
                 * Header causeId.
                 * @member {string} causeId
                 * @memberof bowline.common.v1.Header
                 * @instance
                 */
                Header.prototype.causeId = "";

                /**
                 * Header causeSeq.
                 * @member {number} causeSeq
                 * @memberof bowline.common.v1.Header
                 * @instance
                 */
                Header.prototype.causeSeq = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Header ordinal.
                 * @member {number} ordinal
                 * @memberof bowline.common.v1.Header
                 * @instance
                 */
                Header.prototype.ordinal = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Header correlationId.
                 * @member {string} correlationId
                 * @memberof bowline.common.v1.Header
                 * @instance
                 */
                Header.prototype.correlationId = "";

                /**
                 * Header machine.
                 * @member {string} machine
                 * @memberof bowline.common.v1.Header
                 * @instance
                 */
                Header.prototype.machine = "";

                /**
                 * Header epoch.
                 * @member {number} epoch
                 * @memberof bowline.common.v1.Header
                 * @instance
                 */
                Header.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Header build.
                 * @member {string} build
                 * @memberof bowline.common.v1.Header
                 * @instance
                 */
                Header.prototype.build = "";

                /**
                 * Header configVersion.
                 * @member {string} configVersion
                 * @memberof bowline.common.v1.Header
                 * @instance
                 */
                Header.prototype.configVersion = "";

                /**
                 * Header eventUs.
                 * @member {number} eventUs
                 * @memberof bowline.common.v1.Header
                 * @instance
                 */
                Header.prototype.eventUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Header seenUs.
                 * @member {number} seenUs
                 * @memberof bowline.common.v1.Header
                 * @instance
                 */
                Header.prototype.seenUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Header schemaVersion.
                 * @member {number} schemaVersion
                 * @memberof bowline.common.v1.Header
                 * @instance
                 */
                Header.prototype.schemaVersion = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Encodes the specified Header message. Does not implicitly {@link bowline.common.v1.Header.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.common.v1.Header
                 * @static
                 * @param {bowline.common.v1.Header.$Properties} message Header message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Header.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.id);
                    if (message.causeId != null && $Object.hasOwnProperty.call(message, "causeId") && message.causeId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.causeId);
                    if (message.causeSeq != null && $Object.hasOwnProperty.call(message, "causeSeq") && (typeof message.causeSeq === "object" ? message.causeSeq.low || message.causeSeq.high : message.causeSeq !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).int64(message.causeSeq);
                    if (message.ordinal != null && $Object.hasOwnProperty.call(message, "ordinal") && (typeof message.ordinal === "object" ? message.ordinal.low || message.ordinal.high : message.ordinal !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).int64(message.ordinal);
                    if (message.correlationId != null && $Object.hasOwnProperty.call(message, "correlationId") && message.correlationId !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.correlationId);
                    if (message.machine != null && $Object.hasOwnProperty.call(message, "machine") && message.machine !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.machine);
                    if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                        writer.uint32(/* id 7, wireType 0 =*/56).int64(message.epoch);
                    if (message.build != null && $Object.hasOwnProperty.call(message, "build") && message.build !== "")
                        writer.uint32(/* id 8, wireType 2 =*/66).string(message.build);
                    if (message.configVersion != null && $Object.hasOwnProperty.call(message, "configVersion") && message.configVersion !== "")
                        writer.uint32(/* id 9, wireType 2 =*/74).string(message.configVersion);
                    if (message.eventUs != null && $Object.hasOwnProperty.call(message, "eventUs") && (typeof message.eventUs === "object" ? message.eventUs.low || message.eventUs.high : message.eventUs !== 0))
                        writer.uint32(/* id 10, wireType 0 =*/80).int64(message.eventUs);
                    if (message.seenUs != null && $Object.hasOwnProperty.call(message, "seenUs") && (typeof message.seenUs === "object" ? message.seenUs.low || message.seenUs.high : message.seenUs !== 0))
                        writer.uint32(/* id 11, wireType 0 =*/88).int64(message.seenUs);
                    if (message.schemaVersion != null && $Object.hasOwnProperty.call(message, "schemaVersion") && (typeof message.schemaVersion === "object" ? message.schemaVersion.low || message.schemaVersion.high : message.schemaVersion !== 0))
                        writer.uint32(/* id 12, wireType 0 =*/96).int64(message.schemaVersion);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Header message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.common.v1.Header
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.common.v1.Header & bowline.common.v1.Header.$Shape} Header
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Header.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.common.v1.Header();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.id = value;
                                else
                                    delete message.id;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.causeId = value;
                                else
                                    delete message.causeId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.causeSeq = value;
                                else
                                    delete message.causeSeq;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.ordinal = value;
                                else
                                    delete message.ordinal;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.correlationId = value;
                                else
                                    delete message.correlationId;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.machine = value;
                                else
                                    delete message.machine;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.epoch = value;
                                else
                                    delete message.epoch;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.build = value;
                                else
                                    delete message.build;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.configVersion = value;
                                else
                                    delete message.configVersion;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.eventUs = value;
                                else
                                    delete message.eventUs;
                                continue;
                            }
                        case 11: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.seenUs = value;
                                else
                                    delete message.seenUs;
                                continue;
                            }
                        case 12: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.schemaVersion = value;
                                else
                                    delete message.schemaVersion;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Header;
            })();

            /**
             * Timeframe enum.
             * @name bowline.common.v1.Timeframe
             * @enum {number}
             * @property {number} TIMEFRAME_UNSPECIFIED=0 TIMEFRAME_UNSPECIFIED value
             * @property {number} TIMEFRAME_5S=1 TIMEFRAME_5S value
             * @property {number} TIMEFRAME_1M=2 TIMEFRAME_1M value
             */
            v1.Timeframe = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "TIMEFRAME_UNSPECIFIED"] = 0;
                values[valuesById[1] = "TIMEFRAME_5S"] = 1;
                values[valuesById[2] = "TIMEFRAME_1M"] = 2;
                return values;
            })();

            /**
             * BarStatus enum.
             * @name bowline.common.v1.BarStatus
             * @enum {number}
             * @property {number} BAR_STATUS_UNSPECIFIED=0 BAR_STATUS_UNSPECIFIED value
             * @property {number} BAR_STATUS_TRADED=1 BAR_STATUS_TRADED value
             * @property {number} BAR_STATUS_NO_TRADE=2 BAR_STATUS_NO_TRADE value
             * @property {number} BAR_STATUS_NO_DATA=3 BAR_STATUS_NO_DATA value
             */
            v1.BarStatus = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "BAR_STATUS_UNSPECIFIED"] = 0;
                values[valuesById[1] = "BAR_STATUS_TRADED"] = 1;
                values[valuesById[2] = "BAR_STATUS_NO_TRADE"] = 2;
                values[valuesById[3] = "BAR_STATUS_NO_DATA"] = 3;
                return values;
            })();

            /**
             * Direction enum.
             * @name bowline.common.v1.Direction
             * @enum {number}
             * @property {number} DIRECTION_UNSPECIFIED=0 DIRECTION_UNSPECIFIED value
             * @property {number} DIRECTION_LONG=1 DIRECTION_LONG value
             * @property {number} DIRECTION_SHORT=2 DIRECTION_SHORT value
             * @property {number} DIRECTION_FLAT=3 DIRECTION_FLAT value
             */
            v1.Direction = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "DIRECTION_UNSPECIFIED"] = 0;
                values[valuesById[1] = "DIRECTION_LONG"] = 1;
                values[valuesById[2] = "DIRECTION_SHORT"] = 2;
                values[valuesById[3] = "DIRECTION_FLAT"] = 3;
                return values;
            })();

            /**
             * Side enum.
             * @name bowline.common.v1.Side
             * @enum {number}
             * @property {number} SIDE_UNSPECIFIED=0 SIDE_UNSPECIFIED value
             * @property {number} SIDE_BUY=1 SIDE_BUY value
             * @property {number} SIDE_SELL=2 SIDE_SELL value
             * @property {number} SIDE_SELL_SHORT=3 SIDE_SELL_SHORT value
             */
            v1.Side = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "SIDE_UNSPECIFIED"] = 0;
                values[valuesById[1] = "SIDE_BUY"] = 1;
                values[valuesById[2] = "SIDE_SELL"] = 2;
                values[valuesById[3] = "SIDE_SELL_SHORT"] = 3;
                return values;
            })();

            /**
             * OrdType enum.
             * @name bowline.common.v1.OrdType
             * @enum {number}
             * @property {number} ORD_TYPE_UNSPECIFIED=0 ORD_TYPE_UNSPECIFIED value
             * @property {number} ORD_TYPE_MKT=1 ORD_TYPE_MKT value
             * @property {number} ORD_TYPE_LMT=2 ORD_TYPE_LMT value
             * @property {number} ORD_TYPE_STP=3 ORD_TYPE_STP value
             */
            v1.OrdType = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "ORD_TYPE_UNSPECIFIED"] = 0;
                values[valuesById[1] = "ORD_TYPE_MKT"] = 1;
                values[valuesById[2] = "ORD_TYPE_LMT"] = 2;
                values[valuesById[3] = "ORD_TYPE_STP"] = 3;
                return values;
            })();

            /**
             * TimeInForce enum.
             * @name bowline.common.v1.TimeInForce
             * @enum {number}
             * @property {number} TIME_IN_FORCE_UNSPECIFIED=0 TIME_IN_FORCE_UNSPECIFIED value
             * @property {number} TIME_IN_FORCE_DAY=1 TIME_IN_FORCE_DAY value
             * @property {number} TIME_IN_FORCE_GTC=2 TIME_IN_FORCE_GTC value
             * @property {number} TIME_IN_FORCE_IOC=3 TIME_IN_FORCE_IOC value
             */
            v1.TimeInForce = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "TIME_IN_FORCE_UNSPECIFIED"] = 0;
                values[valuesById[1] = "TIME_IN_FORCE_DAY"] = 1;
                values[valuesById[2] = "TIME_IN_FORCE_GTC"] = 2;
                values[valuesById[3] = "TIME_IN_FORCE_IOC"] = 3;
                return values;
            })();

            /**
             * Purpose enum.
             * @name bowline.common.v1.Purpose
             * @enum {number}
             * @property {number} PURPOSE_UNSPECIFIED=0 PURPOSE_UNSPECIFIED value
             * @property {number} PURPOSE_ENTRY=1 PURPOSE_ENTRY value
             * @property {number} PURPOSE_EXIT=2 PURPOSE_EXIT value
             */
            v1.Purpose = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "PURPOSE_UNSPECIFIED"] = 0;
                values[valuesById[1] = "PURPOSE_ENTRY"] = 1;
                values[valuesById[2] = "PURPOSE_EXIT"] = 2;
                return values;
            })();

            /**
             * Leg enum.
             * @name bowline.common.v1.Leg
             * @enum {number}
             * @property {number} LEG_UNSPECIFIED=0 LEG_UNSPECIFIED value
             * @property {number} LEG_ENTRY=1 LEG_ENTRY value
             * @property {number} LEG_EXIT=2 LEG_EXIT value
             * @property {number} LEG_STOP=3 LEG_STOP value
             * @property {number} LEG_TARGET=4 LEG_TARGET value
             */
            v1.Leg = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "LEG_UNSPECIFIED"] = 0;
                values[valuesById[1] = "LEG_ENTRY"] = 1;
                values[valuesById[2] = "LEG_EXIT"] = 2;
                values[valuesById[3] = "LEG_STOP"] = 3;
                values[valuesById[4] = "LEG_TARGET"] = 4;
                return values;
            })();

            /**
             * AnomalyEffect enum.
             * @name bowline.common.v1.AnomalyEffect
             * @enum {number}
             * @property {number} ANOMALY_EFFECT_UNSPECIFIED=0 ANOMALY_EFFECT_UNSPECIFIED value
             * @property {number} ANOMALY_EFFECT_NONE=1 ANOMALY_EFFECT_NONE value
             * @property {number} ANOMALY_EFFECT_HALT_SYMBOL=2 ANOMALY_EFFECT_HALT_SYMBOL value
             */
            v1.AnomalyEffect = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "ANOMALY_EFFECT_UNSPECIFIED"] = 0;
                values[valuesById[1] = "ANOMALY_EFFECT_NONE"] = 1;
                values[valuesById[2] = "ANOMALY_EFFECT_HALT_SYMBOL"] = 2;
                return values;
            })();

            /**
             * BrokerState enum.
             * @name bowline.common.v1.BrokerState
             * @enum {number}
             * @property {number} BROKER_STATE_UNSPECIFIED=0 BROKER_STATE_UNSPECIFIED value
             * @property {number} BROKER_STATE_DISCONNECTED=1 BROKER_STATE_DISCONNECTED value
             * @property {number} BROKER_STATE_CONNECTED=2 BROKER_STATE_CONNECTED value
             * @property {number} BROKER_STATE_READY=3 BROKER_STATE_READY value
             */
            v1.BrokerState = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "BROKER_STATE_UNSPECIFIED"] = 0;
                values[valuesById[1] = "BROKER_STATE_DISCONNECTED"] = 1;
                values[valuesById[2] = "BROKER_STATE_CONNECTED"] = 2;
                values[valuesById[3] = "BROKER_STATE_READY"] = 3;
                return values;
            })();

            /**
             * ExternalPolicy enum.
             * @name bowline.common.v1.ExternalPolicy
             * @enum {number}
             * @property {number} EXTERNAL_POLICY_UNSPECIFIED=0 EXTERNAL_POLICY_UNSPECIFIED value
             * @property {number} EXTERNAL_POLICY_ADOPT=1 EXTERNAL_POLICY_ADOPT value
             * @property {number} EXTERNAL_POLICY_IGNORE=2 EXTERNAL_POLICY_IGNORE value
             * @property {number} EXTERNAL_POLICY_HALT=3 EXTERNAL_POLICY_HALT value
             */
            v1.ExternalPolicy = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "EXTERNAL_POLICY_UNSPECIFIED"] = 0;
                values[valuesById[1] = "EXTERNAL_POLICY_ADOPT"] = 1;
                values[valuesById[2] = "EXTERNAL_POLICY_IGNORE"] = 2;
                values[valuesById[3] = "EXTERNAL_POLICY_HALT"] = 3;
                return values;
            })();

            /**
             * TradingState enum.
             * @name bowline.common.v1.TradingState
             * @enum {number}
             * @property {number} TRADING_STATE_UNSPECIFIED=0 TRADING_STATE_UNSPECIFIED value
             * @property {number} TRADING_STATE_ACTIVE=1 TRADING_STATE_ACTIVE value
             * @property {number} TRADING_STATE_REDUCING=2 TRADING_STATE_REDUCING value
             * @property {number} TRADING_STATE_HALTED=3 TRADING_STATE_HALTED value
             */
            v1.TradingState = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "TRADING_STATE_UNSPECIFIED"] = 0;
                values[valuesById[1] = "TRADING_STATE_ACTIVE"] = 1;
                values[valuesById[2] = "TRADING_STATE_REDUCING"] = 2;
                values[valuesById[3] = "TRADING_STATE_HALTED"] = 3;
                return values;
            })();

            /**
             * SessionPhase enum.
             * @name bowline.common.v1.SessionPhase
             * @enum {number}
             * @property {number} SESSION_PHASE_UNSPECIFIED=0 SESSION_PHASE_UNSPECIFIED value
             * @property {number} SESSION_PHASE_CLOSED=1 SESSION_PHASE_CLOSED value
             * @property {number} SESSION_PHASE_PRE=2 SESSION_PHASE_PRE value
             * @property {number} SESSION_PHASE_REGULAR=3 SESSION_PHASE_REGULAR value
             * @property {number} SESSION_PHASE_POST=4 SESSION_PHASE_POST value
             */
            v1.SessionPhase = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "SESSION_PHASE_UNSPECIFIED"] = 0;
                values[valuesById[1] = "SESSION_PHASE_CLOSED"] = 1;
                values[valuesById[2] = "SESSION_PHASE_PRE"] = 2;
                values[valuesById[3] = "SESSION_PHASE_REGULAR"] = 3;
                values[valuesById[4] = "SESSION_PHASE_POST"] = 4;
                return values;
            })();

            /**
             * KillLevel enum.
             * @name bowline.common.v1.KillLevel
             * @enum {number}
             * @property {number} KILL_LEVEL_UNSPECIFIED=0 KILL_LEVEL_UNSPECIFIED value
             * @property {number} KILL_LEVEL_STOP=1 KILL_LEVEL_STOP value
             * @property {number} KILL_LEVEL_CANCEL=2 KILL_LEVEL_CANCEL value
             * @property {number} KILL_LEVEL_FLATTEN=3 KILL_LEVEL_FLATTEN value
             * @property {number} KILL_LEVEL_CANCEL_ACCOUNT=4 KILL_LEVEL_CANCEL_ACCOUNT value
             */
            v1.KillLevel = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "KILL_LEVEL_UNSPECIFIED"] = 0;
                values[valuesById[1] = "KILL_LEVEL_STOP"] = 1;
                values[valuesById[2] = "KILL_LEVEL_CANCEL"] = 2;
                values[valuesById[3] = "KILL_LEVEL_FLATTEN"] = 3;
                values[valuesById[4] = "KILL_LEVEL_CANCEL_ACCOUNT"] = 4;
                return values;
            })();

            /**
             * AlertSeverity enum.
             * @name bowline.common.v1.AlertSeverity
             * @enum {number}
             * @property {number} ALERT_SEVERITY_UNSPECIFIED=0 ALERT_SEVERITY_UNSPECIFIED value
             * @property {number} ALERT_SEVERITY_INFO=1 ALERT_SEVERITY_INFO value
             * @property {number} ALERT_SEVERITY_WARNING=2 ALERT_SEVERITY_WARNING value
             * @property {number} ALERT_SEVERITY_CRITICAL=3 ALERT_SEVERITY_CRITICAL value
             */
            v1.AlertSeverity = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "ALERT_SEVERITY_UNSPECIFIED"] = 0;
                values[valuesById[1] = "ALERT_SEVERITY_INFO"] = 1;
                values[valuesById[2] = "ALERT_SEVERITY_WARNING"] = 2;
                values[valuesById[3] = "ALERT_SEVERITY_CRITICAL"] = 3;
                return values;
            })();

            /**
             * Outcome enum.
             * @name bowline.common.v1.Outcome
             * @enum {number}
             * @property {number} OUTCOME_UNSPECIFIED=0 OUTCOME_UNSPECIFIED value
             * @property {number} OUTCOME_FIRED=1 OUTCOME_FIRED value
             * @property {number} OUTCOME_BLOCKED=2 OUTCOME_BLOCKED value
             */
            v1.Outcome = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "OUTCOME_UNSPECIFIED"] = 0;
                values[valuesById[1] = "OUTCOME_FIRED"] = 1;
                values[valuesById[2] = "OUTCOME_BLOCKED"] = 2;
                return values;
            })();

            /**
             * Truth enum.
             * @name bowline.common.v1.Truth
             * @enum {number}
             * @property {number} TRUTH_UNSPECIFIED=0 TRUTH_UNSPECIFIED value
             * @property {number} TRUTH_TRUE=1 TRUTH_TRUE value
             * @property {number} TRUTH_FALSE=2 TRUTH_FALSE value
             * @property {number} TRUTH_UNKNOWN=3 TRUTH_UNKNOWN value
             */
            v1.Truth = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "TRUTH_UNSPECIFIED"] = 0;
                values[valuesById[1] = "TRUTH_TRUE"] = 1;
                values[valuesById[2] = "TRUTH_FALSE"] = 2;
                values[valuesById[3] = "TRUTH_UNKNOWN"] = 3;
                return values;
            })();

            /**
             * TickField enum.
             * @name bowline.common.v1.TickField
             * @enum {number}
             * @property {number} TICK_FIELD_UNSPECIFIED=0 TICK_FIELD_UNSPECIFIED value
             * @property {number} TICK_FIELD_BID=1 TICK_FIELD_BID value
             * @property {number} TICK_FIELD_ASK=2 TICK_FIELD_ASK value
             * @property {number} TICK_FIELD_LAST=3 TICK_FIELD_LAST value
             * @property {number} TICK_FIELD_BID_SIZE=4 TICK_FIELD_BID_SIZE value
             * @property {number} TICK_FIELD_ASK_SIZE=5 TICK_FIELD_ASK_SIZE value
             * @property {number} TICK_FIELD_LAST_SIZE=6 TICK_FIELD_LAST_SIZE value
             * @property {number} TICK_FIELD_VOLUME=7 TICK_FIELD_VOLUME value
             * @property {number} TICK_FIELD_HALTED=8 TICK_FIELD_HALTED value
             * @property {number} TICK_FIELD_ALIVE=9 TICK_FIELD_ALIVE value
             */
            v1.TickField = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "TICK_FIELD_UNSPECIFIED"] = 0;
                values[valuesById[1] = "TICK_FIELD_BID"] = 1;
                values[valuesById[2] = "TICK_FIELD_ASK"] = 2;
                values[valuesById[3] = "TICK_FIELD_LAST"] = 3;
                values[valuesById[4] = "TICK_FIELD_BID_SIZE"] = 4;
                values[valuesById[5] = "TICK_FIELD_ASK_SIZE"] = 5;
                values[valuesById[6] = "TICK_FIELD_LAST_SIZE"] = 6;
                values[valuesById[7] = "TICK_FIELD_VOLUME"] = 7;
                values[valuesById[8] = "TICK_FIELD_HALTED"] = 8;
                values[valuesById[9] = "TICK_FIELD_ALIVE"] = 9;
                return values;
            })();

            /**
             * CommandKind enum.
             * @name bowline.common.v1.CommandKind
             * @enum {number}
             * @property {number} COMMAND_KIND_UNSPECIFIED=0 COMMAND_KIND_UNSPECIFIED value
             * @property {number} COMMAND_KIND_ROUND=1 COMMAND_KIND_ROUND value
             * @property {number} COMMAND_KIND_TURN=2 COMMAND_KIND_TURN value
             * @property {number} COMMAND_KIND_START=3 COMMAND_KIND_START value
             */
            v1.CommandKind = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "COMMAND_KIND_UNSPECIFIED"] = 0;
                values[valuesById[1] = "COMMAND_KIND_ROUND"] = 1;
                values[valuesById[2] = "COMMAND_KIND_TURN"] = 2;
                values[valuesById[3] = "COMMAND_KIND_START"] = 3;
                return values;
            })();

            /**
             * TimeMode enum.
             * @name bowline.common.v1.TimeMode
             * @enum {number}
             * @property {number} TIME_MODE_UNSPECIFIED=0 TIME_MODE_UNSPECIFIED value
             * @property {number} TIME_MODE_LOCKSTEP=1 TIME_MODE_LOCKSTEP value
             * @property {number} TIME_MODE_FREE=2 TIME_MODE_FREE value
             */
            v1.TimeMode = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "TIME_MODE_UNSPECIFIED"] = 0;
                values[valuesById[1] = "TIME_MODE_LOCKSTEP"] = 1;
                values[valuesById[2] = "TIME_MODE_FREE"] = 2;
                return values;
            })();

            v1.HistoryBar = (function() {

                /**
                 * Properties of a HistoryBar.
                 * @typedef {Object} bowline.common.v1.HistoryBar.$Properties
                 * @property {number|null} [closeUs] HistoryBar closeUs
                 * @property {number|null} [openPx] HistoryBar openPx
                 * @property {number|null} [highPx] HistoryBar highPx
                 * @property {number|null} [lowPx] HistoryBar lowPx
                 * @property {number|null} [closePx] HistoryBar closePx
                 * @property {number|null} [volume] HistoryBar volume
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a HistoryBar.
                 * @memberof bowline.common.v1
                 * @interface IHistoryBar
                 * @augments bowline.common.v1.HistoryBar.$Properties
                 * @deprecated Use bowline.common.v1.HistoryBar.$Properties instead.
                 */

                /**
                 * Shape of a HistoryBar.
                 * @typedef {bowline.common.v1.HistoryBar.$Properties} bowline.common.v1.HistoryBar.$Shape
                 */

                /**
                 * Constructs a new HistoryBar.
                 * @memberof bowline.common.v1
                 * @classdesc Represents a HistoryBar.
                 * @constructor
                 * @param {bowline.common.v1.HistoryBar.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const HistoryBar = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * HistoryBar closeUs.
                 * @member {number} closeUs
                 * @memberof bowline.common.v1.HistoryBar
                 * @instance
                 */
                HistoryBar.prototype.closeUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * HistoryBar openPx.
                 * @member {number|null|undefined} openPx
                 * @memberof bowline.common.v1.HistoryBar
                 * @instance
                 */
                HistoryBar.prototype.openPx = null;

                /**
                 * HistoryBar highPx.
                 * @member {number|null|undefined} highPx
                 * @memberof bowline.common.v1.HistoryBar
                 * @instance
                 */
                HistoryBar.prototype.highPx = null;

                /**
                 * HistoryBar lowPx.
                 * @member {number|null|undefined} lowPx
                 * @memberof bowline.common.v1.HistoryBar
                 * @instance
                 */
                HistoryBar.prototype.lowPx = null;

                /**
                 * HistoryBar closePx.
                 * @member {number|null|undefined} closePx
                 * @memberof bowline.common.v1.HistoryBar
                 * @instance
                 */
                HistoryBar.prototype.closePx = null;

                /**
                 * HistoryBar volume.
                 * @member {number} volume
                 * @memberof bowline.common.v1.HistoryBar
                 * @instance
                 */
                HistoryBar.prototype.volume = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(HistoryBar.prototype, "_openPx", {
                    get: $util.oneOfGetter($oneOfFields = ["openPx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(HistoryBar.prototype, "_highPx", {
                    get: $util.oneOfGetter($oneOfFields = ["highPx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(HistoryBar.prototype, "_lowPx", {
                    get: $util.oneOfGetter($oneOfFields = ["lowPx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(HistoryBar.prototype, "_closePx", {
                    get: $util.oneOfGetter($oneOfFields = ["closePx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Encodes the specified HistoryBar message. Does not implicitly {@link bowline.common.v1.HistoryBar.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.common.v1.HistoryBar
                 * @static
                 * @param {bowline.common.v1.HistoryBar.$Properties} message HistoryBar message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                HistoryBar.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.closeUs != null && $Object.hasOwnProperty.call(message, "closeUs") && (typeof message.closeUs === "object" ? message.closeUs.low || message.closeUs.high : message.closeUs !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).int64(message.closeUs);
                    if (message.openPx != null && $Object.hasOwnProperty.call(message, "openPx"))
                        writer.uint32(/* id 2, wireType 0 =*/16).int64(message.openPx);
                    if (message.highPx != null && $Object.hasOwnProperty.call(message, "highPx"))
                        writer.uint32(/* id 3, wireType 0 =*/24).int64(message.highPx);
                    if (message.lowPx != null && $Object.hasOwnProperty.call(message, "lowPx"))
                        writer.uint32(/* id 4, wireType 0 =*/32).int64(message.lowPx);
                    if (message.closePx != null && $Object.hasOwnProperty.call(message, "closePx"))
                        writer.uint32(/* id 5, wireType 0 =*/40).int64(message.closePx);
                    if (message.volume != null && $Object.hasOwnProperty.call(message, "volume") && (typeof message.volume === "object" ? message.volume.low || message.volume.high : message.volume !== 0))
                        writer.uint32(/* id 6, wireType 0 =*/48).int64(message.volume);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a HistoryBar message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.common.v1.HistoryBar
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.common.v1.HistoryBar & bowline.common.v1.HistoryBar.$Shape} HistoryBar
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                HistoryBar.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.common.v1.HistoryBar();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.closeUs = value;
                                else
                                    delete message.closeUs;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                message.openPx = reader.int64();
                                message._openPx = "openPx";
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                message.highPx = reader.int64();
                                message._highPx = "highPx";
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                message.lowPx = reader.int64();
                                message._lowPx = "lowPx";
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                message.closePx = reader.int64();
                                message._closePx = "closePx";
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.volume = value;
                                else
                                    delete message.volume;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return HistoryBar;
            })();

            v1.Detail = (function() {

                /**
                 * Properties of a Detail.
                 * @typedef {Object} bowline.common.v1.Detail.$Properties
                 * @property {string|null} [key] Detail key
                 * @property {string|null} [value] Detail value
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Detail.
                 * @memberof bowline.common.v1
                 * @interface IDetail
                 * @augments bowline.common.v1.Detail.$Properties
                 * @deprecated Use bowline.common.v1.Detail.$Properties instead.
                 */

                /**
                 * Shape of a Detail.
                 * @typedef {bowline.common.v1.Detail.$Properties} bowline.common.v1.Detail.$Shape
                 */

                /**
                 * Constructs a new Detail.
                 * @memberof bowline.common.v1
                 * @classdesc Represents a Detail.
                 * @constructor
                 * @param {bowline.common.v1.Detail.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Detail = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Detail key.
                 * @member {string} key
                 * @memberof bowline.common.v1.Detail
                 * @instance
                 */
                Detail.prototype.key = "";

                /**
                 * Detail value.
                 * @member {string} value
                 * @memberof bowline.common.v1.Detail
                 * @instance
                 */
                Detail.prototype.value = "";

                /**
                 * Encodes the specified Detail message. Does not implicitly {@link bowline.common.v1.Detail.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.common.v1.Detail
                 * @static
                 * @param {bowline.common.v1.Detail.$Properties} message Detail message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Detail.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.key);
                    if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.value);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Detail message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.common.v1.Detail
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.common.v1.Detail & bowline.common.v1.Detail.$Shape} Detail
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Detail.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.common.v1.Detail();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.key = value;
                                else
                                    delete message.key;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.value = value;
                                else
                                    delete message.value;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Detail;
            })();

            v1.Reason = (function() {

                /**
                 * Properties of a Reason.
                 * @typedef {Object} bowline.common.v1.Reason.$Properties
                 * @property {string|null} [code] Reason code
                 * @property {Array.<bowline.common.v1.Detail.$Properties>|null} [detail] Reason detail
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Reason.
                 * @memberof bowline.common.v1
                 * @interface IReason
                 * @augments bowline.common.v1.Reason.$Properties
                 * @deprecated Use bowline.common.v1.Reason.$Properties instead.
                 */

                /**
                 * Shape of a Reason.
                 * @typedef {bowline.common.v1.Reason.$Properties} bowline.common.v1.Reason.$Shape
                 */

                /**
                 * Constructs a new Reason.
                 * @memberof bowline.common.v1
                 * @classdesc Represents a Reason.
                 * @constructor
                 * @param {bowline.common.v1.Reason.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Reason = function (properties) {
                    this.detail = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Reason code.
                 * @member {string} code
                 * @memberof bowline.common.v1.Reason
                 * @instance
                 */
                Reason.prototype.code = "";

                /**
                 * Reason detail.
                 * @member {Array.<bowline.common.v1.Detail.$Properties>} detail
                 * @memberof bowline.common.v1.Reason
                 * @instance
                 */
                Reason.prototype.detail = $util.emptyArray;

                /**
                 * Encodes the specified Reason message. Does not implicitly {@link bowline.common.v1.Reason.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.common.v1.Reason
                 * @static
                 * @param {bowline.common.v1.Reason.$Properties} message Reason message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Reason.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.code);
                    if (message.detail != null && message.detail.length)
                        for (let i = 0; i < message.detail.length; ++i)
                            $root.bowline.common.v1.Detail.encode(message.detail[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Reason message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.common.v1.Reason
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.common.v1.Reason & bowline.common.v1.Reason.$Shape} Reason
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Reason.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.common.v1.Reason();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.code = value;
                                else
                                    delete message.code;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.detail && message.detail.length))
                                    message.detail = [];
                                message.detail.push($root.bowline.common.v1.Detail.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Reason;
            })();

            v1.Bracket = (function() {

                /**
                 * Properties of a Bracket.
                 * @typedef {Object} bowline.common.v1.Bracket.$Properties
                 * @property {string|null} [stopClOrdId] Bracket stopClOrdId
                 * @property {number|null} [stopPx] Bracket stopPx
                 * @property {string|null} [targetClOrdId] Bracket targetClOrdId
                 * @property {number|null} [targetLmtPx] Bracket targetLmtPx
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Bracket.
                 * @memberof bowline.common.v1
                 * @interface IBracket
                 * @augments bowline.common.v1.Bracket.$Properties
                 * @deprecated Use bowline.common.v1.Bracket.$Properties instead.
                 */

                /**
                 * Shape of a Bracket.
                 * @typedef {bowline.common.v1.Bracket.$Properties} bowline.common.v1.Bracket.$Shape
                 */

                /**
                 * Constructs a new Bracket.
                 * @memberof bowline.common.v1
                 * @classdesc Represents a Bracket.
                 * @constructor
                 * @param {bowline.common.v1.Bracket.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Bracket = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Bracket stopClOrdId.
                 * @member {string} stopClOrdId
                 * @memberof bowline.common.v1.Bracket
                 * @instance
                 */
                Bracket.prototype.stopClOrdId = "";

                /**
                 * Bracket stopPx.
                 * @member {number} stopPx
                 * @memberof bowline.common.v1.Bracket
                 * @instance
                 */
                Bracket.prototype.stopPx = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Bracket targetClOrdId.
                 * @member {string} targetClOrdId
                 * @memberof bowline.common.v1.Bracket
                 * @instance
                 */
                Bracket.prototype.targetClOrdId = "";

                /**
                 * Bracket targetLmtPx.
                 * @member {number} targetLmtPx
                 * @memberof bowline.common.v1.Bracket
                 * @instance
                 */
                Bracket.prototype.targetLmtPx = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Encodes the specified Bracket message. Does not implicitly {@link bowline.common.v1.Bracket.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.common.v1.Bracket
                 * @static
                 * @param {bowline.common.v1.Bracket.$Properties} message Bracket message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Bracket.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.stopClOrdId != null && $Object.hasOwnProperty.call(message, "stopClOrdId") && message.stopClOrdId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.stopClOrdId);
                    if (message.stopPx != null && $Object.hasOwnProperty.call(message, "stopPx") && (typeof message.stopPx === "object" ? message.stopPx.low || message.stopPx.high : message.stopPx !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).int64(message.stopPx);
                    if (message.targetClOrdId != null && $Object.hasOwnProperty.call(message, "targetClOrdId") && message.targetClOrdId !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.targetClOrdId);
                    if (message.targetLmtPx != null && $Object.hasOwnProperty.call(message, "targetLmtPx") && (typeof message.targetLmtPx === "object" ? message.targetLmtPx.low || message.targetLmtPx.high : message.targetLmtPx !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).int64(message.targetLmtPx);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Bracket message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.common.v1.Bracket
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.common.v1.Bracket & bowline.common.v1.Bracket.$Shape} Bracket
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Bracket.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.common.v1.Bracket();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.stopClOrdId = value;
                                else
                                    delete message.stopClOrdId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.stopPx = value;
                                else
                                    delete message.stopPx;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.targetClOrdId = value;
                                else
                                    delete message.targetClOrdId;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.targetLmtPx = value;
                                else
                                    delete message.targetLmtPx;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Bracket;
            })();

            v1.Order = (function() {

                /**
                 * Properties of an Order.
                 * @typedef {Object} bowline.common.v1.Order.$Properties
                 * @property {string|null} [clOrdId] Order clOrdId
                 * @property {string|null} [accountId] Order accountId
                 * @property {string|null} [strategy] Order strategy
                 * @property {string|null} [rule] Order rule
                 * @property {string|null} [group] Order group
                 * @property {string|null} [symbol] Order symbol
                 * @property {bowline.common.v1.Side|null} [side] Order side
                 * @property {number|null} [orderQty] Order orderQty
                 * @property {bowline.common.v1.OrdType|null} [ordType] Order ordType
                 * @property {number|null} [lmtPx] Order lmtPx
                 * @property {number|null} [stopPx] Order stopPx
                 * @property {bowline.common.v1.TimeInForce|null} [timeInForce] Order timeInForce
                 * @property {bowline.common.v1.Purpose|null} [purpose] Order purpose
                 * @property {string|null} [triggerKey] Order triggerKey
                 * @property {number|null} [expiresUs] Order expiresUs
                 * @property {number|null} [decisionPx] Order decisionPx
                 * @property {bowline.common.v1.Bracket.$Properties|null} [bracket] Order bracket
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Order.
                 * @memberof bowline.common.v1
                 * @interface IOrder
                 * @augments bowline.common.v1.Order.$Properties
                 * @deprecated Use bowline.common.v1.Order.$Properties instead.
                 */

                /**
                 * Shape of an Order.
                 * @typedef {bowline.common.v1.Order.$Properties} bowline.common.v1.Order.$Shape
                 */

                /**
                 * Constructs a new Order.
                 * @memberof bowline.common.v1
                 * @classdesc Represents an Order.
                 * @constructor
                 * @param {bowline.common.v1.Order.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Order = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Order clOrdId.
                 * @member {string} clOrdId
                 * @memberof bowline.common.v1.Order
                 * @instance
                 */
                Order.prototype.clOrdId = "";

                /**
                 * Order accountId.
                 * @member {string} accountId
                 * @memberof bowline.common.v1.Order
                 * @instance
                 */
                Order.prototype.accountId = "";

                /**
                 * Order strategy.
                 * @member {string} strategy
                 * @memberof bowline.common.v1.Order
                 * @instance
                 */
                Order.prototype.strategy = "";

                /**
                 * Order rule.
                 * @member {string} rule
                 * @memberof bowline.common.v1.Order
                 * @instance
                 */
                Order.prototype.rule = "";

                /**
                 * Order group.
                 * @member {string} group
                 * @memberof bowline.common.v1.Order
                 * @instance
                 */
                Order.prototype.group = "";

                /**
                 * Order symbol.
                 * @member {string} symbol
                 * @memberof bowline.common.v1.Order
                 * @instance
                 */
                Order.prototype.symbol = "";

                /**
                 * Order side.
                 * @member {bowline.common.v1.Side} side
                 * @memberof bowline.common.v1.Order
                 * @instance
                 */
                Order.prototype.side = 0;

                /**
                 * Order orderQty.
                 * @member {number} orderQty
                 * @memberof bowline.common.v1.Order
                 * @instance
                 */
                Order.prototype.orderQty = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Order ordType.
                 * @member {bowline.common.v1.OrdType} ordType
                 * @memberof bowline.common.v1.Order
                 * @instance
                 */
                Order.prototype.ordType = 0;

                /**
                 * Order lmtPx.
                 * @member {number|null|undefined} lmtPx
                 * @memberof bowline.common.v1.Order
                 * @instance
                 */
                Order.prototype.lmtPx = null;

                /**
                 * Order stopPx.
                 * @member {number|null|undefined} stopPx
                 * @memberof bowline.common.v1.Order
                 * @instance
                 */
                Order.prototype.stopPx = null;

                /**
                 * Order timeInForce.
                 * @member {bowline.common.v1.TimeInForce} timeInForce
                 * @memberof bowline.common.v1.Order
                 * @instance
                 */
                Order.prototype.timeInForce = 0;

                /**
                 * Order purpose.
                 * @member {bowline.common.v1.Purpose} purpose
                 * @memberof bowline.common.v1.Order
                 * @instance
                 */
                Order.prototype.purpose = 0;

                /**
                 * Order triggerKey.
                 * @member {string} triggerKey
                 * @memberof bowline.common.v1.Order
                 * @instance
                 */
                Order.prototype.triggerKey = "";

                /**
                 * Order expiresUs.
                 * @member {number} expiresUs
                 * @memberof bowline.common.v1.Order
                 * @instance
                 */
                Order.prototype.expiresUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Order decisionPx.
                 * @member {number|null|undefined} decisionPx
                 * @memberof bowline.common.v1.Order
                 * @instance
                 */
                Order.prototype.decisionPx = null;

                /**
                 * Order bracket.
                 * @member {bowline.common.v1.Bracket.$Properties|null|undefined} bracket
                 * @memberof bowline.common.v1.Order
                 * @instance
                 */
                Order.prototype.bracket = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Order.prototype, "_lmtPx", {
                    get: $util.oneOfGetter($oneOfFields = ["lmtPx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Order.prototype, "_stopPx", {
                    get: $util.oneOfGetter($oneOfFields = ["stopPx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Order.prototype, "_decisionPx", {
                    get: $util.oneOfGetter($oneOfFields = ["decisionPx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Encodes the specified Order message. Does not implicitly {@link bowline.common.v1.Order.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.common.v1.Order
                 * @static
                 * @param {bowline.common.v1.Order.$Properties} message Order message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Order.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId") && message.clOrdId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.clOrdId);
                    if (message.accountId != null && $Object.hasOwnProperty.call(message, "accountId") && message.accountId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.accountId);
                    if (message.strategy != null && $Object.hasOwnProperty.call(message, "strategy") && message.strategy !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.strategy);
                    if (message.rule != null && $Object.hasOwnProperty.call(message, "rule") && message.rule !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.rule);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.symbol);
                    if (message.side != null && $Object.hasOwnProperty.call(message, "side") && message.side !== 0)
                        writer.uint32(/* id 7, wireType 0 =*/56).int32(message.side);
                    if (message.orderQty != null && $Object.hasOwnProperty.call(message, "orderQty") && (typeof message.orderQty === "object" ? message.orderQty.low || message.orderQty.high : message.orderQty !== 0))
                        writer.uint32(/* id 8, wireType 0 =*/64).int64(message.orderQty);
                    if (message.ordType != null && $Object.hasOwnProperty.call(message, "ordType") && message.ordType !== 0)
                        writer.uint32(/* id 9, wireType 0 =*/72).int32(message.ordType);
                    if (message.lmtPx != null && $Object.hasOwnProperty.call(message, "lmtPx"))
                        writer.uint32(/* id 10, wireType 0 =*/80).int64(message.lmtPx);
                    if (message.stopPx != null && $Object.hasOwnProperty.call(message, "stopPx"))
                        writer.uint32(/* id 11, wireType 0 =*/88).int64(message.stopPx);
                    if (message.timeInForce != null && $Object.hasOwnProperty.call(message, "timeInForce") && message.timeInForce !== 0)
                        writer.uint32(/* id 12, wireType 0 =*/96).int32(message.timeInForce);
                    if (message.purpose != null && $Object.hasOwnProperty.call(message, "purpose") && message.purpose !== 0)
                        writer.uint32(/* id 13, wireType 0 =*/104).int32(message.purpose);
                    if (message.triggerKey != null && $Object.hasOwnProperty.call(message, "triggerKey") && message.triggerKey !== "")
                        writer.uint32(/* id 14, wireType 2 =*/114).string(message.triggerKey);
                    if (message.expiresUs != null && $Object.hasOwnProperty.call(message, "expiresUs") && (typeof message.expiresUs === "object" ? message.expiresUs.low || message.expiresUs.high : message.expiresUs !== 0))
                        writer.uint32(/* id 15, wireType 0 =*/120).int64(message.expiresUs);
                    if (message.decisionPx != null && $Object.hasOwnProperty.call(message, "decisionPx"))
                        writer.uint32(/* id 16, wireType 0 =*/128).int64(message.decisionPx);
                    if (message.bracket != null && $Object.hasOwnProperty.call(message, "bracket"))
                        $root.bowline.common.v1.Bracket.encode(message.bracket, writer.uint32(/* id 17, wireType 2 =*/138).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Order message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.common.v1.Order
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.common.v1.Order & bowline.common.v1.Order.$Shape} Order
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Order.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.common.v1.Order();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clOrdId = value;
                                else
                                    delete message.clOrdId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.accountId = value;
                                else
                                    delete message.accountId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.strategy = value;
                                else
                                    delete message.strategy;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.rule = value;
                                else
                                    delete message.rule;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.side = value;
                                else
                                    delete message.side;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.orderQty = value;
                                else
                                    delete message.orderQty;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.ordType = value;
                                else
                                    delete message.ordType;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 0)
                                    break;
                                message.lmtPx = reader.int64();
                                message._lmtPx = "lmtPx";
                                continue;
                            }
                        case 11: {
                                if (wireType !== 0)
                                    break;
                                message.stopPx = reader.int64();
                                message._stopPx = "stopPx";
                                continue;
                            }
                        case 12: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.timeInForce = value;
                                else
                                    delete message.timeInForce;
                                continue;
                            }
                        case 13: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.purpose = value;
                                else
                                    delete message.purpose;
                                continue;
                            }
                        case 14: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.triggerKey = value;
                                else
                                    delete message.triggerKey;
                                continue;
                            }
                        case 15: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.expiresUs = value;
                                else
                                    delete message.expiresUs;
                                continue;
                            }
                        case 16: {
                                if (wireType !== 0)
                                    break;
                                message.decisionPx = reader.int64();
                                message._decisionPx = "decisionPx";
                                continue;
                            }
                        case 17: {
                                if (wireType !== 2)
                                    break;
                                message.bracket = $root.bowline.common.v1.Bracket.decode(reader, reader.size(), $undefined, _depth + 1, message.bracket);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Order;
            })();

            v1.Difference = (function() {

                /**
                 * Properties of a Difference.
                 * @typedef {Object} bowline.common.v1.Difference.$Properties
                 * @property {string|null} [subject] Difference subject
                 * @property {string|null} [ours] Difference ours
                 * @property {string|null} [broker] Difference broker
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Difference.
                 * @memberof bowline.common.v1
                 * @interface IDifference
                 * @augments bowline.common.v1.Difference.$Properties
                 * @deprecated Use bowline.common.v1.Difference.$Properties instead.
                 */

                /**
                 * Shape of a Difference.
                 * @typedef {bowline.common.v1.Difference.$Properties} bowline.common.v1.Difference.$Shape
                 */

                /**
                 * Constructs a new Difference.
                 * @memberof bowline.common.v1
                 * @classdesc Represents a Difference.
                 * @constructor
                 * @param {bowline.common.v1.Difference.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Difference = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Difference subject.
                 * @member {string} subject
                 * @memberof bowline.common.v1.Difference
                 * @instance
                 */
                Difference.prototype.subject = "";

                /**
                 * Difference ours.
                 * @member {string} ours
                 * @memberof bowline.common.v1.Difference
                 * @instance
                 */
                Difference.prototype.ours = "";

                /**
                 * Difference broker.
                 * @member {string} broker
                 * @memberof bowline.common.v1.Difference
                 * @instance
                 */
                Difference.prototype.broker = "";

                /**
                 * Encodes the specified Difference message. Does not implicitly {@link bowline.common.v1.Difference.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.common.v1.Difference
                 * @static
                 * @param {bowline.common.v1.Difference.$Properties} message Difference message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Difference.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.subject != null && $Object.hasOwnProperty.call(message, "subject") && message.subject !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.subject);
                    if (message.ours != null && $Object.hasOwnProperty.call(message, "ours") && message.ours !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.ours);
                    if (message.broker != null && $Object.hasOwnProperty.call(message, "broker") && message.broker !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.broker);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Difference message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.common.v1.Difference
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.common.v1.Difference & bowline.common.v1.Difference.$Shape} Difference
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Difference.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.common.v1.Difference();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.subject = value;
                                else
                                    delete message.subject;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.ours = value;
                                else
                                    delete message.ours;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.broker = value;
                                else
                                    delete message.broker;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Difference;
            })();

            v1.Action = (function() {

                /**
                 * Properties of an Action.
                 * @typedef {Object} bowline.common.v1.Action.$Properties
                 * @property {string|null} [subject] Action subject
                 * @property {string|null} [finding] Action finding
                 * @property {string|null} [action] Action action
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Action.
                 * @memberof bowline.common.v1
                 * @interface IAction
                 * @augments bowline.common.v1.Action.$Properties
                 * @deprecated Use bowline.common.v1.Action.$Properties instead.
                 */

                /**
                 * Shape of an Action.
                 * @typedef {bowline.common.v1.Action.$Properties} bowline.common.v1.Action.$Shape
                 */

                /**
                 * Constructs a new Action.
                 * @memberof bowline.common.v1
                 * @classdesc Represents an Action.
                 * @constructor
                 * @param {bowline.common.v1.Action.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Action = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Action subject.
                 * @member {string} subject
                 * @memberof bowline.common.v1.Action
                 * @instance
                 */
                Action.prototype.subject = "";

                /**
                 * Action finding.
                 * @member {string} finding
                 * @memberof bowline.common.v1.Action
                 * @instance
                 */
                Action.prototype.finding = "";

                /**
                 * Action action.
                 * @member {string} action
                 * @memberof bowline.common.v1.Action
                 * @instance
                 */
                Action.prototype.action = "";

                /**
                 * Encodes the specified Action message. Does not implicitly {@link bowline.common.v1.Action.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.common.v1.Action
                 * @static
                 * @param {bowline.common.v1.Action.$Properties} message Action message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Action.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.subject != null && $Object.hasOwnProperty.call(message, "subject") && message.subject !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.subject);
                    if (message.finding != null && $Object.hasOwnProperty.call(message, "finding") && message.finding !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.finding);
                    if (message.action != null && $Object.hasOwnProperty.call(message, "action") && message.action !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.action);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Action message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.common.v1.Action
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.common.v1.Action & bowline.common.v1.Action.$Shape} Action
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Action.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.common.v1.Action();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.subject = value;
                                else
                                    delete message.subject;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.finding = value;
                                else
                                    delete message.finding;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.action = value;
                                else
                                    delete message.action;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Action;
            })();

            v1.BrokerPosition = (function() {

                /**
                 * Properties of a BrokerPosition.
                 * @typedef {Object} bowline.common.v1.BrokerPosition.$Properties
                 * @property {string|null} [symbol] BrokerPosition symbol
                 * @property {number|null} [quantity] BrokerPosition quantity
                 * @property {number|null} [avgPx] BrokerPosition avgPx
                 * @property {number|null} [marketPx] BrokerPosition marketPx
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a BrokerPosition.
                 * @memberof bowline.common.v1
                 * @interface IBrokerPosition
                 * @augments bowline.common.v1.BrokerPosition.$Properties
                 * @deprecated Use bowline.common.v1.BrokerPosition.$Properties instead.
                 */

                /**
                 * Shape of a BrokerPosition.
                 * @typedef {bowline.common.v1.BrokerPosition.$Properties} bowline.common.v1.BrokerPosition.$Shape
                 */

                /**
                 * Constructs a new BrokerPosition.
                 * @memberof bowline.common.v1
                 * @classdesc Represents a BrokerPosition.
                 * @constructor
                 * @param {bowline.common.v1.BrokerPosition.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const BrokerPosition = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * BrokerPosition symbol.
                 * @member {string} symbol
                 * @memberof bowline.common.v1.BrokerPosition
                 * @instance
                 */
                BrokerPosition.prototype.symbol = "";

                /**
                 * BrokerPosition quantity.
                 * @member {number} quantity
                 * @memberof bowline.common.v1.BrokerPosition
                 * @instance
                 */
                BrokerPosition.prototype.quantity = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * BrokerPosition avgPx.
                 * @member {number|null|undefined} avgPx
                 * @memberof bowline.common.v1.BrokerPosition
                 * @instance
                 */
                BrokerPosition.prototype.avgPx = null;

                /**
                 * BrokerPosition marketPx.
                 * @member {number|null|undefined} marketPx
                 * @memberof bowline.common.v1.BrokerPosition
                 * @instance
                 */
                BrokerPosition.prototype.marketPx = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(BrokerPosition.prototype, "_avgPx", {
                    get: $util.oneOfGetter($oneOfFields = ["avgPx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(BrokerPosition.prototype, "_marketPx", {
                    get: $util.oneOfGetter($oneOfFields = ["marketPx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Encodes the specified BrokerPosition message. Does not implicitly {@link bowline.common.v1.BrokerPosition.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.common.v1.BrokerPosition
                 * @static
                 * @param {bowline.common.v1.BrokerPosition.$Properties} message BrokerPosition message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                BrokerPosition.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.symbol);
                    if (message.quantity != null && $Object.hasOwnProperty.call(message, "quantity") && (typeof message.quantity === "object" ? message.quantity.low || message.quantity.high : message.quantity !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).int64(message.quantity);
                    if (message.avgPx != null && $Object.hasOwnProperty.call(message, "avgPx"))
                        writer.uint32(/* id 3, wireType 0 =*/24).int64(message.avgPx);
                    if (message.marketPx != null && $Object.hasOwnProperty.call(message, "marketPx"))
                        writer.uint32(/* id 4, wireType 0 =*/32).int64(message.marketPx);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a BrokerPosition message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.common.v1.BrokerPosition
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.common.v1.BrokerPosition & bowline.common.v1.BrokerPosition.$Shape} BrokerPosition
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                BrokerPosition.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.common.v1.BrokerPosition();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.quantity = value;
                                else
                                    delete message.quantity;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                message.avgPx = reader.int64();
                                message._avgPx = "avgPx";
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                message.marketPx = reader.int64();
                                message._marketPx = "marketPx";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return BrokerPosition;
            })();

            v1.Leaf = (function() {

                /**
                 * Properties of a Leaf.
                 * @typedef {Object} bowline.common.v1.Leaf.$Properties
                 * @property {string|null} [name] Leaf name
                 * @property {string|null} [value] Leaf value
                 * @property {string|null} [threshold] Leaf threshold
                 * @property {bowline.common.v1.Truth|null} [result] Leaf result
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Leaf.
                 * @memberof bowline.common.v1
                 * @interface ILeaf
                 * @augments bowline.common.v1.Leaf.$Properties
                 * @deprecated Use bowline.common.v1.Leaf.$Properties instead.
                 */

                /**
                 * Shape of a Leaf.
                 * @typedef {bowline.common.v1.Leaf.$Properties} bowline.common.v1.Leaf.$Shape
                 */

                /**
                 * Constructs a new Leaf.
                 * @memberof bowline.common.v1
                 * @classdesc Represents a Leaf.
                 * @constructor
                 * @param {bowline.common.v1.Leaf.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Leaf = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Leaf name.
                 * @member {string} name
                 * @memberof bowline.common.v1.Leaf
                 * @instance
                 */
                Leaf.prototype.name = "";

                /**
                 * Leaf value.
                 * @member {string} value
                 * @memberof bowline.common.v1.Leaf
                 * @instance
                 */
                Leaf.prototype.value = "";

                /**
                 * Leaf threshold.
                 * @member {string} threshold
                 * @memberof bowline.common.v1.Leaf
                 * @instance
                 */
                Leaf.prototype.threshold = "";

                /**
                 * Leaf result.
                 * @member {bowline.common.v1.Truth} result
                 * @memberof bowline.common.v1.Leaf
                 * @instance
                 */
                Leaf.prototype.result = 0;

                /**
                 * Encodes the specified Leaf message. Does not implicitly {@link bowline.common.v1.Leaf.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.common.v1.Leaf
                 * @static
                 * @param {bowline.common.v1.Leaf.$Properties} message Leaf message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Leaf.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                    if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.value);
                    if (message.threshold != null && $Object.hasOwnProperty.call(message, "threshold") && message.threshold !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.threshold);
                    if (message.result != null && $Object.hasOwnProperty.call(message, "result") && message.result !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).int32(message.result);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Leaf message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.common.v1.Leaf
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.common.v1.Leaf & bowline.common.v1.Leaf.$Shape} Leaf
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Leaf.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.common.v1.Leaf();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.name = value;
                                else
                                    delete message.name;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.value = value;
                                else
                                    delete message.value;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.threshold = value;
                                else
                                    delete message.threshold;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.result = value;
                                else
                                    delete message.result;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Leaf;
            })();

            v1.Tick = (function() {

                /**
                 * Properties of a Tick.
                 * @typedef {Object} bowline.common.v1.Tick.$Properties
                 * @property {bowline.common.v1.TickField|null} [field] Tick field
                 * @property {number|null} [value] Tick value
                 * @property {number|null} [eventUs] Tick eventUs
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Tick.
                 * @memberof bowline.common.v1
                 * @interface ITick
                 * @augments bowline.common.v1.Tick.$Properties
                 * @deprecated Use bowline.common.v1.Tick.$Properties instead.
                 */

                /**
                 * Shape of a Tick.
                 * @typedef {bowline.common.v1.Tick.$Properties} bowline.common.v1.Tick.$Shape
                 */

                /**
                 * Constructs a new Tick.
                 * @memberof bowline.common.v1
                 * @classdesc Represents a Tick.
                 * @constructor
                 * @param {bowline.common.v1.Tick.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Tick = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Tick field.
                 * @member {bowline.common.v1.TickField} field
                 * @memberof bowline.common.v1.Tick
                 * @instance
                 */
                Tick.prototype.field = 0;

                /**
                 * Tick value.
                 * @member {number} value
                 * @memberof bowline.common.v1.Tick
                 * @instance
                 */
                Tick.prototype.value = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Tick eventUs.
                 * @member {number} eventUs
                 * @memberof bowline.common.v1.Tick
                 * @instance
                 */
                Tick.prototype.eventUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Encodes the specified Tick message. Does not implicitly {@link bowline.common.v1.Tick.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.common.v1.Tick
                 * @static
                 * @param {bowline.common.v1.Tick.$Properties} message Tick message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Tick.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.field != null && $Object.hasOwnProperty.call(message, "field") && message.field !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).int32(message.field);
                    if (message.value != null && $Object.hasOwnProperty.call(message, "value") && (typeof message.value === "object" ? message.value.low || message.value.high : message.value !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).int64(message.value);
                    if (message.eventUs != null && $Object.hasOwnProperty.call(message, "eventUs") && (typeof message.eventUs === "object" ? message.eventUs.low || message.eventUs.high : message.eventUs !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).int64(message.eventUs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Tick message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.common.v1.Tick
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.common.v1.Tick & bowline.common.v1.Tick.$Shape} Tick
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Tick.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.common.v1.Tick();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.field = value;
                                else
                                    delete message.field;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.value = value;
                                else
                                    delete message.value;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.eventUs = value;
                                else
                                    delete message.eventUs;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Tick;
            })();

            v1.ReportItem = (function() {

                /**
                 * Properties of a ReportItem.
                 * @typedef {Object} bowline.common.v1.ReportItem.$Properties
                 * @property {string|null} [participant] ReportItem participant
                 * @property {number|null} [pending] ReportItem pending
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ReportItem.
                 * @memberof bowline.common.v1
                 * @interface IReportItem
                 * @augments bowline.common.v1.ReportItem.$Properties
                 * @deprecated Use bowline.common.v1.ReportItem.$Properties instead.
                 */

                /**
                 * Shape of a ReportItem.
                 * @typedef {bowline.common.v1.ReportItem.$Properties} bowline.common.v1.ReportItem.$Shape
                 */

                /**
                 * Constructs a new ReportItem.
                 * @memberof bowline.common.v1
                 * @classdesc Represents a ReportItem.
                 * @constructor
                 * @param {bowline.common.v1.ReportItem.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ReportItem = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ReportItem participant.
                 * @member {string} participant
                 * @memberof bowline.common.v1.ReportItem
                 * @instance
                 */
                ReportItem.prototype.participant = "";

                /**
                 * ReportItem pending.
                 * @member {number} pending
                 * @memberof bowline.common.v1.ReportItem
                 * @instance
                 */
                ReportItem.prototype.pending = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Encodes the specified ReportItem message. Does not implicitly {@link bowline.common.v1.ReportItem.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.common.v1.ReportItem
                 * @static
                 * @param {bowline.common.v1.ReportItem.$Properties} message ReportItem message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ReportItem.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.participant != null && $Object.hasOwnProperty.call(message, "participant") && message.participant !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.participant);
                    if (message.pending != null && $Object.hasOwnProperty.call(message, "pending") && (typeof message.pending === "object" ? message.pending.low || message.pending.high : message.pending !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).int64(message.pending);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ReportItem message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.common.v1.ReportItem
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.common.v1.ReportItem & bowline.common.v1.ReportItem.$Shape} ReportItem
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ReportItem.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.common.v1.ReportItem();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.participant = value;
                                else
                                    delete message.participant;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.pending = value;
                                else
                                    delete message.pending;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ReportItem;
            })();

            return v1;
        })();

        return common;
    })();

    bowline.md = (function() {

        /**
         * Namespace md.
         * @memberof bowline
         * @namespace
         */
        const md = {};

        md.v1 = (function() {

            /**
             * Namespace v1.
             * @memberof bowline.md
             * @namespace
             */
            const v1 = {};

            v1.Bar = (function() {

                /**
                 * Properties of a Bar.
                 * @typedef {Object} bowline.md.v1.Bar.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Bar header
                 * @property {string|null} [group] Bar group
                 * @property {string|null} [symbol] Bar symbol
                 * @property {bowline.common.v1.Timeframe|null} [timeframe] Bar timeframe
                 * @property {number|null} [closeUs] Bar closeUs
                 * @property {number|null} [openPx] Bar openPx
                 * @property {number|null} [highPx] Bar highPx
                 * @property {number|null} [lowPx] Bar lowPx
                 * @property {number|null} [closePx] Bar closePx
                 * @property {number|null} [volume] Bar volume
                 * @property {number|null} [wapPx] Bar wapPx
                 * @property {number|null} [tradeCount] Bar tradeCount
                 * @property {bowline.common.v1.BarStatus|null} [status] Bar status
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Bar.
                 * @memberof bowline.md.v1
                 * @interface IBar
                 * @augments bowline.md.v1.Bar.$Properties
                 * @deprecated Use bowline.md.v1.Bar.$Properties instead.
                 */

                /**
                 * Shape of a Bar.
                 * @typedef {bowline.md.v1.Bar.$Properties} bowline.md.v1.Bar.$Shape
                 */

                /**
                 * Constructs a new Bar.
                 * @memberof bowline.md.v1
                 * @classdesc Represents a Bar.
                 * @constructor
                 * @param {bowline.md.v1.Bar.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Bar = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Bar header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.md.v1.Bar
                 * @instance
                 */
                Bar.prototype.header = null;

                /**
                 * Bar group.
                 * @member {string} group
                 * @memberof bowline.md.v1.Bar
                 * @instance
                 */
                Bar.prototype.group = "";

                /**
                 * Bar symbol.
                 * @member {string} symbol
                 * @memberof bowline.md.v1.Bar
                 * @instance
                 */
                Bar.prototype.symbol = "";

                /**
                 * Bar timeframe.
                 * @member {bowline.common.v1.Timeframe} timeframe
                 * @memberof bowline.md.v1.Bar
                 * @instance
                 */
                Bar.prototype.timeframe = 0;

                /**
                 * Bar closeUs.
                 * @member {number} closeUs
                 * @memberof bowline.md.v1.Bar
                 * @instance
                 */
                Bar.prototype.closeUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Bar openPx.
                 * @member {number|null|undefined} openPx
                 * @memberof bowline.md.v1.Bar
                 * @instance
                 */
                Bar.prototype.openPx = null;

                /**
                 * Bar highPx.
                 * @member {number|null|undefined} highPx
                 * @memberof bowline.md.v1.Bar
                 * @instance
                 */
                Bar.prototype.highPx = null;

                /**
                 * Bar lowPx.
                 * @member {number|null|undefined} lowPx
                 * @memberof bowline.md.v1.Bar
                 * @instance
                 */
                Bar.prototype.lowPx = null;

                /**
                 * Bar closePx.
                 * @member {number|null|undefined} closePx
                 * @memberof bowline.md.v1.Bar
                 * @instance
                 */
                Bar.prototype.closePx = null;

                /**
                 * Bar volume.
                 * @member {number} volume
                 * @memberof bowline.md.v1.Bar
                 * @instance
                 */
                Bar.prototype.volume = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Bar wapPx.
                 * @member {number|null|undefined} wapPx
                 * @memberof bowline.md.v1.Bar
                 * @instance
                 */
                Bar.prototype.wapPx = null;

                /**
                 * Bar tradeCount.
                 * @member {number} tradeCount
                 * @memberof bowline.md.v1.Bar
                 * @instance
                 */
                Bar.prototype.tradeCount = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Bar status.
                 * @member {bowline.common.v1.BarStatus} status
                 * @memberof bowline.md.v1.Bar
                 * @instance
                 */
                Bar.prototype.status = 0;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Bar.prototype, "_openPx", {
                    get: $util.oneOfGetter($oneOfFields = ["openPx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Bar.prototype, "_highPx", {
                    get: $util.oneOfGetter($oneOfFields = ["highPx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Bar.prototype, "_lowPx", {
                    get: $util.oneOfGetter($oneOfFields = ["lowPx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Bar.prototype, "_closePx", {
                    get: $util.oneOfGetter($oneOfFields = ["closePx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Bar.prototype, "_wapPx", {
                    get: $util.oneOfGetter($oneOfFields = ["wapPx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Encodes the specified Bar message. Does not implicitly {@link bowline.md.v1.Bar.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.md.v1.Bar
                 * @static
                 * @param {bowline.md.v1.Bar.$Properties} message Bar message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Bar.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.symbol);
                    if (message.timeframe != null && $Object.hasOwnProperty.call(message, "timeframe") && message.timeframe !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).int32(message.timeframe);
                    if (message.closeUs != null && $Object.hasOwnProperty.call(message, "closeUs") && (typeof message.closeUs === "object" ? message.closeUs.low || message.closeUs.high : message.closeUs !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).int64(message.closeUs);
                    if (message.openPx != null && $Object.hasOwnProperty.call(message, "openPx"))
                        writer.uint32(/* id 6, wireType 0 =*/48).int64(message.openPx);
                    if (message.highPx != null && $Object.hasOwnProperty.call(message, "highPx"))
                        writer.uint32(/* id 7, wireType 0 =*/56).int64(message.highPx);
                    if (message.lowPx != null && $Object.hasOwnProperty.call(message, "lowPx"))
                        writer.uint32(/* id 8, wireType 0 =*/64).int64(message.lowPx);
                    if (message.closePx != null && $Object.hasOwnProperty.call(message, "closePx"))
                        writer.uint32(/* id 9, wireType 0 =*/72).int64(message.closePx);
                    if (message.volume != null && $Object.hasOwnProperty.call(message, "volume") && (typeof message.volume === "object" ? message.volume.low || message.volume.high : message.volume !== 0))
                        writer.uint32(/* id 10, wireType 0 =*/80).int64(message.volume);
                    if (message.wapPx != null && $Object.hasOwnProperty.call(message, "wapPx"))
                        writer.uint32(/* id 11, wireType 0 =*/88).int64(message.wapPx);
                    if (message.tradeCount != null && $Object.hasOwnProperty.call(message, "tradeCount") && (typeof message.tradeCount === "object" ? message.tradeCount.low || message.tradeCount.high : message.tradeCount !== 0))
                        writer.uint32(/* id 12, wireType 0 =*/96).int64(message.tradeCount);
                    if (message.status != null && $Object.hasOwnProperty.call(message, "status") && message.status !== 0)
                        writer.uint32(/* id 13, wireType 0 =*/104).int32(message.status);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Bar message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.md.v1.Bar
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.md.v1.Bar & bowline.md.v1.Bar.$Shape} Bar
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Bar.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.md.v1.Bar();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.timeframe = value;
                                else
                                    delete message.timeframe;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.closeUs = value;
                                else
                                    delete message.closeUs;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                message.openPx = reader.int64();
                                message._openPx = "openPx";
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                message.highPx = reader.int64();
                                message._highPx = "highPx";
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                message.lowPx = reader.int64();
                                message._lowPx = "lowPx";
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                message.closePx = reader.int64();
                                message._closePx = "closePx";
                                continue;
                            }
                        case 10: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.volume = value;
                                else
                                    delete message.volume;
                                continue;
                            }
                        case 11: {
                                if (wireType !== 0)
                                    break;
                                message.wapPx = reader.int64();
                                message._wapPx = "wapPx";
                                continue;
                            }
                        case 12: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.tradeCount = value;
                                else
                                    delete message.tradeCount;
                                continue;
                            }
                        case 13: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.status = value;
                                else
                                    delete message.status;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Bar;
            })();

            v1.Quote = (function() {

                /**
                 * Properties of a Quote.
                 * @typedef {Object} bowline.md.v1.Quote.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Quote header
                 * @property {string|null} [group] Quote group
                 * @property {string|null} [symbol] Quote symbol
                 * @property {number|null} [bidPx] Quote bidPx
                 * @property {number|null} [askPx] Quote askPx
                 * @property {number|null} [bidQty] Quote bidQty
                 * @property {number|null} [askQty] Quote askQty
                 * @property {number|null} [lastPx] Quote lastPx
                 * @property {boolean|null} [halted] Quote halted
                 * @property {number|null} [quoteUs] Quote quoteUs
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Quote.
                 * @memberof bowline.md.v1
                 * @interface IQuote
                 * @augments bowline.md.v1.Quote.$Properties
                 * @deprecated Use bowline.md.v1.Quote.$Properties instead.
                 */

                /**
                 * Shape of a Quote.
                 * @typedef {bowline.md.v1.Quote.$Properties} bowline.md.v1.Quote.$Shape
                 */

                /**
                 * Constructs a new Quote.
                 * @memberof bowline.md.v1
                 * @classdesc Represents a Quote.
                 * @constructor
                 * @param {bowline.md.v1.Quote.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Quote = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Quote header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.md.v1.Quote
                 * @instance
                 */
                Quote.prototype.header = null;

                /**
                 * Quote group.
                 * @member {string} group
                 * @memberof bowline.md.v1.Quote
                 * @instance
                 */
                Quote.prototype.group = "";

                /**
                 * Quote symbol.
                 * @member {string} symbol
                 * @memberof bowline.md.v1.Quote
                 * @instance
                 */
                Quote.prototype.symbol = "";

                /**
                 * Quote bidPx.
                 * @member {number|null|undefined} bidPx
                 * @memberof bowline.md.v1.Quote
                 * @instance
                 */
                Quote.prototype.bidPx = null;

                /**
                 * Quote askPx.
                 * @member {number|null|undefined} askPx
                 * @memberof bowline.md.v1.Quote
                 * @instance
                 */
                Quote.prototype.askPx = null;

                /**
                 * Quote bidQty.
                 * @member {number|null|undefined} bidQty
                 * @memberof bowline.md.v1.Quote
                 * @instance
                 */
                Quote.prototype.bidQty = null;

                /**
                 * Quote askQty.
                 * @member {number|null|undefined} askQty
                 * @memberof bowline.md.v1.Quote
                 * @instance
                 */
                Quote.prototype.askQty = null;

                /**
                 * Quote lastPx.
                 * @member {number|null|undefined} lastPx
                 * @memberof bowline.md.v1.Quote
                 * @instance
                 */
                Quote.prototype.lastPx = null;

                /**
                 * Quote halted.
                 * @member {boolean} halted
                 * @memberof bowline.md.v1.Quote
                 * @instance
                 */
                Quote.prototype.halted = false;

                /**
                 * Quote quoteUs.
                 * @member {number} quoteUs
                 * @memberof bowline.md.v1.Quote
                 * @instance
                 */
                Quote.prototype.quoteUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Quote.prototype, "_bidPx", {
                    get: $util.oneOfGetter($oneOfFields = ["bidPx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Quote.prototype, "_askPx", {
                    get: $util.oneOfGetter($oneOfFields = ["askPx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Quote.prototype, "_bidQty", {
                    get: $util.oneOfGetter($oneOfFields = ["bidQty"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Quote.prototype, "_askQty", {
                    get: $util.oneOfGetter($oneOfFields = ["askQty"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Quote.prototype, "_lastPx", {
                    get: $util.oneOfGetter($oneOfFields = ["lastPx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Encodes the specified Quote message. Does not implicitly {@link bowline.md.v1.Quote.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.md.v1.Quote
                 * @static
                 * @param {bowline.md.v1.Quote.$Properties} message Quote message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Quote.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.symbol);
                    if (message.bidPx != null && $Object.hasOwnProperty.call(message, "bidPx"))
                        writer.uint32(/* id 4, wireType 0 =*/32).int64(message.bidPx);
                    if (message.askPx != null && $Object.hasOwnProperty.call(message, "askPx"))
                        writer.uint32(/* id 5, wireType 0 =*/40).int64(message.askPx);
                    if (message.bidQty != null && $Object.hasOwnProperty.call(message, "bidQty"))
                        writer.uint32(/* id 6, wireType 0 =*/48).int64(message.bidQty);
                    if (message.askQty != null && $Object.hasOwnProperty.call(message, "askQty"))
                        writer.uint32(/* id 7, wireType 0 =*/56).int64(message.askQty);
                    if (message.lastPx != null && $Object.hasOwnProperty.call(message, "lastPx"))
                        writer.uint32(/* id 8, wireType 0 =*/64).int64(message.lastPx);
                    if (message.halted != null && $Object.hasOwnProperty.call(message, "halted") && message.halted !== false)
                        writer.uint32(/* id 9, wireType 0 =*/72).bool(message.halted);
                    if (message.quoteUs != null && $Object.hasOwnProperty.call(message, "quoteUs") && (typeof message.quoteUs === "object" ? message.quoteUs.low || message.quoteUs.high : message.quoteUs !== 0))
                        writer.uint32(/* id 10, wireType 0 =*/80).int64(message.quoteUs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Quote message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.md.v1.Quote
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.md.v1.Quote & bowline.md.v1.Quote.$Shape} Quote
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Quote.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.md.v1.Quote();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                message.bidPx = reader.int64();
                                message._bidPx = "bidPx";
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                message.askPx = reader.int64();
                                message._askPx = "askPx";
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                message.bidQty = reader.int64();
                                message._bidQty = "bidQty";
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                message.askQty = reader.int64();
                                message._askQty = "askQty";
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                message.lastPx = reader.int64();
                                message._lastPx = "lastPx";
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.halted = value;
                                else
                                    delete message.halted;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.quoteUs = value;
                                else
                                    delete message.quoteUs;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Quote;
            })();

            v1.Gap = (function() {

                /**
                 * Properties of a Gap.
                 * @typedef {Object} bowline.md.v1.Gap.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Gap header
                 * @property {string|null} [group] Gap group
                 * @property {string|null} [symbol] Gap symbol
                 * @property {number|null} [fromUs] Gap fromUs
                 * @property {number|null} [toUs] Gap toUs
                 * @property {string|null} [reason] Gap reason
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Gap.
                 * @memberof bowline.md.v1
                 * @interface IGap
                 * @augments bowline.md.v1.Gap.$Properties
                 * @deprecated Use bowline.md.v1.Gap.$Properties instead.
                 */

                /**
                 * Shape of a Gap.
                 * @typedef {bowline.md.v1.Gap.$Properties} bowline.md.v1.Gap.$Shape
                 */

                /**
                 * Constructs a new Gap.
                 * @memberof bowline.md.v1
                 * @classdesc Represents a Gap.
                 * @constructor
                 * @param {bowline.md.v1.Gap.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Gap = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Gap header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.md.v1.Gap
                 * @instance
                 */
                Gap.prototype.header = null;

                /**
                 * Gap group.
                 * @member {string} group
                 * @memberof bowline.md.v1.Gap
                 * @instance
                 */
                Gap.prototype.group = "";

                /**
                 * Gap symbol.
                 * @member {string} symbol
                 * @memberof bowline.md.v1.Gap
                 * @instance
                 */
                Gap.prototype.symbol = "";

                /**
                 * Gap fromUs.
                 * @member {number} fromUs
                 * @memberof bowline.md.v1.Gap
                 * @instance
                 */
                Gap.prototype.fromUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Gap toUs.
                 * @member {number} toUs
                 * @memberof bowline.md.v1.Gap
                 * @instance
                 */
                Gap.prototype.toUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Gap reason.
                 * @member {string} reason
                 * @memberof bowline.md.v1.Gap
                 * @instance
                 */
                Gap.prototype.reason = "";

                /**
                 * Encodes the specified Gap message. Does not implicitly {@link bowline.md.v1.Gap.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.md.v1.Gap
                 * @static
                 * @param {bowline.md.v1.Gap.$Properties} message Gap message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Gap.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.symbol);
                    if (message.fromUs != null && $Object.hasOwnProperty.call(message, "fromUs") && (typeof message.fromUs === "object" ? message.fromUs.low || message.fromUs.high : message.fromUs !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).int64(message.fromUs);
                    if (message.toUs != null && $Object.hasOwnProperty.call(message, "toUs") && (typeof message.toUs === "object" ? message.toUs.low || message.toUs.high : message.toUs !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).int64(message.toUs);
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.reason);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Gap message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.md.v1.Gap
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.md.v1.Gap & bowline.md.v1.Gap.$Shape} Gap
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Gap.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.md.v1.Gap();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.fromUs = value;
                                else
                                    delete message.fromUs;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.toUs = value;
                                else
                                    delete message.toUs;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reason = value;
                                else
                                    delete message.reason;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Gap;
            })();

            v1.Instrument = (function() {

                /**
                 * Properties of an Instrument.
                 * @typedef {Object} bowline.md.v1.Instrument.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Instrument header
                 * @property {string|null} [group] Instrument group
                 * @property {string|null} [symbol] Instrument symbol
                 * @property {number|null} [conId] Instrument conId
                 * @property {number|null} [minTick] Instrument minTick
                 * @property {string|null} [currency] Instrument currency
                 * @property {string|null} [primaryExchange] Instrument primaryExchange
                 * @property {string|null} [longName] Instrument longName
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Instrument.
                 * @memberof bowline.md.v1
                 * @interface IInstrument
                 * @augments bowline.md.v1.Instrument.$Properties
                 * @deprecated Use bowline.md.v1.Instrument.$Properties instead.
                 */

                /**
                 * Shape of an Instrument.
                 * @typedef {bowline.md.v1.Instrument.$Properties} bowline.md.v1.Instrument.$Shape
                 */

                /**
                 * Constructs a new Instrument.
                 * @memberof bowline.md.v1
                 * @classdesc Represents an Instrument.
                 * @constructor
                 * @param {bowline.md.v1.Instrument.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Instrument = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Instrument header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.md.v1.Instrument
                 * @instance
                 */
                Instrument.prototype.header = null;

                /**
                 * Instrument group.
                 * @member {string} group
                 * @memberof bowline.md.v1.Instrument
                 * @instance
                 */
                Instrument.prototype.group = "";

                /**
                 * Instrument symbol.
                 * @member {string} symbol
                 * @memberof bowline.md.v1.Instrument
                 * @instance
                 */
                Instrument.prototype.symbol = "";

                /**
                 * Instrument conId.
                 * @member {number} conId
                 * @memberof bowline.md.v1.Instrument
                 * @instance
                 */
                Instrument.prototype.conId = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Instrument minTick.
                 * @member {number} minTick
                 * @memberof bowline.md.v1.Instrument
                 * @instance
                 */
                Instrument.prototype.minTick = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Instrument currency.
                 * @member {string} currency
                 * @memberof bowline.md.v1.Instrument
                 * @instance
                 */
                Instrument.prototype.currency = "";

                /**
                 * Instrument primaryExchange.
                 * @member {string} primaryExchange
                 * @memberof bowline.md.v1.Instrument
                 * @instance
                 */
                Instrument.prototype.primaryExchange = "";

                /**
                 * Instrument longName.
                 * @member {string} longName
                 * @memberof bowline.md.v1.Instrument
                 * @instance
                 */
                Instrument.prototype.longName = "";

                /**
                 * Encodes the specified Instrument message. Does not implicitly {@link bowline.md.v1.Instrument.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.md.v1.Instrument
                 * @static
                 * @param {bowline.md.v1.Instrument.$Properties} message Instrument message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Instrument.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.symbol);
                    if (message.conId != null && $Object.hasOwnProperty.call(message, "conId") && (typeof message.conId === "object" ? message.conId.low || message.conId.high : message.conId !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).int64(message.conId);
                    if (message.minTick != null && $Object.hasOwnProperty.call(message, "minTick") && (typeof message.minTick === "object" ? message.minTick.low || message.minTick.high : message.minTick !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).int64(message.minTick);
                    if (message.currency != null && $Object.hasOwnProperty.call(message, "currency") && message.currency !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.currency);
                    if (message.primaryExchange != null && $Object.hasOwnProperty.call(message, "primaryExchange") && message.primaryExchange !== "")
                        writer.uint32(/* id 7, wireType 2 =*/58).string(message.primaryExchange);
                    if (message.longName != null && $Object.hasOwnProperty.call(message, "longName") && message.longName !== "")
                        writer.uint32(/* id 8, wireType 2 =*/66).string(message.longName);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Instrument message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.md.v1.Instrument
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.md.v1.Instrument & bowline.md.v1.Instrument.$Shape} Instrument
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Instrument.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.md.v1.Instrument();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.conId = value;
                                else
                                    delete message.conId;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.minTick = value;
                                else
                                    delete message.minTick;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.currency = value;
                                else
                                    delete message.currency;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.primaryExchange = value;
                                else
                                    delete message.primaryExchange;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.longName = value;
                                else
                                    delete message.longName;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Instrument;
            })();

            v1.History = (function() {

                /**
                 * Properties of a History.
                 * @typedef {Object} bowline.md.v1.History.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] History header
                 * @property {string|null} [group] History group
                 * @property {string|null} [symbol] History symbol
                 * @property {string|null} [requestId] History requestId
                 * @property {bowline.common.v1.Timeframe|null} [timeframe] History timeframe
                 * @property {Array.<bowline.common.v1.HistoryBar.$Properties>|null} [bars] History bars
                 * @property {string|null} [failure] History failure
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a History.
                 * @memberof bowline.md.v1
                 * @interface IHistory
                 * @augments bowline.md.v1.History.$Properties
                 * @deprecated Use bowline.md.v1.History.$Properties instead.
                 */

                /**
                 * Shape of a History.
                 * @typedef {bowline.md.v1.History.$Properties} bowline.md.v1.History.$Shape
                 */

                /**
                 * Constructs a new History.
                 * @memberof bowline.md.v1
                 * @classdesc Represents a History.
                 * @constructor
                 * @param {bowline.md.v1.History.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const History = function (properties) {
                    this.bars = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * History header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.md.v1.History
                 * @instance
                 */
                History.prototype.header = null;

                /**
                 * History group.
                 * @member {string} group
                 * @memberof bowline.md.v1.History
                 * @instance
                 */
                History.prototype.group = "";

                /**
                 * History symbol.
                 * @member {string} symbol
                 * @memberof bowline.md.v1.History
                 * @instance
                 */
                History.prototype.symbol = "";

                /**
                 * History requestId.
                 * @member {string} requestId
                 * @memberof bowline.md.v1.History
                 * @instance
                 */
                History.prototype.requestId = "";

                /**
                 * History timeframe.
                 * @member {bowline.common.v1.Timeframe} timeframe
                 * @memberof bowline.md.v1.History
                 * @instance
                 */
                History.prototype.timeframe = 0;

                /**
                 * History bars.
                 * @member {Array.<bowline.common.v1.HistoryBar.$Properties>} bars
                 * @memberof bowline.md.v1.History
                 * @instance
                 */
                History.prototype.bars = $util.emptyArray;

                /**
                 * History failure.
                 * @member {string} failure
                 * @memberof bowline.md.v1.History
                 * @instance
                 */
                History.prototype.failure = "";

                /**
                 * Encodes the specified History message. Does not implicitly {@link bowline.md.v1.History.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.md.v1.History
                 * @static
                 * @param {bowline.md.v1.History.$Properties} message History message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                History.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.symbol);
                    if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && message.requestId !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.requestId);
                    if (message.timeframe != null && $Object.hasOwnProperty.call(message, "timeframe") && message.timeframe !== 0)
                        writer.uint32(/* id 5, wireType 0 =*/40).int32(message.timeframe);
                    if (message.bars != null && message.bars.length)
                        for (let i = 0; i < message.bars.length; ++i)
                            $root.bowline.common.v1.HistoryBar.encode(message.bars[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                    if (message.failure != null && $Object.hasOwnProperty.call(message, "failure") && message.failure !== "")
                        writer.uint32(/* id 7, wireType 2 =*/58).string(message.failure);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a History message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.md.v1.History
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.md.v1.History & bowline.md.v1.History.$Shape} History
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                History.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.md.v1.History();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.requestId = value;
                                else
                                    delete message.requestId;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.timeframe = value;
                                else
                                    delete message.timeframe;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.bars && message.bars.length))
                                    message.bars = [];
                                message.bars.push($root.bowline.common.v1.HistoryBar.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.failure = value;
                                else
                                    delete message.failure;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return History;
            })();

            return v1;
        })();

        return md;
    })();

    bowline.request = (function() {

        /**
         * Namespace request.
         * @memberof bowline
         * @namespace
         */
        const request = {};

        request.v1 = (function() {

            /**
             * Namespace v1.
             * @memberof bowline.request
             * @namespace
             */
            const v1 = {};

            v1.Subscribe = (function() {

                /**
                 * Properties of a Subscribe.
                 * @typedef {Object} bowline.request.v1.Subscribe.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Subscribe header
                 * @property {string|null} [requestId] Subscribe requestId
                 * @property {string|null} [group] Subscribe group
                 * @property {string|null} [symbol] Subscribe symbol
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Subscribe.
                 * @memberof bowline.request.v1
                 * @interface ISubscribe
                 * @augments bowline.request.v1.Subscribe.$Properties
                 * @deprecated Use bowline.request.v1.Subscribe.$Properties instead.
                 */

                /**
                 * Shape of a Subscribe.
                 * @typedef {bowline.request.v1.Subscribe.$Properties} bowline.request.v1.Subscribe.$Shape
                 */

                /**
                 * Constructs a new Subscribe.
                 * @memberof bowline.request.v1
                 * @classdesc Represents a Subscribe.
                 * @constructor
                 * @param {bowline.request.v1.Subscribe.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Subscribe = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Subscribe header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.request.v1.Subscribe
                 * @instance
                 */
                Subscribe.prototype.header = null;

                /**
                 * Subscribe requestId.
                 * @member {string} requestId
                 * @memberof bowline.request.v1.Subscribe
                 * @instance
                 */
                Subscribe.prototype.requestId = "";

                /**
                 * Subscribe group.
                 * @member {string} group
                 * @memberof bowline.request.v1.Subscribe
                 * @instance
                 */
                Subscribe.prototype.group = "";

                /**
                 * Subscribe symbol.
                 * @member {string} symbol
                 * @memberof bowline.request.v1.Subscribe
                 * @instance
                 */
                Subscribe.prototype.symbol = "";

                /**
                 * Encodes the specified Subscribe message. Does not implicitly {@link bowline.request.v1.Subscribe.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.request.v1.Subscribe
                 * @static
                 * @param {bowline.request.v1.Subscribe.$Properties} message Subscribe message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Subscribe.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && message.requestId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.requestId);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.symbol);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Subscribe message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.request.v1.Subscribe
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.request.v1.Subscribe & bowline.request.v1.Subscribe.$Shape} Subscribe
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Subscribe.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.request.v1.Subscribe();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.requestId = value;
                                else
                                    delete message.requestId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Subscribe;
            })();

            v1.Backfill = (function() {

                /**
                 * Properties of a Backfill.
                 * @typedef {Object} bowline.request.v1.Backfill.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Backfill header
                 * @property {string|null} [requestId] Backfill requestId
                 * @property {string|null} [group] Backfill group
                 * @property {string|null} [symbol] Backfill symbol
                 * @property {bowline.common.v1.Timeframe|null} [timeframe] Backfill timeframe
                 * @property {number|null} [endUs] Backfill endUs
                 * @property {number|null} [bars] Backfill bars
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Backfill.
                 * @memberof bowline.request.v1
                 * @interface IBackfill
                 * @augments bowline.request.v1.Backfill.$Properties
                 * @deprecated Use bowline.request.v1.Backfill.$Properties instead.
                 */

                /**
                 * Shape of a Backfill.
                 * @typedef {bowline.request.v1.Backfill.$Properties} bowline.request.v1.Backfill.$Shape
                 */

                /**
                 * Constructs a new Backfill.
                 * @memberof bowline.request.v1
                 * @classdesc Represents a Backfill.
                 * @constructor
                 * @param {bowline.request.v1.Backfill.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Backfill = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Backfill header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.request.v1.Backfill
                 * @instance
                 */
                Backfill.prototype.header = null;

                /**
                 * Backfill requestId.
                 * @member {string} requestId
                 * @memberof bowline.request.v1.Backfill
                 * @instance
                 */
                Backfill.prototype.requestId = "";

                /**
                 * Backfill group.
                 * @member {string} group
                 * @memberof bowline.request.v1.Backfill
                 * @instance
                 */
                Backfill.prototype.group = "";

                /**
                 * Backfill symbol.
                 * @member {string} symbol
                 * @memberof bowline.request.v1.Backfill
                 * @instance
                 */
                Backfill.prototype.symbol = "";

                /**
                 * Backfill timeframe.
                 * @member {bowline.common.v1.Timeframe} timeframe
                 * @memberof bowline.request.v1.Backfill
                 * @instance
                 */
                Backfill.prototype.timeframe = 0;

                /**
                 * Backfill endUs.
                 * @member {number} endUs
                 * @memberof bowline.request.v1.Backfill
                 * @instance
                 */
                Backfill.prototype.endUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Backfill bars.
                 * @member {number} bars
                 * @memberof bowline.request.v1.Backfill
                 * @instance
                 */
                Backfill.prototype.bars = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Encodes the specified Backfill message. Does not implicitly {@link bowline.request.v1.Backfill.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.request.v1.Backfill
                 * @static
                 * @param {bowline.request.v1.Backfill.$Properties} message Backfill message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Backfill.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && message.requestId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.requestId);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.symbol);
                    if (message.timeframe != null && $Object.hasOwnProperty.call(message, "timeframe") && message.timeframe !== 0)
                        writer.uint32(/* id 5, wireType 0 =*/40).int32(message.timeframe);
                    if (message.endUs != null && $Object.hasOwnProperty.call(message, "endUs") && (typeof message.endUs === "object" ? message.endUs.low || message.endUs.high : message.endUs !== 0))
                        writer.uint32(/* id 6, wireType 0 =*/48).int64(message.endUs);
                    if (message.bars != null && $Object.hasOwnProperty.call(message, "bars") && (typeof message.bars === "object" ? message.bars.low || message.bars.high : message.bars !== 0))
                        writer.uint32(/* id 7, wireType 0 =*/56).int64(message.bars);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Backfill message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.request.v1.Backfill
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.request.v1.Backfill & bowline.request.v1.Backfill.$Shape} Backfill
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Backfill.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.request.v1.Backfill();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.requestId = value;
                                else
                                    delete message.requestId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.timeframe = value;
                                else
                                    delete message.timeframe;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.endUs = value;
                                else
                                    delete message.endUs;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.bars = value;
                                else
                                    delete message.bars;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Backfill;
            })();

            return v1;
        })();

        return request;
    })();

    bowline.signal = (function() {

        /**
         * Namespace signal.
         * @memberof bowline
         * @namespace
         */
        const signal = {};

        signal.v1 = (function() {

            /**
             * Namespace v1.
             * @memberof bowline.signal
             * @namespace
             */
            const v1 = {};

            v1.Accepted = (function() {

                /**
                 * Properties of an Accepted.
                 * @typedef {Object} bowline.signal.v1.Accepted.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Accepted header
                 * @property {string|null} [group] Accepted group
                 * @property {string|null} [symbol] Accepted symbol
                 * @property {string|null} [predictionId] Accepted predictionId
                 * @property {number|null} [revision] Accepted revision
                 * @property {string|null} [model] Accepted model
                 * @property {bowline.common.v1.Direction|null} [direction] Accepted direction
                 * @property {number|null} [confidence] Accepted confidence
                 * @property {number|null} [horizonMs] Accepted horizonMs
                 * @property {number|null} [producedUs] Accepted producedUs
                 * @property {number|null} [validUntilUs] Accepted validUntilUs
                 * @property {number|null} [targetPx] Accepted targetPx
                 * @property {number|null} [stopPx] Accepted stopPx
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Accepted.
                 * @memberof bowline.signal.v1
                 * @interface IAccepted
                 * @augments bowline.signal.v1.Accepted.$Properties
                 * @deprecated Use bowline.signal.v1.Accepted.$Properties instead.
                 */

                /**
                 * Shape of an Accepted.
                 * @typedef {bowline.signal.v1.Accepted.$Properties} bowline.signal.v1.Accepted.$Shape
                 */

                /**
                 * Constructs a new Accepted.
                 * @memberof bowline.signal.v1
                 * @classdesc Represents an Accepted.
                 * @constructor
                 * @param {bowline.signal.v1.Accepted.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Accepted = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Accepted header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.signal.v1.Accepted
                 * @instance
                 */
                Accepted.prototype.header = null;

                /**
                 * Accepted group.
                 * @member {string} group
                 * @memberof bowline.signal.v1.Accepted
                 * @instance
                 */
                Accepted.prototype.group = "";

                /**
                 * Accepted symbol.
                 * @member {string} symbol
                 * @memberof bowline.signal.v1.Accepted
                 * @instance
                 */
                Accepted.prototype.symbol = "";

                /**
                 * Accepted predictionId.
                 * @member {string} predictionId
                 * @memberof bowline.signal.v1.Accepted
                 * @instance
                 */
                Accepted.prototype.predictionId = "";

                /**
                 * Accepted revision.
                 * @member {number} revision
                 * @memberof bowline.signal.v1.Accepted
                 * @instance
                 */
                Accepted.prototype.revision = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Accepted model.
                 * @member {string} model
                 * @memberof bowline.signal.v1.Accepted
                 * @instance
                 */
                Accepted.prototype.model = "";

                /**
                 * Accepted direction.
                 * @member {bowline.common.v1.Direction} direction
                 * @memberof bowline.signal.v1.Accepted
                 * @instance
                 */
                Accepted.prototype.direction = 0;

                /**
                 * Accepted confidence.
                 * @member {number} confidence
                 * @memberof bowline.signal.v1.Accepted
                 * @instance
                 */
                Accepted.prototype.confidence = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Accepted horizonMs.
                 * @member {number} horizonMs
                 * @memberof bowline.signal.v1.Accepted
                 * @instance
                 */
                Accepted.prototype.horizonMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Accepted producedUs.
                 * @member {number} producedUs
                 * @memberof bowline.signal.v1.Accepted
                 * @instance
                 */
                Accepted.prototype.producedUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Accepted validUntilUs.
                 * @member {number} validUntilUs
                 * @memberof bowline.signal.v1.Accepted
                 * @instance
                 */
                Accepted.prototype.validUntilUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Accepted targetPx.
                 * @member {number|null|undefined} targetPx
                 * @memberof bowline.signal.v1.Accepted
                 * @instance
                 */
                Accepted.prototype.targetPx = null;

                /**
                 * Accepted stopPx.
                 * @member {number|null|undefined} stopPx
                 * @memberof bowline.signal.v1.Accepted
                 * @instance
                 */
                Accepted.prototype.stopPx = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Accepted.prototype, "_targetPx", {
                    get: $util.oneOfGetter($oneOfFields = ["targetPx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Accepted.prototype, "_stopPx", {
                    get: $util.oneOfGetter($oneOfFields = ["stopPx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Encodes the specified Accepted message. Does not implicitly {@link bowline.signal.v1.Accepted.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.signal.v1.Accepted
                 * @static
                 * @param {bowline.signal.v1.Accepted.$Properties} message Accepted message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Accepted.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.symbol);
                    if (message.predictionId != null && $Object.hasOwnProperty.call(message, "predictionId") && message.predictionId !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.predictionId);
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && (typeof message.revision === "object" ? message.revision.low || message.revision.high : message.revision !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).int64(message.revision);
                    if (message.model != null && $Object.hasOwnProperty.call(message, "model") && message.model !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.model);
                    if (message.direction != null && $Object.hasOwnProperty.call(message, "direction") && message.direction !== 0)
                        writer.uint32(/* id 7, wireType 0 =*/56).int32(message.direction);
                    if (message.confidence != null && $Object.hasOwnProperty.call(message, "confidence") && (typeof message.confidence === "object" ? message.confidence.low || message.confidence.high : message.confidence !== 0))
                        writer.uint32(/* id 8, wireType 0 =*/64).int64(message.confidence);
                    if (message.horizonMs != null && $Object.hasOwnProperty.call(message, "horizonMs") && (typeof message.horizonMs === "object" ? message.horizonMs.low || message.horizonMs.high : message.horizonMs !== 0))
                        writer.uint32(/* id 9, wireType 0 =*/72).int64(message.horizonMs);
                    if (message.producedUs != null && $Object.hasOwnProperty.call(message, "producedUs") && (typeof message.producedUs === "object" ? message.producedUs.low || message.producedUs.high : message.producedUs !== 0))
                        writer.uint32(/* id 10, wireType 0 =*/80).int64(message.producedUs);
                    if (message.validUntilUs != null && $Object.hasOwnProperty.call(message, "validUntilUs") && (typeof message.validUntilUs === "object" ? message.validUntilUs.low || message.validUntilUs.high : message.validUntilUs !== 0))
                        writer.uint32(/* id 11, wireType 0 =*/88).int64(message.validUntilUs);
                    if (message.targetPx != null && $Object.hasOwnProperty.call(message, "targetPx"))
                        writer.uint32(/* id 12, wireType 0 =*/96).int64(message.targetPx);
                    if (message.stopPx != null && $Object.hasOwnProperty.call(message, "stopPx"))
                        writer.uint32(/* id 13, wireType 0 =*/104).int64(message.stopPx);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Accepted message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.signal.v1.Accepted
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.signal.v1.Accepted & bowline.signal.v1.Accepted.$Shape} Accepted
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Accepted.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.signal.v1.Accepted();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.predictionId = value;
                                else
                                    delete message.predictionId;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.revision = value;
                                else
                                    delete message.revision;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.model = value;
                                else
                                    delete message.model;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.direction = value;
                                else
                                    delete message.direction;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.confidence = value;
                                else
                                    delete message.confidence;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.horizonMs = value;
                                else
                                    delete message.horizonMs;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.producedUs = value;
                                else
                                    delete message.producedUs;
                                continue;
                            }
                        case 11: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.validUntilUs = value;
                                else
                                    delete message.validUntilUs;
                                continue;
                            }
                        case 12: {
                                if (wireType !== 0)
                                    break;
                                message.targetPx = reader.int64();
                                message._targetPx = "targetPx";
                                continue;
                            }
                        case 13: {
                                if (wireType !== 0)
                                    break;
                                message.stopPx = reader.int64();
                                message._stopPx = "stopPx";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Accepted;
            })();

            v1.Refused = (function() {

                /**
                 * Properties of a Refused.
                 * @typedef {Object} bowline.signal.v1.Refused.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Refused header
                 * @property {string|null} [group] Refused group
                 * @property {string|null} [symbol] Refused symbol
                 * @property {string|null} [predictionId] Refused predictionId
                 * @property {Array.<bowline.common.v1.Reason.$Properties>|null} [reasons] Refused reasons
                 * @property {string|null} [raw] Refused raw
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Refused.
                 * @memberof bowline.signal.v1
                 * @interface IRefused
                 * @augments bowline.signal.v1.Refused.$Properties
                 * @deprecated Use bowline.signal.v1.Refused.$Properties instead.
                 */

                /**
                 * Shape of a Refused.
                 * @typedef {bowline.signal.v1.Refused.$Properties} bowline.signal.v1.Refused.$Shape
                 */

                /**
                 * Constructs a new Refused.
                 * @memberof bowline.signal.v1
                 * @classdesc Represents a Refused.
                 * @constructor
                 * @param {bowline.signal.v1.Refused.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Refused = function (properties) {
                    this.reasons = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Refused header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.signal.v1.Refused
                 * @instance
                 */
                Refused.prototype.header = null;

                /**
                 * Refused group.
                 * @member {string} group
                 * @memberof bowline.signal.v1.Refused
                 * @instance
                 */
                Refused.prototype.group = "";

                /**
                 * Refused symbol.
                 * @member {string} symbol
                 * @memberof bowline.signal.v1.Refused
                 * @instance
                 */
                Refused.prototype.symbol = "";

                /**
                 * Refused predictionId.
                 * @member {string} predictionId
                 * @memberof bowline.signal.v1.Refused
                 * @instance
                 */
                Refused.prototype.predictionId = "";

                /**
                 * Refused reasons.
                 * @member {Array.<bowline.common.v1.Reason.$Properties>} reasons
                 * @memberof bowline.signal.v1.Refused
                 * @instance
                 */
                Refused.prototype.reasons = $util.emptyArray;

                /**
                 * Refused raw.
                 * @member {string} raw
                 * @memberof bowline.signal.v1.Refused
                 * @instance
                 */
                Refused.prototype.raw = "";

                /**
                 * Encodes the specified Refused message. Does not implicitly {@link bowline.signal.v1.Refused.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.signal.v1.Refused
                 * @static
                 * @param {bowline.signal.v1.Refused.$Properties} message Refused message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Refused.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.symbol);
                    if (message.predictionId != null && $Object.hasOwnProperty.call(message, "predictionId") && message.predictionId !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.predictionId);
                    if (message.reasons != null && message.reasons.length)
                        for (let i = 0; i < message.reasons.length; ++i)
                            $root.bowline.common.v1.Reason.encode(message.reasons[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                    if (message.raw != null && $Object.hasOwnProperty.call(message, "raw") && message.raw !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.raw);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Refused message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.signal.v1.Refused
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.signal.v1.Refused & bowline.signal.v1.Refused.$Shape} Refused
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Refused.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.signal.v1.Refused();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.predictionId = value;
                                else
                                    delete message.predictionId;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.reasons && message.reasons.length))
                                    message.reasons = [];
                                message.reasons.push($root.bowline.common.v1.Reason.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.raw = value;
                                else
                                    delete message.raw;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Refused;
            })();

            return v1;
        })();

        return signal;
    })();

    bowline.order = (function() {

        /**
         * Namespace order.
         * @memberof bowline
         * @namespace
         */
        const order = {};

        order.v1 = (function() {

            /**
             * Namespace v1.
             * @memberof bowline.order
             * @namespace
             */
            const v1 = {};

            v1.Intent = (function() {

                /**
                 * Properties of an Intent.
                 * @typedef {Object} bowline.order.v1.Intent.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Intent header
                 * @property {bowline.common.v1.Order.$Properties|null} [order] Intent order
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Intent.
                 * @memberof bowline.order.v1
                 * @interface IIntent
                 * @augments bowline.order.v1.Intent.$Properties
                 * @deprecated Use bowline.order.v1.Intent.$Properties instead.
                 */

                /**
                 * Shape of an Intent.
                 * @typedef {bowline.order.v1.Intent.$Properties} bowline.order.v1.Intent.$Shape
                 */

                /**
                 * Constructs a new Intent.
                 * @memberof bowline.order.v1
                 * @classdesc Represents an Intent.
                 * @constructor
                 * @param {bowline.order.v1.Intent.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Intent = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Intent header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.order.v1.Intent
                 * @instance
                 */
                Intent.prototype.header = null;

                /**
                 * Intent order.
                 * @member {bowline.common.v1.Order.$Properties|null|undefined} order
                 * @memberof bowline.order.v1.Intent
                 * @instance
                 */
                Intent.prototype.order = null;

                /**
                 * Encodes the specified Intent message. Does not implicitly {@link bowline.order.v1.Intent.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.order.v1.Intent
                 * @static
                 * @param {bowline.order.v1.Intent.$Properties} message Intent message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Intent.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.order != null && $Object.hasOwnProperty.call(message, "order"))
                        $root.bowline.common.v1.Order.encode(message.order, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Intent message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.order.v1.Intent
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.order.v1.Intent & bowline.order.v1.Intent.$Shape} Intent
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Intent.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.order.v1.Intent();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.order = $root.bowline.common.v1.Order.decode(reader, reader.size(), $undefined, _depth + 1, message.order);
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Intent;
            })();

            v1.CancelIntent = (function() {

                /**
                 * Properties of a CancelIntent.
                 * @typedef {Object} bowline.order.v1.CancelIntent.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] CancelIntent header
                 * @property {string|null} [clOrdId] CancelIntent clOrdId
                 * @property {string|null} [group] CancelIntent group
                 * @property {string|null} [symbol] CancelIntent symbol
                 * @property {string|null} [strategy] CancelIntent strategy
                 * @property {string|null} [rule] CancelIntent rule
                 * @property {string|null} [reason] CancelIntent reason
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a CancelIntent.
                 * @memberof bowline.order.v1
                 * @interface ICancelIntent
                 * @augments bowline.order.v1.CancelIntent.$Properties
                 * @deprecated Use bowline.order.v1.CancelIntent.$Properties instead.
                 */

                /**
                 * Shape of a CancelIntent.
                 * @typedef {bowline.order.v1.CancelIntent.$Properties} bowline.order.v1.CancelIntent.$Shape
                 */

                /**
                 * Constructs a new CancelIntent.
                 * @memberof bowline.order.v1
                 * @classdesc Represents a CancelIntent.
                 * @constructor
                 * @param {bowline.order.v1.CancelIntent.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const CancelIntent = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * CancelIntent header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.order.v1.CancelIntent
                 * @instance
                 */
                CancelIntent.prototype.header = null;

                /**
                 * CancelIntent clOrdId.
                 * @member {string} clOrdId
                 * @memberof bowline.order.v1.CancelIntent
                 * @instance
                 */
                CancelIntent.prototype.clOrdId = "";

                /**
                 * CancelIntent group.
                 * @member {string} group
                 * @memberof bowline.order.v1.CancelIntent
                 * @instance
                 */
                CancelIntent.prototype.group = "";

                /**
                 * CancelIntent symbol.
                 * @member {string} symbol
                 * @memberof bowline.order.v1.CancelIntent
                 * @instance
                 */
                CancelIntent.prototype.symbol = "";

                /**
                 * CancelIntent strategy.
                 * @member {string} strategy
                 * @memberof bowline.order.v1.CancelIntent
                 * @instance
                 */
                CancelIntent.prototype.strategy = "";

                /**
                 * CancelIntent rule.
                 * @member {string} rule
                 * @memberof bowline.order.v1.CancelIntent
                 * @instance
                 */
                CancelIntent.prototype.rule = "";

                /**
                 * CancelIntent reason.
                 * @member {string} reason
                 * @memberof bowline.order.v1.CancelIntent
                 * @instance
                 */
                CancelIntent.prototype.reason = "";

                /**
                 * Encodes the specified CancelIntent message. Does not implicitly {@link bowline.order.v1.CancelIntent.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.order.v1.CancelIntent
                 * @static
                 * @param {bowline.order.v1.CancelIntent.$Properties} message CancelIntent message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                CancelIntent.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId") && message.clOrdId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clOrdId);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.symbol);
                    if (message.strategy != null && $Object.hasOwnProperty.call(message, "strategy") && message.strategy !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.strategy);
                    if (message.rule != null && $Object.hasOwnProperty.call(message, "rule") && message.rule !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.rule);
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                        writer.uint32(/* id 7, wireType 2 =*/58).string(message.reason);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a CancelIntent message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.order.v1.CancelIntent
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.order.v1.CancelIntent & bowline.order.v1.CancelIntent.$Shape} CancelIntent
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                CancelIntent.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.order.v1.CancelIntent();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clOrdId = value;
                                else
                                    delete message.clOrdId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.strategy = value;
                                else
                                    delete message.strategy;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.rule = value;
                                else
                                    delete message.rule;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reason = value;
                                else
                                    delete message.reason;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return CancelIntent;
            })();

            v1.Approved = (function() {

                /**
                 * Properties of an Approved.
                 * @typedef {Object} bowline.order.v1.Approved.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Approved header
                 * @property {bowline.common.v1.Order.$Properties|null} [order] Approved order
                 * @property {number|null} [refPx] Approved refPx
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Approved.
                 * @memberof bowline.order.v1
                 * @interface IApproved
                 * @augments bowline.order.v1.Approved.$Properties
                 * @deprecated Use bowline.order.v1.Approved.$Properties instead.
                 */

                /**
                 * Shape of an Approved.
                 * @typedef {bowline.order.v1.Approved.$Properties} bowline.order.v1.Approved.$Shape
                 */

                /**
                 * Constructs a new Approved.
                 * @memberof bowline.order.v1
                 * @classdesc Represents an Approved.
                 * @constructor
                 * @param {bowline.order.v1.Approved.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Approved = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Approved header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.order.v1.Approved
                 * @instance
                 */
                Approved.prototype.header = null;

                /**
                 * Approved order.
                 * @member {bowline.common.v1.Order.$Properties|null|undefined} order
                 * @memberof bowline.order.v1.Approved
                 * @instance
                 */
                Approved.prototype.order = null;

                /**
                 * Approved refPx.
                 * @member {number} refPx
                 * @memberof bowline.order.v1.Approved
                 * @instance
                 */
                Approved.prototype.refPx = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Encodes the specified Approved message. Does not implicitly {@link bowline.order.v1.Approved.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.order.v1.Approved
                 * @static
                 * @param {bowline.order.v1.Approved.$Properties} message Approved message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Approved.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.order != null && $Object.hasOwnProperty.call(message, "order"))
                        $root.bowline.common.v1.Order.encode(message.order, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.refPx != null && $Object.hasOwnProperty.call(message, "refPx") && (typeof message.refPx === "object" ? message.refPx.low || message.refPx.high : message.refPx !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).int64(message.refPx);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Approved message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.order.v1.Approved
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.order.v1.Approved & bowline.order.v1.Approved.$Shape} Approved
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Approved.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.order.v1.Approved();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                message.order = $root.bowline.common.v1.Order.decode(reader, reader.size(), $undefined, _depth + 1, message.order);
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.refPx = value;
                                else
                                    delete message.refPx;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Approved;
            })();

            v1.Denied = (function() {

                /**
                 * Properties of a Denied.
                 * @typedef {Object} bowline.order.v1.Denied.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Denied header
                 * @property {string|null} [clOrdId] Denied clOrdId
                 * @property {string|null} [group] Denied group
                 * @property {string|null} [symbol] Denied symbol
                 * @property {string|null} [strategy] Denied strategy
                 * @property {string|null} [rule] Denied rule
                 * @property {bowline.common.v1.Side|null} [side] Denied side
                 * @property {number|null} [orderQty] Denied orderQty
                 * @property {Array.<bowline.common.v1.Reason.$Properties>|null} [reasons] Denied reasons
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Denied.
                 * @memberof bowline.order.v1
                 * @interface IDenied
                 * @augments bowline.order.v1.Denied.$Properties
                 * @deprecated Use bowline.order.v1.Denied.$Properties instead.
                 */

                /**
                 * Shape of a Denied.
                 * @typedef {bowline.order.v1.Denied.$Properties} bowline.order.v1.Denied.$Shape
                 */

                /**
                 * Constructs a new Denied.
                 * @memberof bowline.order.v1
                 * @classdesc Represents a Denied.
                 * @constructor
                 * @param {bowline.order.v1.Denied.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Denied = function (properties) {
                    this.reasons = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Denied header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.order.v1.Denied
                 * @instance
                 */
                Denied.prototype.header = null;

                /**
                 * Denied clOrdId.
                 * @member {string} clOrdId
                 * @memberof bowline.order.v1.Denied
                 * @instance
                 */
                Denied.prototype.clOrdId = "";

                /**
                 * Denied group.
                 * @member {string} group
                 * @memberof bowline.order.v1.Denied
                 * @instance
                 */
                Denied.prototype.group = "";

                /**
                 * Denied symbol.
                 * @member {string} symbol
                 * @memberof bowline.order.v1.Denied
                 * @instance
                 */
                Denied.prototype.symbol = "";

                /**
                 * Denied strategy.
                 * @member {string} strategy
                 * @memberof bowline.order.v1.Denied
                 * @instance
                 */
                Denied.prototype.strategy = "";

                /**
                 * Denied rule.
                 * @member {string} rule
                 * @memberof bowline.order.v1.Denied
                 * @instance
                 */
                Denied.prototype.rule = "";

                /**
                 * Denied side.
                 * @member {bowline.common.v1.Side} side
                 * @memberof bowline.order.v1.Denied
                 * @instance
                 */
                Denied.prototype.side = 0;

                /**
                 * Denied orderQty.
                 * @member {number} orderQty
                 * @memberof bowline.order.v1.Denied
                 * @instance
                 */
                Denied.prototype.orderQty = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Denied reasons.
                 * @member {Array.<bowline.common.v1.Reason.$Properties>} reasons
                 * @memberof bowline.order.v1.Denied
                 * @instance
                 */
                Denied.prototype.reasons = $util.emptyArray;

                /**
                 * Encodes the specified Denied message. Does not implicitly {@link bowline.order.v1.Denied.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.order.v1.Denied
                 * @static
                 * @param {bowline.order.v1.Denied.$Properties} message Denied message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Denied.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId") && message.clOrdId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clOrdId);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.symbol);
                    if (message.strategy != null && $Object.hasOwnProperty.call(message, "strategy") && message.strategy !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.strategy);
                    if (message.rule != null && $Object.hasOwnProperty.call(message, "rule") && message.rule !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.rule);
                    if (message.side != null && $Object.hasOwnProperty.call(message, "side") && message.side !== 0)
                        writer.uint32(/* id 7, wireType 0 =*/56).int32(message.side);
                    if (message.orderQty != null && $Object.hasOwnProperty.call(message, "orderQty") && (typeof message.orderQty === "object" ? message.orderQty.low || message.orderQty.high : message.orderQty !== 0))
                        writer.uint32(/* id 8, wireType 0 =*/64).int64(message.orderQty);
                    if (message.reasons != null && message.reasons.length)
                        for (let i = 0; i < message.reasons.length; ++i)
                            $root.bowline.common.v1.Reason.encode(message.reasons[i], writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Denied message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.order.v1.Denied
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.order.v1.Denied & bowline.order.v1.Denied.$Shape} Denied
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Denied.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.order.v1.Denied();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clOrdId = value;
                                else
                                    delete message.clOrdId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.strategy = value;
                                else
                                    delete message.strategy;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.rule = value;
                                else
                                    delete message.rule;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.side = value;
                                else
                                    delete message.side;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.orderQty = value;
                                else
                                    delete message.orderQty;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.reasons && message.reasons.length))
                                    message.reasons = [];
                                message.reasons.push($root.bowline.common.v1.Reason.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Denied;
            })();

            v1.Lapsed = (function() {

                /**
                 * Properties of a Lapsed.
                 * @typedef {Object} bowline.order.v1.Lapsed.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Lapsed header
                 * @property {string|null} [clOrdId] Lapsed clOrdId
                 * @property {string|null} [group] Lapsed group
                 * @property {string|null} [symbol] Lapsed symbol
                 * @property {string|null} [reason] Lapsed reason
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Lapsed.
                 * @memberof bowline.order.v1
                 * @interface ILapsed
                 * @augments bowline.order.v1.Lapsed.$Properties
                 * @deprecated Use bowline.order.v1.Lapsed.$Properties instead.
                 */

                /**
                 * Shape of a Lapsed.
                 * @typedef {bowline.order.v1.Lapsed.$Properties} bowline.order.v1.Lapsed.$Shape
                 */

                /**
                 * Constructs a new Lapsed.
                 * @memberof bowline.order.v1
                 * @classdesc Represents a Lapsed.
                 * @constructor
                 * @param {bowline.order.v1.Lapsed.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Lapsed = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Lapsed header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.order.v1.Lapsed
                 * @instance
                 */
                Lapsed.prototype.header = null;

                /**
                 * Lapsed clOrdId.
                 * @member {string} clOrdId
                 * @memberof bowline.order.v1.Lapsed
                 * @instance
                 */
                Lapsed.prototype.clOrdId = "";

                /**
                 * Lapsed group.
                 * @member {string} group
                 * @memberof bowline.order.v1.Lapsed
                 * @instance
                 */
                Lapsed.prototype.group = "";

                /**
                 * Lapsed symbol.
                 * @member {string} symbol
                 * @memberof bowline.order.v1.Lapsed
                 * @instance
                 */
                Lapsed.prototype.symbol = "";

                /**
                 * Lapsed reason.
                 * @member {string} reason
                 * @memberof bowline.order.v1.Lapsed
                 * @instance
                 */
                Lapsed.prototype.reason = "";

                /**
                 * Encodes the specified Lapsed message. Does not implicitly {@link bowline.order.v1.Lapsed.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.order.v1.Lapsed
                 * @static
                 * @param {bowline.order.v1.Lapsed.$Properties} message Lapsed message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Lapsed.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId") && message.clOrdId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clOrdId);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.symbol);
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.reason);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Lapsed message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.order.v1.Lapsed
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.order.v1.Lapsed & bowline.order.v1.Lapsed.$Shape} Lapsed
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Lapsed.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.order.v1.Lapsed();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clOrdId = value;
                                else
                                    delete message.clOrdId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reason = value;
                                else
                                    delete message.reason;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Lapsed;
            })();

            v1.Submitted = (function() {

                /**
                 * Properties of a Submitted.
                 * @typedef {Object} bowline.order.v1.Submitted.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Submitted header
                 * @property {string|null} [clOrdId] Submitted clOrdId
                 * @property {string|null} [group] Submitted group
                 * @property {string|null} [symbol] Submitted symbol
                 * @property {string|null} [accountId] Submitted accountId
                 * @property {string|null} [strategy] Submitted strategy
                 * @property {string|null} [rule] Submitted rule
                 * @property {bowline.common.v1.Leg|null} [leg] Submitted leg
                 * @property {string|null} [parentClOrdId] Submitted parentClOrdId
                 * @property {bowline.common.v1.Side|null} [side] Submitted side
                 * @property {number|null} [orderQty] Submitted orderQty
                 * @property {bowline.common.v1.OrdType|null} [ordType] Submitted ordType
                 * @property {number|null} [lmtPx] Submitted lmtPx
                 * @property {number|null} [stopPx] Submitted stopPx
                 * @property {bowline.common.v1.TimeInForce|null} [timeInForce] Submitted timeInForce
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Submitted.
                 * @memberof bowline.order.v1
                 * @interface ISubmitted
                 * @augments bowline.order.v1.Submitted.$Properties
                 * @deprecated Use bowline.order.v1.Submitted.$Properties instead.
                 */

                /**
                 * Shape of a Submitted.
                 * @typedef {bowline.order.v1.Submitted.$Properties} bowline.order.v1.Submitted.$Shape
                 */

                /**
                 * Constructs a new Submitted.
                 * @memberof bowline.order.v1
                 * @classdesc Represents a Submitted.
                 * @constructor
                 * @param {bowline.order.v1.Submitted.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Submitted = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Submitted header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.order.v1.Submitted
                 * @instance
                 */
                Submitted.prototype.header = null;

                /**
                 * Submitted clOrdId.
                 * @member {string} clOrdId
                 * @memberof bowline.order.v1.Submitted
                 * @instance
                 */
                Submitted.prototype.clOrdId = "";

                /**
                 * Submitted group.
                 * @member {string} group
                 * @memberof bowline.order.v1.Submitted
                 * @instance
                 */
                Submitted.prototype.group = "";

                /**
                 * Submitted symbol.
                 * @member {string} symbol
                 * @memberof bowline.order.v1.Submitted
                 * @instance
                 */
                Submitted.prototype.symbol = "";

                /**
                 * Submitted accountId.
                 * @member {string} accountId
                 * @memberof bowline.order.v1.Submitted
                 * @instance
                 */
                Submitted.prototype.accountId = "";

                /**
                 * Submitted strategy.
                 * @member {string} strategy
                 * @memberof bowline.order.v1.Submitted
                 * @instance
                 */
                Submitted.prototype.strategy = "";

                /**
                 * Submitted rule.
                 * @member {string} rule
                 * @memberof bowline.order.v1.Submitted
                 * @instance
                 */
                Submitted.prototype.rule = "";

                /**
                 * Submitted leg.
                 * @member {bowline.common.v1.Leg} leg
                 * @memberof bowline.order.v1.Submitted
                 * @instance
                 */
                Submitted.prototype.leg = 0;

                /**
                 * Submitted parentClOrdId.
                 * @member {string|null|undefined} parentClOrdId
                 * @memberof bowline.order.v1.Submitted
                 * @instance
                 */
                Submitted.prototype.parentClOrdId = null;

                /**
                 * Submitted side.
                 * @member {bowline.common.v1.Side} side
                 * @memberof bowline.order.v1.Submitted
                 * @instance
                 */
                Submitted.prototype.side = 0;

                /**
                 * Submitted orderQty.
                 * @member {number} orderQty
                 * @memberof bowline.order.v1.Submitted
                 * @instance
                 */
                Submitted.prototype.orderQty = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Submitted ordType.
                 * @member {bowline.common.v1.OrdType} ordType
                 * @memberof bowline.order.v1.Submitted
                 * @instance
                 */
                Submitted.prototype.ordType = 0;

                /**
                 * Submitted lmtPx.
                 * @member {number|null|undefined} lmtPx
                 * @memberof bowline.order.v1.Submitted
                 * @instance
                 */
                Submitted.prototype.lmtPx = null;

                /**
                 * Submitted stopPx.
                 * @member {number|null|undefined} stopPx
                 * @memberof bowline.order.v1.Submitted
                 * @instance
                 */
                Submitted.prototype.stopPx = null;

                /**
                 * Submitted timeInForce.
                 * @member {bowline.common.v1.TimeInForce} timeInForce
                 * @memberof bowline.order.v1.Submitted
                 * @instance
                 */
                Submitted.prototype.timeInForce = 0;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Submitted.prototype, "_parentClOrdId", {
                    get: $util.oneOfGetter($oneOfFields = ["parentClOrdId"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Submitted.prototype, "_lmtPx", {
                    get: $util.oneOfGetter($oneOfFields = ["lmtPx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Submitted.prototype, "_stopPx", {
                    get: $util.oneOfGetter($oneOfFields = ["stopPx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Encodes the specified Submitted message. Does not implicitly {@link bowline.order.v1.Submitted.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.order.v1.Submitted
                 * @static
                 * @param {bowline.order.v1.Submitted.$Properties} message Submitted message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Submitted.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId") && message.clOrdId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clOrdId);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.symbol);
                    if (message.accountId != null && $Object.hasOwnProperty.call(message, "accountId") && message.accountId !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.accountId);
                    if (message.strategy != null && $Object.hasOwnProperty.call(message, "strategy") && message.strategy !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.strategy);
                    if (message.rule != null && $Object.hasOwnProperty.call(message, "rule") && message.rule !== "")
                        writer.uint32(/* id 7, wireType 2 =*/58).string(message.rule);
                    if (message.leg != null && $Object.hasOwnProperty.call(message, "leg") && message.leg !== 0)
                        writer.uint32(/* id 8, wireType 0 =*/64).int32(message.leg);
                    if (message.parentClOrdId != null && $Object.hasOwnProperty.call(message, "parentClOrdId"))
                        writer.uint32(/* id 9, wireType 2 =*/74).string(message.parentClOrdId);
                    if (message.side != null && $Object.hasOwnProperty.call(message, "side") && message.side !== 0)
                        writer.uint32(/* id 10, wireType 0 =*/80).int32(message.side);
                    if (message.orderQty != null && $Object.hasOwnProperty.call(message, "orderQty") && (typeof message.orderQty === "object" ? message.orderQty.low || message.orderQty.high : message.orderQty !== 0))
                        writer.uint32(/* id 11, wireType 0 =*/88).int64(message.orderQty);
                    if (message.ordType != null && $Object.hasOwnProperty.call(message, "ordType") && message.ordType !== 0)
                        writer.uint32(/* id 12, wireType 0 =*/96).int32(message.ordType);
                    if (message.lmtPx != null && $Object.hasOwnProperty.call(message, "lmtPx"))
                        writer.uint32(/* id 13, wireType 0 =*/104).int64(message.lmtPx);
                    if (message.stopPx != null && $Object.hasOwnProperty.call(message, "stopPx"))
                        writer.uint32(/* id 14, wireType 0 =*/112).int64(message.stopPx);
                    if (message.timeInForce != null && $Object.hasOwnProperty.call(message, "timeInForce") && message.timeInForce !== 0)
                        writer.uint32(/* id 15, wireType 0 =*/120).int32(message.timeInForce);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Submitted message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.order.v1.Submitted
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.order.v1.Submitted & bowline.order.v1.Submitted.$Shape} Submitted
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Submitted.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.order.v1.Submitted();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clOrdId = value;
                                else
                                    delete message.clOrdId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.accountId = value;
                                else
                                    delete message.accountId;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.strategy = value;
                                else
                                    delete message.strategy;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.rule = value;
                                else
                                    delete message.rule;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.leg = value;
                                else
                                    delete message.leg;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 2)
                                    break;
                                message.parentClOrdId = reader.stringVerify();
                                message._parentClOrdId = "parentClOrdId";
                                continue;
                            }
                        case 10: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.side = value;
                                else
                                    delete message.side;
                                continue;
                            }
                        case 11: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.orderQty = value;
                                else
                                    delete message.orderQty;
                                continue;
                            }
                        case 12: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.ordType = value;
                                else
                                    delete message.ordType;
                                continue;
                            }
                        case 13: {
                                if (wireType !== 0)
                                    break;
                                message.lmtPx = reader.int64();
                                message._lmtPx = "lmtPx";
                                continue;
                            }
                        case 14: {
                                if (wireType !== 0)
                                    break;
                                message.stopPx = reader.int64();
                                message._stopPx = "stopPx";
                                continue;
                            }
                        case 15: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.timeInForce = value;
                                else
                                    delete message.timeInForce;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Submitted;
            })();

            v1.Accepted = (function() {

                /**
                 * Properties of an Accepted.
                 * @typedef {Object} bowline.order.v1.Accepted.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Accepted header
                 * @property {string|null} [clOrdId] Accepted clOrdId
                 * @property {string|null} [group] Accepted group
                 * @property {string|null} [symbol] Accepted symbol
                 * @property {string|null} [orderId] Accepted orderId
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Accepted.
                 * @memberof bowline.order.v1
                 * @interface IAccepted
                 * @augments bowline.order.v1.Accepted.$Properties
                 * @deprecated Use bowline.order.v1.Accepted.$Properties instead.
                 */

                /**
                 * Shape of an Accepted.
                 * @typedef {bowline.order.v1.Accepted.$Properties} bowline.order.v1.Accepted.$Shape
                 */

                /**
                 * Constructs a new Accepted.
                 * @memberof bowline.order.v1
                 * @classdesc Represents an Accepted.
                 * @constructor
                 * @param {bowline.order.v1.Accepted.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Accepted = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Accepted header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.order.v1.Accepted
                 * @instance
                 */
                Accepted.prototype.header = null;

                /**
                 * Accepted clOrdId.
                 * @member {string} clOrdId
                 * @memberof bowline.order.v1.Accepted
                 * @instance
                 */
                Accepted.prototype.clOrdId = "";

                /**
                 * Accepted group.
                 * @member {string} group
                 * @memberof bowline.order.v1.Accepted
                 * @instance
                 */
                Accepted.prototype.group = "";

                /**
                 * Accepted symbol.
                 * @member {string} symbol
                 * @memberof bowline.order.v1.Accepted
                 * @instance
                 */
                Accepted.prototype.symbol = "";

                /**
                 * Accepted orderId.
                 * @member {string} orderId
                 * @memberof bowline.order.v1.Accepted
                 * @instance
                 */
                Accepted.prototype.orderId = "";

                /**
                 * Encodes the specified Accepted message. Does not implicitly {@link bowline.order.v1.Accepted.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.order.v1.Accepted
                 * @static
                 * @param {bowline.order.v1.Accepted.$Properties} message Accepted message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Accepted.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId") && message.clOrdId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clOrdId);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.symbol);
                    if (message.orderId != null && $Object.hasOwnProperty.call(message, "orderId") && message.orderId !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.orderId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Accepted message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.order.v1.Accepted
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.order.v1.Accepted & bowline.order.v1.Accepted.$Shape} Accepted
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Accepted.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.order.v1.Accepted();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clOrdId = value;
                                else
                                    delete message.clOrdId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.orderId = value;
                                else
                                    delete message.orderId;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Accepted;
            })();

            v1.Filled = (function() {

                /**
                 * Properties of a Filled.
                 * @typedef {Object} bowline.order.v1.Filled.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Filled header
                 * @property {string|null} [clOrdId] Filled clOrdId
                 * @property {string|null} [group] Filled group
                 * @property {string|null} [symbol] Filled symbol
                 * @property {string|null} [orderId] Filled orderId
                 * @property {string|null} [execId] Filled execId
                 * @property {string|null} [accountId] Filled accountId
                 * @property {string|null} [strategy] Filled strategy
                 * @property {bowline.common.v1.Side|null} [side] Filled side
                 * @property {number|null} [lastQty] Filled lastQty
                 * @property {number|null} [lastPx] Filled lastPx
                 * @property {number|null} [cumQty] Filled cumQty
                 * @property {number|null} [leavesQty] Filled leavesQty
                 * @property {number|null} [avgPx] Filled avgPx
                 * @property {number|null} [transactUs] Filled transactUs
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Filled.
                 * @memberof bowline.order.v1
                 * @interface IFilled
                 * @augments bowline.order.v1.Filled.$Properties
                 * @deprecated Use bowline.order.v1.Filled.$Properties instead.
                 */

                /**
                 * Shape of a Filled.
                 * @typedef {bowline.order.v1.Filled.$Properties} bowline.order.v1.Filled.$Shape
                 */

                /**
                 * Constructs a new Filled.
                 * @memberof bowline.order.v1
                 * @classdesc Represents a Filled.
                 * @constructor
                 * @param {bowline.order.v1.Filled.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Filled = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Filled header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.order.v1.Filled
                 * @instance
                 */
                Filled.prototype.header = null;

                /**
                 * Filled clOrdId.
                 * @member {string} clOrdId
                 * @memberof bowline.order.v1.Filled
                 * @instance
                 */
                Filled.prototype.clOrdId = "";

                /**
                 * Filled group.
                 * @member {string} group
                 * @memberof bowline.order.v1.Filled
                 * @instance
                 */
                Filled.prototype.group = "";

                /**
                 * Filled symbol.
                 * @member {string} symbol
                 * @memberof bowline.order.v1.Filled
                 * @instance
                 */
                Filled.prototype.symbol = "";

                /**
                 * Filled orderId.
                 * @member {string} orderId
                 * @memberof bowline.order.v1.Filled
                 * @instance
                 */
                Filled.prototype.orderId = "";

                /**
                 * Filled execId.
                 * @member {string} execId
                 * @memberof bowline.order.v1.Filled
                 * @instance
                 */
                Filled.prototype.execId = "";

                /**
                 * Filled accountId.
                 * @member {string} accountId
                 * @memberof bowline.order.v1.Filled
                 * @instance
                 */
                Filled.prototype.accountId = "";

                /**
                 * Filled strategy.
                 * @member {string} strategy
                 * @memberof bowline.order.v1.Filled
                 * @instance
                 */
                Filled.prototype.strategy = "";

                /**
                 * Filled side.
                 * @member {bowline.common.v1.Side} side
                 * @memberof bowline.order.v1.Filled
                 * @instance
                 */
                Filled.prototype.side = 0;

                /**
                 * Filled lastQty.
                 * @member {number} lastQty
                 * @memberof bowline.order.v1.Filled
                 * @instance
                 */
                Filled.prototype.lastQty = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Filled lastPx.
                 * @member {number} lastPx
                 * @memberof bowline.order.v1.Filled
                 * @instance
                 */
                Filled.prototype.lastPx = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Filled cumQty.
                 * @member {number} cumQty
                 * @memberof bowline.order.v1.Filled
                 * @instance
                 */
                Filled.prototype.cumQty = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Filled leavesQty.
                 * @member {number} leavesQty
                 * @memberof bowline.order.v1.Filled
                 * @instance
                 */
                Filled.prototype.leavesQty = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Filled avgPx.
                 * @member {number} avgPx
                 * @memberof bowline.order.v1.Filled
                 * @instance
                 */
                Filled.prototype.avgPx = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Filled transactUs.
                 * @member {number} transactUs
                 * @memberof bowline.order.v1.Filled
                 * @instance
                 */
                Filled.prototype.transactUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Encodes the specified Filled message. Does not implicitly {@link bowline.order.v1.Filled.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.order.v1.Filled
                 * @static
                 * @param {bowline.order.v1.Filled.$Properties} message Filled message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Filled.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId") && message.clOrdId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clOrdId);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.symbol);
                    if (message.orderId != null && $Object.hasOwnProperty.call(message, "orderId") && message.orderId !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.orderId);
                    if (message.execId != null && $Object.hasOwnProperty.call(message, "execId") && message.execId !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.execId);
                    if (message.accountId != null && $Object.hasOwnProperty.call(message, "accountId") && message.accountId !== "")
                        writer.uint32(/* id 7, wireType 2 =*/58).string(message.accountId);
                    if (message.strategy != null && $Object.hasOwnProperty.call(message, "strategy") && message.strategy !== "")
                        writer.uint32(/* id 8, wireType 2 =*/66).string(message.strategy);
                    if (message.side != null && $Object.hasOwnProperty.call(message, "side") && message.side !== 0)
                        writer.uint32(/* id 9, wireType 0 =*/72).int32(message.side);
                    if (message.lastQty != null && $Object.hasOwnProperty.call(message, "lastQty") && (typeof message.lastQty === "object" ? message.lastQty.low || message.lastQty.high : message.lastQty !== 0))
                        writer.uint32(/* id 10, wireType 0 =*/80).int64(message.lastQty);
                    if (message.lastPx != null && $Object.hasOwnProperty.call(message, "lastPx") && (typeof message.lastPx === "object" ? message.lastPx.low || message.lastPx.high : message.lastPx !== 0))
                        writer.uint32(/* id 11, wireType 0 =*/88).int64(message.lastPx);
                    if (message.cumQty != null && $Object.hasOwnProperty.call(message, "cumQty") && (typeof message.cumQty === "object" ? message.cumQty.low || message.cumQty.high : message.cumQty !== 0))
                        writer.uint32(/* id 12, wireType 0 =*/96).int64(message.cumQty);
                    if (message.leavesQty != null && $Object.hasOwnProperty.call(message, "leavesQty") && (typeof message.leavesQty === "object" ? message.leavesQty.low || message.leavesQty.high : message.leavesQty !== 0))
                        writer.uint32(/* id 13, wireType 0 =*/104).int64(message.leavesQty);
                    if (message.avgPx != null && $Object.hasOwnProperty.call(message, "avgPx") && (typeof message.avgPx === "object" ? message.avgPx.low || message.avgPx.high : message.avgPx !== 0))
                        writer.uint32(/* id 14, wireType 0 =*/112).int64(message.avgPx);
                    if (message.transactUs != null && $Object.hasOwnProperty.call(message, "transactUs") && (typeof message.transactUs === "object" ? message.transactUs.low || message.transactUs.high : message.transactUs !== 0))
                        writer.uint32(/* id 15, wireType 0 =*/120).int64(message.transactUs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Filled message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.order.v1.Filled
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.order.v1.Filled & bowline.order.v1.Filled.$Shape} Filled
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Filled.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.order.v1.Filled();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clOrdId = value;
                                else
                                    delete message.clOrdId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.orderId = value;
                                else
                                    delete message.orderId;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.execId = value;
                                else
                                    delete message.execId;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.accountId = value;
                                else
                                    delete message.accountId;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.strategy = value;
                                else
                                    delete message.strategy;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.side = value;
                                else
                                    delete message.side;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastQty = value;
                                else
                                    delete message.lastQty;
                                continue;
                            }
                        case 11: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastPx = value;
                                else
                                    delete message.lastPx;
                                continue;
                            }
                        case 12: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.cumQty = value;
                                else
                                    delete message.cumQty;
                                continue;
                            }
                        case 13: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.leavesQty = value;
                                else
                                    delete message.leavesQty;
                                continue;
                            }
                        case 14: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.avgPx = value;
                                else
                                    delete message.avgPx;
                                continue;
                            }
                        case 15: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.transactUs = value;
                                else
                                    delete message.transactUs;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Filled;
            })();

            v1.Commission = (function() {

                /**
                 * Properties of a Commission.
                 * @typedef {Object} bowline.order.v1.Commission.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Commission header
                 * @property {string|null} [clOrdId] Commission clOrdId
                 * @property {string|null} [group] Commission group
                 * @property {string|null} [symbol] Commission symbol
                 * @property {string|null} [execId] Commission execId
                 * @property {number|null} [commission] Commission commission
                 * @property {string|null} [currency] Commission currency
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Commission.
                 * @memberof bowline.order.v1
                 * @interface ICommission
                 * @augments bowline.order.v1.Commission.$Properties
                 * @deprecated Use bowline.order.v1.Commission.$Properties instead.
                 */

                /**
                 * Shape of a Commission.
                 * @typedef {bowline.order.v1.Commission.$Properties} bowline.order.v1.Commission.$Shape
                 */

                /**
                 * Constructs a new Commission.
                 * @memberof bowline.order.v1
                 * @classdesc Represents a Commission.
                 * @constructor
                 * @param {bowline.order.v1.Commission.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Commission = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Commission header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.order.v1.Commission
                 * @instance
                 */
                Commission.prototype.header = null;

                /**
                 * Commission clOrdId.
                 * @member {string} clOrdId
                 * @memberof bowline.order.v1.Commission
                 * @instance
                 */
                Commission.prototype.clOrdId = "";

                /**
                 * Commission group.
                 * @member {string} group
                 * @memberof bowline.order.v1.Commission
                 * @instance
                 */
                Commission.prototype.group = "";

                /**
                 * Commission symbol.
                 * @member {string} symbol
                 * @memberof bowline.order.v1.Commission
                 * @instance
                 */
                Commission.prototype.symbol = "";

                /**
                 * Commission execId.
                 * @member {string} execId
                 * @memberof bowline.order.v1.Commission
                 * @instance
                 */
                Commission.prototype.execId = "";

                /**
                 * Commission commission.
                 * @member {number} commission
                 * @memberof bowline.order.v1.Commission
                 * @instance
                 */
                Commission.prototype.commission = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Commission currency.
                 * @member {string} currency
                 * @memberof bowline.order.v1.Commission
                 * @instance
                 */
                Commission.prototype.currency = "";

                /**
                 * Encodes the specified Commission message. Does not implicitly {@link bowline.order.v1.Commission.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.order.v1.Commission
                 * @static
                 * @param {bowline.order.v1.Commission.$Properties} message Commission message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Commission.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId") && message.clOrdId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clOrdId);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.symbol);
                    if (message.execId != null && $Object.hasOwnProperty.call(message, "execId") && message.execId !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.execId);
                    if (message.commission != null && $Object.hasOwnProperty.call(message, "commission") && (typeof message.commission === "object" ? message.commission.low || message.commission.high : message.commission !== 0))
                        writer.uint32(/* id 6, wireType 0 =*/48).int64(message.commission);
                    if (message.currency != null && $Object.hasOwnProperty.call(message, "currency") && message.currency !== "")
                        writer.uint32(/* id 7, wireType 2 =*/58).string(message.currency);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Commission message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.order.v1.Commission
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.order.v1.Commission & bowline.order.v1.Commission.$Shape} Commission
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Commission.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.order.v1.Commission();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clOrdId = value;
                                else
                                    delete message.clOrdId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.execId = value;
                                else
                                    delete message.execId;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.commission = value;
                                else
                                    delete message.commission;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.currency = value;
                                else
                                    delete message.currency;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Commission;
            })();

            v1.Canceled = (function() {

                /**
                 * Properties of a Canceled.
                 * @typedef {Object} bowline.order.v1.Canceled.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Canceled header
                 * @property {string|null} [clOrdId] Canceled clOrdId
                 * @property {string|null} [group] Canceled group
                 * @property {string|null} [symbol] Canceled symbol
                 * @property {number|null} [cumQty] Canceled cumQty
                 * @property {string|null} [reason] Canceled reason
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Canceled.
                 * @memberof bowline.order.v1
                 * @interface ICanceled
                 * @augments bowline.order.v1.Canceled.$Properties
                 * @deprecated Use bowline.order.v1.Canceled.$Properties instead.
                 */

                /**
                 * Shape of a Canceled.
                 * @typedef {bowline.order.v1.Canceled.$Properties} bowline.order.v1.Canceled.$Shape
                 */

                /**
                 * Constructs a new Canceled.
                 * @memberof bowline.order.v1
                 * @classdesc Represents a Canceled.
                 * @constructor
                 * @param {bowline.order.v1.Canceled.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Canceled = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Canceled header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.order.v1.Canceled
                 * @instance
                 */
                Canceled.prototype.header = null;

                /**
                 * Canceled clOrdId.
                 * @member {string} clOrdId
                 * @memberof bowline.order.v1.Canceled
                 * @instance
                 */
                Canceled.prototype.clOrdId = "";

                /**
                 * Canceled group.
                 * @member {string} group
                 * @memberof bowline.order.v1.Canceled
                 * @instance
                 */
                Canceled.prototype.group = "";

                /**
                 * Canceled symbol.
                 * @member {string} symbol
                 * @memberof bowline.order.v1.Canceled
                 * @instance
                 */
                Canceled.prototype.symbol = "";

                /**
                 * Canceled cumQty.
                 * @member {number} cumQty
                 * @memberof bowline.order.v1.Canceled
                 * @instance
                 */
                Canceled.prototype.cumQty = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Canceled reason.
                 * @member {string} reason
                 * @memberof bowline.order.v1.Canceled
                 * @instance
                 */
                Canceled.prototype.reason = "";

                /**
                 * Encodes the specified Canceled message. Does not implicitly {@link bowline.order.v1.Canceled.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.order.v1.Canceled
                 * @static
                 * @param {bowline.order.v1.Canceled.$Properties} message Canceled message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Canceled.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId") && message.clOrdId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clOrdId);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.symbol);
                    if (message.cumQty != null && $Object.hasOwnProperty.call(message, "cumQty") && (typeof message.cumQty === "object" ? message.cumQty.low || message.cumQty.high : message.cumQty !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).int64(message.cumQty);
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.reason);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Canceled message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.order.v1.Canceled
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.order.v1.Canceled & bowline.order.v1.Canceled.$Shape} Canceled
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Canceled.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.order.v1.Canceled();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clOrdId = value;
                                else
                                    delete message.clOrdId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.cumQty = value;
                                else
                                    delete message.cumQty;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reason = value;
                                else
                                    delete message.reason;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Canceled;
            })();

            v1.Rejected = (function() {

                /**
                 * Properties of a Rejected.
                 * @typedef {Object} bowline.order.v1.Rejected.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Rejected header
                 * @property {string|null} [clOrdId] Rejected clOrdId
                 * @property {string|null} [group] Rejected group
                 * @property {string|null} [symbol] Rejected symbol
                 * @property {number|null} [code] Rejected code
                 * @property {string|null} [reason] Rejected reason
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Rejected.
                 * @memberof bowline.order.v1
                 * @interface IRejected
                 * @augments bowline.order.v1.Rejected.$Properties
                 * @deprecated Use bowline.order.v1.Rejected.$Properties instead.
                 */

                /**
                 * Shape of a Rejected.
                 * @typedef {bowline.order.v1.Rejected.$Properties} bowline.order.v1.Rejected.$Shape
                 */

                /**
                 * Constructs a new Rejected.
                 * @memberof bowline.order.v1
                 * @classdesc Represents a Rejected.
                 * @constructor
                 * @param {bowline.order.v1.Rejected.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Rejected = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Rejected header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.order.v1.Rejected
                 * @instance
                 */
                Rejected.prototype.header = null;

                /**
                 * Rejected clOrdId.
                 * @member {string} clOrdId
                 * @memberof bowline.order.v1.Rejected
                 * @instance
                 */
                Rejected.prototype.clOrdId = "";

                /**
                 * Rejected group.
                 * @member {string} group
                 * @memberof bowline.order.v1.Rejected
                 * @instance
                 */
                Rejected.prototype.group = "";

                /**
                 * Rejected symbol.
                 * @member {string} symbol
                 * @memberof bowline.order.v1.Rejected
                 * @instance
                 */
                Rejected.prototype.symbol = "";

                /**
                 * Rejected code.
                 * @member {number} code
                 * @memberof bowline.order.v1.Rejected
                 * @instance
                 */
                Rejected.prototype.code = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Rejected reason.
                 * @member {string} reason
                 * @memberof bowline.order.v1.Rejected
                 * @instance
                 */
                Rejected.prototype.reason = "";

                /**
                 * Encodes the specified Rejected message. Does not implicitly {@link bowline.order.v1.Rejected.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.order.v1.Rejected
                 * @static
                 * @param {bowline.order.v1.Rejected.$Properties} message Rejected message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Rejected.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId") && message.clOrdId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clOrdId);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.symbol);
                    if (message.code != null && $Object.hasOwnProperty.call(message, "code") && (typeof message.code === "object" ? message.code.low || message.code.high : message.code !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).int64(message.code);
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.reason);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Rejected message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.order.v1.Rejected
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.order.v1.Rejected & bowline.order.v1.Rejected.$Shape} Rejected
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Rejected.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.order.v1.Rejected();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clOrdId = value;
                                else
                                    delete message.clOrdId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.code = value;
                                else
                                    delete message.code;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reason = value;
                                else
                                    delete message.reason;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Rejected;
            })();

            v1.Expired = (function() {

                /**
                 * Properties of an Expired.
                 * @typedef {Object} bowline.order.v1.Expired.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Expired header
                 * @property {string|null} [clOrdId] Expired clOrdId
                 * @property {string|null} [group] Expired group
                 * @property {string|null} [symbol] Expired symbol
                 * @property {number|null} [cumQty] Expired cumQty
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Expired.
                 * @memberof bowline.order.v1
                 * @interface IExpired
                 * @augments bowline.order.v1.Expired.$Properties
                 * @deprecated Use bowline.order.v1.Expired.$Properties instead.
                 */

                /**
                 * Shape of an Expired.
                 * @typedef {bowline.order.v1.Expired.$Properties} bowline.order.v1.Expired.$Shape
                 */

                /**
                 * Constructs a new Expired.
                 * @memberof bowline.order.v1
                 * @classdesc Represents an Expired.
                 * @constructor
                 * @param {bowline.order.v1.Expired.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Expired = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Expired header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.order.v1.Expired
                 * @instance
                 */
                Expired.prototype.header = null;

                /**
                 * Expired clOrdId.
                 * @member {string} clOrdId
                 * @memberof bowline.order.v1.Expired
                 * @instance
                 */
                Expired.prototype.clOrdId = "";

                /**
                 * Expired group.
                 * @member {string} group
                 * @memberof bowline.order.v1.Expired
                 * @instance
                 */
                Expired.prototype.group = "";

                /**
                 * Expired symbol.
                 * @member {string} symbol
                 * @memberof bowline.order.v1.Expired
                 * @instance
                 */
                Expired.prototype.symbol = "";

                /**
                 * Expired cumQty.
                 * @member {number} cumQty
                 * @memberof bowline.order.v1.Expired
                 * @instance
                 */
                Expired.prototype.cumQty = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Encodes the specified Expired message. Does not implicitly {@link bowline.order.v1.Expired.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.order.v1.Expired
                 * @static
                 * @param {bowline.order.v1.Expired.$Properties} message Expired message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Expired.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId") && message.clOrdId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clOrdId);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.symbol);
                    if (message.cumQty != null && $Object.hasOwnProperty.call(message, "cumQty") && (typeof message.cumQty === "object" ? message.cumQty.low || message.cumQty.high : message.cumQty !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).int64(message.cumQty);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Expired message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.order.v1.Expired
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.order.v1.Expired & bowline.order.v1.Expired.$Shape} Expired
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Expired.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.order.v1.Expired();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clOrdId = value;
                                else
                                    delete message.clOrdId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.cumQty = value;
                                else
                                    delete message.cumQty;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Expired;
            })();

            v1.Unknown = (function() {

                /**
                 * Properties of an Unknown.
                 * @typedef {Object} bowline.order.v1.Unknown.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Unknown header
                 * @property {string|null} [clOrdId] Unknown clOrdId
                 * @property {string|null} [group] Unknown group
                 * @property {string|null} [symbol] Unknown symbol
                 * @property {string|null} [reason] Unknown reason
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Unknown.
                 * @memberof bowline.order.v1
                 * @interface IUnknown
                 * @augments bowline.order.v1.Unknown.$Properties
                 * @deprecated Use bowline.order.v1.Unknown.$Properties instead.
                 */

                /**
                 * Shape of an Unknown.
                 * @typedef {bowline.order.v1.Unknown.$Properties} bowline.order.v1.Unknown.$Shape
                 */

                /**
                 * Constructs a new Unknown.
                 * @memberof bowline.order.v1
                 * @classdesc Represents an Unknown.
                 * @constructor
                 * @param {bowline.order.v1.Unknown.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Unknown = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Unknown header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.order.v1.Unknown
                 * @instance
                 */
                Unknown.prototype.header = null;

                /**
                 * Unknown clOrdId.
                 * @member {string} clOrdId
                 * @memberof bowline.order.v1.Unknown
                 * @instance
                 */
                Unknown.prototype.clOrdId = "";

                /**
                 * Unknown group.
                 * @member {string} group
                 * @memberof bowline.order.v1.Unknown
                 * @instance
                 */
                Unknown.prototype.group = "";

                /**
                 * Unknown symbol.
                 * @member {string} symbol
                 * @memberof bowline.order.v1.Unknown
                 * @instance
                 */
                Unknown.prototype.symbol = "";

                /**
                 * Unknown reason.
                 * @member {string} reason
                 * @memberof bowline.order.v1.Unknown
                 * @instance
                 */
                Unknown.prototype.reason = "";

                /**
                 * Encodes the specified Unknown message. Does not implicitly {@link bowline.order.v1.Unknown.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.order.v1.Unknown
                 * @static
                 * @param {bowline.order.v1.Unknown.$Properties} message Unknown message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Unknown.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId") && message.clOrdId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clOrdId);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.symbol);
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.reason);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Unknown message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.order.v1.Unknown
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.order.v1.Unknown & bowline.order.v1.Unknown.$Shape} Unknown
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Unknown.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.order.v1.Unknown();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clOrdId = value;
                                else
                                    delete message.clOrdId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reason = value;
                                else
                                    delete message.reason;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Unknown;
            })();

            v1.Resolved = (function() {

                /**
                 * Properties of a Resolved.
                 * @typedef {Object} bowline.order.v1.Resolved.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Resolved header
                 * @property {string|null} [clOrdId] Resolved clOrdId
                 * @property {string|null} [group] Resolved group
                 * @property {string|null} [symbol] Resolved symbol
                 * @property {string|null} [orderId] Resolved orderId
                 * @property {string|null} [evidence] Resolved evidence
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Resolved.
                 * @memberof bowline.order.v1
                 * @interface IResolved
                 * @augments bowline.order.v1.Resolved.$Properties
                 * @deprecated Use bowline.order.v1.Resolved.$Properties instead.
                 */

                /**
                 * Shape of a Resolved.
                 * @typedef {bowline.order.v1.Resolved.$Properties} bowline.order.v1.Resolved.$Shape
                 */

                /**
                 * Constructs a new Resolved.
                 * @memberof bowline.order.v1
                 * @classdesc Represents a Resolved.
                 * @constructor
                 * @param {bowline.order.v1.Resolved.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Resolved = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Resolved header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.order.v1.Resolved
                 * @instance
                 */
                Resolved.prototype.header = null;

                /**
                 * Resolved clOrdId.
                 * @member {string} clOrdId
                 * @memberof bowline.order.v1.Resolved
                 * @instance
                 */
                Resolved.prototype.clOrdId = "";

                /**
                 * Resolved group.
                 * @member {string} group
                 * @memberof bowline.order.v1.Resolved
                 * @instance
                 */
                Resolved.prototype.group = "";

                /**
                 * Resolved symbol.
                 * @member {string} symbol
                 * @memberof bowline.order.v1.Resolved
                 * @instance
                 */
                Resolved.prototype.symbol = "";

                /**
                 * Resolved orderId.
                 * @member {string} orderId
                 * @memberof bowline.order.v1.Resolved
                 * @instance
                 */
                Resolved.prototype.orderId = "";

                /**
                 * Resolved evidence.
                 * @member {string} evidence
                 * @memberof bowline.order.v1.Resolved
                 * @instance
                 */
                Resolved.prototype.evidence = "";

                /**
                 * Encodes the specified Resolved message. Does not implicitly {@link bowline.order.v1.Resolved.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.order.v1.Resolved
                 * @static
                 * @param {bowline.order.v1.Resolved.$Properties} message Resolved message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Resolved.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId") && message.clOrdId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clOrdId);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.symbol);
                    if (message.orderId != null && $Object.hasOwnProperty.call(message, "orderId") && message.orderId !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.orderId);
                    if (message.evidence != null && $Object.hasOwnProperty.call(message, "evidence") && message.evidence !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.evidence);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Resolved message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.order.v1.Resolved
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.order.v1.Resolved & bowline.order.v1.Resolved.$Shape} Resolved
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Resolved.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.order.v1.Resolved();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clOrdId = value;
                                else
                                    delete message.clOrdId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.orderId = value;
                                else
                                    delete message.orderId;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.evidence = value;
                                else
                                    delete message.evidence;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Resolved;
            })();

            v1.Lost = (function() {

                /**
                 * Properties of a Lost.
                 * @typedef {Object} bowline.order.v1.Lost.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Lost header
                 * @property {string|null} [clOrdId] Lost clOrdId
                 * @property {string|null} [group] Lost group
                 * @property {string|null} [symbol] Lost symbol
                 * @property {string|null} [evidence] Lost evidence
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Lost.
                 * @memberof bowline.order.v1
                 * @interface ILost
                 * @augments bowline.order.v1.Lost.$Properties
                 * @deprecated Use bowline.order.v1.Lost.$Properties instead.
                 */

                /**
                 * Shape of a Lost.
                 * @typedef {bowline.order.v1.Lost.$Properties} bowline.order.v1.Lost.$Shape
                 */

                /**
                 * Constructs a new Lost.
                 * @memberof bowline.order.v1
                 * @classdesc Represents a Lost.
                 * @constructor
                 * @param {bowline.order.v1.Lost.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Lost = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Lost header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.order.v1.Lost
                 * @instance
                 */
                Lost.prototype.header = null;

                /**
                 * Lost clOrdId.
                 * @member {string} clOrdId
                 * @memberof bowline.order.v1.Lost
                 * @instance
                 */
                Lost.prototype.clOrdId = "";

                /**
                 * Lost group.
                 * @member {string} group
                 * @memberof bowline.order.v1.Lost
                 * @instance
                 */
                Lost.prototype.group = "";

                /**
                 * Lost symbol.
                 * @member {string} symbol
                 * @memberof bowline.order.v1.Lost
                 * @instance
                 */
                Lost.prototype.symbol = "";

                /**
                 * Lost evidence.
                 * @member {string} evidence
                 * @memberof bowline.order.v1.Lost
                 * @instance
                 */
                Lost.prototype.evidence = "";

                /**
                 * Encodes the specified Lost message. Does not implicitly {@link bowline.order.v1.Lost.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.order.v1.Lost
                 * @static
                 * @param {bowline.order.v1.Lost.$Properties} message Lost message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Lost.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId") && message.clOrdId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clOrdId);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.symbol);
                    if (message.evidence != null && $Object.hasOwnProperty.call(message, "evidence") && message.evidence !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.evidence);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Lost message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.order.v1.Lost
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.order.v1.Lost & bowline.order.v1.Lost.$Shape} Lost
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Lost.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.order.v1.Lost();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clOrdId = value;
                                else
                                    delete message.clOrdId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.evidence = value;
                                else
                                    delete message.evidence;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Lost;
            })();

            v1.ReplaceIntent = (function() {

                /**
                 * Properties of a ReplaceIntent.
                 * @typedef {Object} bowline.order.v1.ReplaceIntent.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] ReplaceIntent header
                 * @property {string|null} [clOrdId] ReplaceIntent clOrdId
                 * @property {string|null} [group] ReplaceIntent group
                 * @property {string|null} [symbol] ReplaceIntent symbol
                 * @property {string|null} [replaceId] ReplaceIntent replaceId
                 * @property {string|null} [strategy] ReplaceIntent strategy
                 * @property {string|null} [rule] ReplaceIntent rule
                 * @property {number|null} [orderQty] ReplaceIntent orderQty
                 * @property {number|null} [lmtPx] ReplaceIntent lmtPx
                 * @property {number|null} [stopPx] ReplaceIntent stopPx
                 * @property {number|null} [expiresUs] ReplaceIntent expiresUs
                 * @property {string|null} [reason] ReplaceIntent reason
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ReplaceIntent.
                 * @memberof bowline.order.v1
                 * @interface IReplaceIntent
                 * @augments bowline.order.v1.ReplaceIntent.$Properties
                 * @deprecated Use bowline.order.v1.ReplaceIntent.$Properties instead.
                 */

                /**
                 * Shape of a ReplaceIntent.
                 * @typedef {bowline.order.v1.ReplaceIntent.$Properties} bowline.order.v1.ReplaceIntent.$Shape
                 */

                /**
                 * Constructs a new ReplaceIntent.
                 * @memberof bowline.order.v1
                 * @classdesc Represents a ReplaceIntent.
                 * @constructor
                 * @param {bowline.order.v1.ReplaceIntent.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ReplaceIntent = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ReplaceIntent header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.order.v1.ReplaceIntent
                 * @instance
                 */
                ReplaceIntent.prototype.header = null;

                /**
                 * ReplaceIntent clOrdId.
                 * @member {string} clOrdId
                 * @memberof bowline.order.v1.ReplaceIntent
                 * @instance
                 */
                ReplaceIntent.prototype.clOrdId = "";

                /**
                 * ReplaceIntent group.
                 * @member {string} group
                 * @memberof bowline.order.v1.ReplaceIntent
                 * @instance
                 */
                ReplaceIntent.prototype.group = "";

                /**
                 * ReplaceIntent symbol.
                 * @member {string} symbol
                 * @memberof bowline.order.v1.ReplaceIntent
                 * @instance
                 */
                ReplaceIntent.prototype.symbol = "";

                /**
                 * ReplaceIntent replaceId.
                 * @member {string} replaceId
                 * @memberof bowline.order.v1.ReplaceIntent
                 * @instance
                 */
                ReplaceIntent.prototype.replaceId = "";

                /**
                 * ReplaceIntent strategy.
                 * @member {string} strategy
                 * @memberof bowline.order.v1.ReplaceIntent
                 * @instance
                 */
                ReplaceIntent.prototype.strategy = "";

                /**
                 * ReplaceIntent rule.
                 * @member {string} rule
                 * @memberof bowline.order.v1.ReplaceIntent
                 * @instance
                 */
                ReplaceIntent.prototype.rule = "";

                /**
                 * ReplaceIntent orderQty.
                 * @member {number|null|undefined} orderQty
                 * @memberof bowline.order.v1.ReplaceIntent
                 * @instance
                 */
                ReplaceIntent.prototype.orderQty = null;

                /**
                 * ReplaceIntent lmtPx.
                 * @member {number|null|undefined} lmtPx
                 * @memberof bowline.order.v1.ReplaceIntent
                 * @instance
                 */
                ReplaceIntent.prototype.lmtPx = null;

                /**
                 * ReplaceIntent stopPx.
                 * @member {number|null|undefined} stopPx
                 * @memberof bowline.order.v1.ReplaceIntent
                 * @instance
                 */
                ReplaceIntent.prototype.stopPx = null;

                /**
                 * ReplaceIntent expiresUs.
                 * @member {number} expiresUs
                 * @memberof bowline.order.v1.ReplaceIntent
                 * @instance
                 */
                ReplaceIntent.prototype.expiresUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * ReplaceIntent reason.
                 * @member {string} reason
                 * @memberof bowline.order.v1.ReplaceIntent
                 * @instance
                 */
                ReplaceIntent.prototype.reason = "";

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(ReplaceIntent.prototype, "_orderQty", {
                    get: $util.oneOfGetter($oneOfFields = ["orderQty"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(ReplaceIntent.prototype, "_lmtPx", {
                    get: $util.oneOfGetter($oneOfFields = ["lmtPx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(ReplaceIntent.prototype, "_stopPx", {
                    get: $util.oneOfGetter($oneOfFields = ["stopPx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Encodes the specified ReplaceIntent message. Does not implicitly {@link bowline.order.v1.ReplaceIntent.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.order.v1.ReplaceIntent
                 * @static
                 * @param {bowline.order.v1.ReplaceIntent.$Properties} message ReplaceIntent message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ReplaceIntent.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId") && message.clOrdId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clOrdId);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.symbol);
                    if (message.replaceId != null && $Object.hasOwnProperty.call(message, "replaceId") && message.replaceId !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.replaceId);
                    if (message.strategy != null && $Object.hasOwnProperty.call(message, "strategy") && message.strategy !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.strategy);
                    if (message.rule != null && $Object.hasOwnProperty.call(message, "rule") && message.rule !== "")
                        writer.uint32(/* id 7, wireType 2 =*/58).string(message.rule);
                    if (message.orderQty != null && $Object.hasOwnProperty.call(message, "orderQty"))
                        writer.uint32(/* id 8, wireType 0 =*/64).int64(message.orderQty);
                    if (message.lmtPx != null && $Object.hasOwnProperty.call(message, "lmtPx"))
                        writer.uint32(/* id 9, wireType 0 =*/72).int64(message.lmtPx);
                    if (message.stopPx != null && $Object.hasOwnProperty.call(message, "stopPx"))
                        writer.uint32(/* id 10, wireType 0 =*/80).int64(message.stopPx);
                    if (message.expiresUs != null && $Object.hasOwnProperty.call(message, "expiresUs") && (typeof message.expiresUs === "object" ? message.expiresUs.low || message.expiresUs.high : message.expiresUs !== 0))
                        writer.uint32(/* id 11, wireType 0 =*/88).int64(message.expiresUs);
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                        writer.uint32(/* id 12, wireType 2 =*/98).string(message.reason);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ReplaceIntent message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.order.v1.ReplaceIntent
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.order.v1.ReplaceIntent & bowline.order.v1.ReplaceIntent.$Shape} ReplaceIntent
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ReplaceIntent.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.order.v1.ReplaceIntent();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clOrdId = value;
                                else
                                    delete message.clOrdId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.replaceId = value;
                                else
                                    delete message.replaceId;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.strategy = value;
                                else
                                    delete message.strategy;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.rule = value;
                                else
                                    delete message.rule;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                message.orderQty = reader.int64();
                                message._orderQty = "orderQty";
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                message.lmtPx = reader.int64();
                                message._lmtPx = "lmtPx";
                                continue;
                            }
                        case 10: {
                                if (wireType !== 0)
                                    break;
                                message.stopPx = reader.int64();
                                message._stopPx = "stopPx";
                                continue;
                            }
                        case 11: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.expiresUs = value;
                                else
                                    delete message.expiresUs;
                                continue;
                            }
                        case 12: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reason = value;
                                else
                                    delete message.reason;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ReplaceIntent;
            })();

            v1.ReplaceApproved = (function() {

                /**
                 * Properties of a ReplaceApproved.
                 * @typedef {Object} bowline.order.v1.ReplaceApproved.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] ReplaceApproved header
                 * @property {string|null} [clOrdId] ReplaceApproved clOrdId
                 * @property {string|null} [group] ReplaceApproved group
                 * @property {string|null} [symbol] ReplaceApproved symbol
                 * @property {string|null} [replaceId] ReplaceApproved replaceId
                 * @property {string|null} [strategy] ReplaceApproved strategy
                 * @property {string|null} [rule] ReplaceApproved rule
                 * @property {number|null} [orderQty] ReplaceApproved orderQty
                 * @property {number|null} [lmtPx] ReplaceApproved lmtPx
                 * @property {number|null} [stopPx] ReplaceApproved stopPx
                 * @property {number|null} [expiresUs] ReplaceApproved expiresUs
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ReplaceApproved.
                 * @memberof bowline.order.v1
                 * @interface IReplaceApproved
                 * @augments bowline.order.v1.ReplaceApproved.$Properties
                 * @deprecated Use bowline.order.v1.ReplaceApproved.$Properties instead.
                 */

                /**
                 * Shape of a ReplaceApproved.
                 * @typedef {bowline.order.v1.ReplaceApproved.$Properties} bowline.order.v1.ReplaceApproved.$Shape
                 */

                /**
                 * Constructs a new ReplaceApproved.
                 * @memberof bowline.order.v1
                 * @classdesc Represents a ReplaceApproved.
                 * @constructor
                 * @param {bowline.order.v1.ReplaceApproved.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ReplaceApproved = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ReplaceApproved header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.order.v1.ReplaceApproved
                 * @instance
                 */
                ReplaceApproved.prototype.header = null;

                /**
                 * ReplaceApproved clOrdId.
                 * @member {string} clOrdId
                 * @memberof bowline.order.v1.ReplaceApproved
                 * @instance
                 */
                ReplaceApproved.prototype.clOrdId = "";

                /**
                 * ReplaceApproved group.
                 * @member {string} group
                 * @memberof bowline.order.v1.ReplaceApproved
                 * @instance
                 */
                ReplaceApproved.prototype.group = "";

                /**
                 * ReplaceApproved symbol.
                 * @member {string} symbol
                 * @memberof bowline.order.v1.ReplaceApproved
                 * @instance
                 */
                ReplaceApproved.prototype.symbol = "";

                /**
                 * ReplaceApproved replaceId.
                 * @member {string} replaceId
                 * @memberof bowline.order.v1.ReplaceApproved
                 * @instance
                 */
                ReplaceApproved.prototype.replaceId = "";

                /**
                 * ReplaceApproved strategy.
                 * @member {string} strategy
                 * @memberof bowline.order.v1.ReplaceApproved
                 * @instance
                 */
                ReplaceApproved.prototype.strategy = "";

                /**
                 * ReplaceApproved rule.
                 * @member {string} rule
                 * @memberof bowline.order.v1.ReplaceApproved
                 * @instance
                 */
                ReplaceApproved.prototype.rule = "";

                /**
                 * ReplaceApproved orderQty.
                 * @member {number|null|undefined} orderQty
                 * @memberof bowline.order.v1.ReplaceApproved
                 * @instance
                 */
                ReplaceApproved.prototype.orderQty = null;

                /**
                 * ReplaceApproved lmtPx.
                 * @member {number|null|undefined} lmtPx
                 * @memberof bowline.order.v1.ReplaceApproved
                 * @instance
                 */
                ReplaceApproved.prototype.lmtPx = null;

                /**
                 * ReplaceApproved stopPx.
                 * @member {number|null|undefined} stopPx
                 * @memberof bowline.order.v1.ReplaceApproved
                 * @instance
                 */
                ReplaceApproved.prototype.stopPx = null;

                /**
                 * ReplaceApproved expiresUs.
                 * @member {number} expiresUs
                 * @memberof bowline.order.v1.ReplaceApproved
                 * @instance
                 */
                ReplaceApproved.prototype.expiresUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(ReplaceApproved.prototype, "_orderQty", {
                    get: $util.oneOfGetter($oneOfFields = ["orderQty"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(ReplaceApproved.prototype, "_lmtPx", {
                    get: $util.oneOfGetter($oneOfFields = ["lmtPx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(ReplaceApproved.prototype, "_stopPx", {
                    get: $util.oneOfGetter($oneOfFields = ["stopPx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Encodes the specified ReplaceApproved message. Does not implicitly {@link bowline.order.v1.ReplaceApproved.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.order.v1.ReplaceApproved
                 * @static
                 * @param {bowline.order.v1.ReplaceApproved.$Properties} message ReplaceApproved message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ReplaceApproved.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId") && message.clOrdId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clOrdId);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.symbol);
                    if (message.replaceId != null && $Object.hasOwnProperty.call(message, "replaceId") && message.replaceId !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.replaceId);
                    if (message.strategy != null && $Object.hasOwnProperty.call(message, "strategy") && message.strategy !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.strategy);
                    if (message.rule != null && $Object.hasOwnProperty.call(message, "rule") && message.rule !== "")
                        writer.uint32(/* id 7, wireType 2 =*/58).string(message.rule);
                    if (message.orderQty != null && $Object.hasOwnProperty.call(message, "orderQty"))
                        writer.uint32(/* id 8, wireType 0 =*/64).int64(message.orderQty);
                    if (message.lmtPx != null && $Object.hasOwnProperty.call(message, "lmtPx"))
                        writer.uint32(/* id 9, wireType 0 =*/72).int64(message.lmtPx);
                    if (message.stopPx != null && $Object.hasOwnProperty.call(message, "stopPx"))
                        writer.uint32(/* id 10, wireType 0 =*/80).int64(message.stopPx);
                    if (message.expiresUs != null && $Object.hasOwnProperty.call(message, "expiresUs") && (typeof message.expiresUs === "object" ? message.expiresUs.low || message.expiresUs.high : message.expiresUs !== 0))
                        writer.uint32(/* id 11, wireType 0 =*/88).int64(message.expiresUs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ReplaceApproved message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.order.v1.ReplaceApproved
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.order.v1.ReplaceApproved & bowline.order.v1.ReplaceApproved.$Shape} ReplaceApproved
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ReplaceApproved.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.order.v1.ReplaceApproved();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clOrdId = value;
                                else
                                    delete message.clOrdId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.replaceId = value;
                                else
                                    delete message.replaceId;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.strategy = value;
                                else
                                    delete message.strategy;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.rule = value;
                                else
                                    delete message.rule;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                message.orderQty = reader.int64();
                                message._orderQty = "orderQty";
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                message.lmtPx = reader.int64();
                                message._lmtPx = "lmtPx";
                                continue;
                            }
                        case 10: {
                                if (wireType !== 0)
                                    break;
                                message.stopPx = reader.int64();
                                message._stopPx = "stopPx";
                                continue;
                            }
                        case 11: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.expiresUs = value;
                                else
                                    delete message.expiresUs;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ReplaceApproved;
            })();

            v1.ReplaceDenied = (function() {

                /**
                 * Properties of a ReplaceDenied.
                 * @typedef {Object} bowline.order.v1.ReplaceDenied.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] ReplaceDenied header
                 * @property {string|null} [clOrdId] ReplaceDenied clOrdId
                 * @property {string|null} [group] ReplaceDenied group
                 * @property {string|null} [symbol] ReplaceDenied symbol
                 * @property {string|null} [replaceId] ReplaceDenied replaceId
                 * @property {string|null} [strategy] ReplaceDenied strategy
                 * @property {string|null} [rule] ReplaceDenied rule
                 * @property {Array.<bowline.common.v1.Reason.$Properties>|null} [reasons] ReplaceDenied reasons
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ReplaceDenied.
                 * @memberof bowline.order.v1
                 * @interface IReplaceDenied
                 * @augments bowline.order.v1.ReplaceDenied.$Properties
                 * @deprecated Use bowline.order.v1.ReplaceDenied.$Properties instead.
                 */

                /**
                 * Shape of a ReplaceDenied.
                 * @typedef {bowline.order.v1.ReplaceDenied.$Properties} bowline.order.v1.ReplaceDenied.$Shape
                 */

                /**
                 * Constructs a new ReplaceDenied.
                 * @memberof bowline.order.v1
                 * @classdesc Represents a ReplaceDenied.
                 * @constructor
                 * @param {bowline.order.v1.ReplaceDenied.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ReplaceDenied = function (properties) {
                    this.reasons = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ReplaceDenied header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.order.v1.ReplaceDenied
                 * @instance
                 */
                ReplaceDenied.prototype.header = null;

                /**
                 * ReplaceDenied clOrdId.
                 * @member {string} clOrdId
                 * @memberof bowline.order.v1.ReplaceDenied
                 * @instance
                 */
                ReplaceDenied.prototype.clOrdId = "";

                /**
                 * ReplaceDenied group.
                 * @member {string} group
                 * @memberof bowline.order.v1.ReplaceDenied
                 * @instance
                 */
                ReplaceDenied.prototype.group = "";

                /**
                 * ReplaceDenied symbol.
                 * @member {string} symbol
                 * @memberof bowline.order.v1.ReplaceDenied
                 * @instance
                 */
                ReplaceDenied.prototype.symbol = "";

                /**
                 * ReplaceDenied replaceId.
                 * @member {string} replaceId
                 * @memberof bowline.order.v1.ReplaceDenied
                 * @instance
                 */
                ReplaceDenied.prototype.replaceId = "";

                /**
                 * ReplaceDenied strategy.
                 * @member {string} strategy
                 * @memberof bowline.order.v1.ReplaceDenied
                 * @instance
                 */
                ReplaceDenied.prototype.strategy = "";

                /**
                 * ReplaceDenied rule.
                 * @member {string} rule
                 * @memberof bowline.order.v1.ReplaceDenied
                 * @instance
                 */
                ReplaceDenied.prototype.rule = "";

                /**
                 * ReplaceDenied reasons.
                 * @member {Array.<bowline.common.v1.Reason.$Properties>} reasons
                 * @memberof bowline.order.v1.ReplaceDenied
                 * @instance
                 */
                ReplaceDenied.prototype.reasons = $util.emptyArray;

                /**
                 * Encodes the specified ReplaceDenied message. Does not implicitly {@link bowline.order.v1.ReplaceDenied.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.order.v1.ReplaceDenied
                 * @static
                 * @param {bowline.order.v1.ReplaceDenied.$Properties} message ReplaceDenied message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ReplaceDenied.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId") && message.clOrdId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clOrdId);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.symbol);
                    if (message.replaceId != null && $Object.hasOwnProperty.call(message, "replaceId") && message.replaceId !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.replaceId);
                    if (message.strategy != null && $Object.hasOwnProperty.call(message, "strategy") && message.strategy !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.strategy);
                    if (message.rule != null && $Object.hasOwnProperty.call(message, "rule") && message.rule !== "")
                        writer.uint32(/* id 7, wireType 2 =*/58).string(message.rule);
                    if (message.reasons != null && message.reasons.length)
                        for (let i = 0; i < message.reasons.length; ++i)
                            $root.bowline.common.v1.Reason.encode(message.reasons[i], writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ReplaceDenied message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.order.v1.ReplaceDenied
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.order.v1.ReplaceDenied & bowline.order.v1.ReplaceDenied.$Shape} ReplaceDenied
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ReplaceDenied.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.order.v1.ReplaceDenied();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clOrdId = value;
                                else
                                    delete message.clOrdId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.replaceId = value;
                                else
                                    delete message.replaceId;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.strategy = value;
                                else
                                    delete message.strategy;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.rule = value;
                                else
                                    delete message.rule;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.reasons && message.reasons.length))
                                    message.reasons = [];
                                message.reasons.push($root.bowline.common.v1.Reason.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ReplaceDenied;
            })();

            v1.Replaced = (function() {

                /**
                 * Properties of a Replaced.
                 * @typedef {Object} bowline.order.v1.Replaced.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Replaced header
                 * @property {string|null} [clOrdId] Replaced clOrdId
                 * @property {string|null} [group] Replaced group
                 * @property {string|null} [symbol] Replaced symbol
                 * @property {string|null} [replaceId] Replaced replaceId
                 * @property {string|null} [orderId] Replaced orderId
                 * @property {number|null} [orderQty] Replaced orderQty
                 * @property {number|null} [lmtPx] Replaced lmtPx
                 * @property {number|null} [stopPx] Replaced stopPx
                 * @property {number|null} [cumQty] Replaced cumQty
                 * @property {number|null} [leavesQty] Replaced leavesQty
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Replaced.
                 * @memberof bowline.order.v1
                 * @interface IReplaced
                 * @augments bowline.order.v1.Replaced.$Properties
                 * @deprecated Use bowline.order.v1.Replaced.$Properties instead.
                 */

                /**
                 * Shape of a Replaced.
                 * @typedef {bowline.order.v1.Replaced.$Properties} bowline.order.v1.Replaced.$Shape
                 */

                /**
                 * Constructs a new Replaced.
                 * @memberof bowline.order.v1
                 * @classdesc Represents a Replaced.
                 * @constructor
                 * @param {bowline.order.v1.Replaced.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Replaced = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Replaced header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.order.v1.Replaced
                 * @instance
                 */
                Replaced.prototype.header = null;

                /**
                 * Replaced clOrdId.
                 * @member {string} clOrdId
                 * @memberof bowline.order.v1.Replaced
                 * @instance
                 */
                Replaced.prototype.clOrdId = "";

                /**
                 * Replaced group.
                 * @member {string} group
                 * @memberof bowline.order.v1.Replaced
                 * @instance
                 */
                Replaced.prototype.group = "";

                /**
                 * Replaced symbol.
                 * @member {string} symbol
                 * @memberof bowline.order.v1.Replaced
                 * @instance
                 */
                Replaced.prototype.symbol = "";

                /**
                 * Replaced replaceId.
                 * @member {string} replaceId
                 * @memberof bowline.order.v1.Replaced
                 * @instance
                 */
                Replaced.prototype.replaceId = "";

                /**
                 * Replaced orderId.
                 * @member {string} orderId
                 * @memberof bowline.order.v1.Replaced
                 * @instance
                 */
                Replaced.prototype.orderId = "";

                /**
                 * Replaced orderQty.
                 * @member {number} orderQty
                 * @memberof bowline.order.v1.Replaced
                 * @instance
                 */
                Replaced.prototype.orderQty = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Replaced lmtPx.
                 * @member {number|null|undefined} lmtPx
                 * @memberof bowline.order.v1.Replaced
                 * @instance
                 */
                Replaced.prototype.lmtPx = null;

                /**
                 * Replaced stopPx.
                 * @member {number|null|undefined} stopPx
                 * @memberof bowline.order.v1.Replaced
                 * @instance
                 */
                Replaced.prototype.stopPx = null;

                /**
                 * Replaced cumQty.
                 * @member {number} cumQty
                 * @memberof bowline.order.v1.Replaced
                 * @instance
                 */
                Replaced.prototype.cumQty = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Replaced leavesQty.
                 * @member {number} leavesQty
                 * @memberof bowline.order.v1.Replaced
                 * @instance
                 */
                Replaced.prototype.leavesQty = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Replaced.prototype, "_lmtPx", {
                    get: $util.oneOfGetter($oneOfFields = ["lmtPx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Replaced.prototype, "_stopPx", {
                    get: $util.oneOfGetter($oneOfFields = ["stopPx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Encodes the specified Replaced message. Does not implicitly {@link bowline.order.v1.Replaced.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.order.v1.Replaced
                 * @static
                 * @param {bowline.order.v1.Replaced.$Properties} message Replaced message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Replaced.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId") && message.clOrdId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clOrdId);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.symbol);
                    if (message.replaceId != null && $Object.hasOwnProperty.call(message, "replaceId") && message.replaceId !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.replaceId);
                    if (message.orderId != null && $Object.hasOwnProperty.call(message, "orderId") && message.orderId !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.orderId);
                    if (message.orderQty != null && $Object.hasOwnProperty.call(message, "orderQty") && (typeof message.orderQty === "object" ? message.orderQty.low || message.orderQty.high : message.orderQty !== 0))
                        writer.uint32(/* id 7, wireType 0 =*/56).int64(message.orderQty);
                    if (message.lmtPx != null && $Object.hasOwnProperty.call(message, "lmtPx"))
                        writer.uint32(/* id 8, wireType 0 =*/64).int64(message.lmtPx);
                    if (message.stopPx != null && $Object.hasOwnProperty.call(message, "stopPx"))
                        writer.uint32(/* id 9, wireType 0 =*/72).int64(message.stopPx);
                    if (message.cumQty != null && $Object.hasOwnProperty.call(message, "cumQty") && (typeof message.cumQty === "object" ? message.cumQty.low || message.cumQty.high : message.cumQty !== 0))
                        writer.uint32(/* id 10, wireType 0 =*/80).int64(message.cumQty);
                    if (message.leavesQty != null && $Object.hasOwnProperty.call(message, "leavesQty") && (typeof message.leavesQty === "object" ? message.leavesQty.low || message.leavesQty.high : message.leavesQty !== 0))
                        writer.uint32(/* id 11, wireType 0 =*/88).int64(message.leavesQty);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Replaced message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.order.v1.Replaced
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.order.v1.Replaced & bowline.order.v1.Replaced.$Shape} Replaced
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Replaced.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.order.v1.Replaced();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clOrdId = value;
                                else
                                    delete message.clOrdId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.replaceId = value;
                                else
                                    delete message.replaceId;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.orderId = value;
                                else
                                    delete message.orderId;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.orderQty = value;
                                else
                                    delete message.orderQty;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                message.lmtPx = reader.int64();
                                message._lmtPx = "lmtPx";
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                message.stopPx = reader.int64();
                                message._stopPx = "stopPx";
                                continue;
                            }
                        case 10: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.cumQty = value;
                                else
                                    delete message.cumQty;
                                continue;
                            }
                        case 11: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.leavesQty = value;
                                else
                                    delete message.leavesQty;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Replaced;
            })();

            v1.ReplaceRejected = (function() {

                /**
                 * Properties of a ReplaceRejected.
                 * @typedef {Object} bowline.order.v1.ReplaceRejected.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] ReplaceRejected header
                 * @property {string|null} [clOrdId] ReplaceRejected clOrdId
                 * @property {string|null} [group] ReplaceRejected group
                 * @property {string|null} [symbol] ReplaceRejected symbol
                 * @property {string|null} [replaceId] ReplaceRejected replaceId
                 * @property {number|null} [code] ReplaceRejected code
                 * @property {string|null} [reason] ReplaceRejected reason
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ReplaceRejected.
                 * @memberof bowline.order.v1
                 * @interface IReplaceRejected
                 * @augments bowline.order.v1.ReplaceRejected.$Properties
                 * @deprecated Use bowline.order.v1.ReplaceRejected.$Properties instead.
                 */

                /**
                 * Shape of a ReplaceRejected.
                 * @typedef {bowline.order.v1.ReplaceRejected.$Properties} bowline.order.v1.ReplaceRejected.$Shape
                 */

                /**
                 * Constructs a new ReplaceRejected.
                 * @memberof bowline.order.v1
                 * @classdesc Represents a ReplaceRejected.
                 * @constructor
                 * @param {bowline.order.v1.ReplaceRejected.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ReplaceRejected = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ReplaceRejected header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.order.v1.ReplaceRejected
                 * @instance
                 */
                ReplaceRejected.prototype.header = null;

                /**
                 * ReplaceRejected clOrdId.
                 * @member {string} clOrdId
                 * @memberof bowline.order.v1.ReplaceRejected
                 * @instance
                 */
                ReplaceRejected.prototype.clOrdId = "";

                /**
                 * ReplaceRejected group.
                 * @member {string} group
                 * @memberof bowline.order.v1.ReplaceRejected
                 * @instance
                 */
                ReplaceRejected.prototype.group = "";

                /**
                 * ReplaceRejected symbol.
                 * @member {string} symbol
                 * @memberof bowline.order.v1.ReplaceRejected
                 * @instance
                 */
                ReplaceRejected.prototype.symbol = "";

                /**
                 * ReplaceRejected replaceId.
                 * @member {string} replaceId
                 * @memberof bowline.order.v1.ReplaceRejected
                 * @instance
                 */
                ReplaceRejected.prototype.replaceId = "";

                /**
                 * ReplaceRejected code.
                 * @member {number} code
                 * @memberof bowline.order.v1.ReplaceRejected
                 * @instance
                 */
                ReplaceRejected.prototype.code = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * ReplaceRejected reason.
                 * @member {string} reason
                 * @memberof bowline.order.v1.ReplaceRejected
                 * @instance
                 */
                ReplaceRejected.prototype.reason = "";

                /**
                 * Encodes the specified ReplaceRejected message. Does not implicitly {@link bowline.order.v1.ReplaceRejected.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.order.v1.ReplaceRejected
                 * @static
                 * @param {bowline.order.v1.ReplaceRejected.$Properties} message ReplaceRejected message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ReplaceRejected.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId") && message.clOrdId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clOrdId);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.symbol);
                    if (message.replaceId != null && $Object.hasOwnProperty.call(message, "replaceId") && message.replaceId !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.replaceId);
                    if (message.code != null && $Object.hasOwnProperty.call(message, "code") && (typeof message.code === "object" ? message.code.low || message.code.high : message.code !== 0))
                        writer.uint32(/* id 6, wireType 0 =*/48).int64(message.code);
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                        writer.uint32(/* id 7, wireType 2 =*/58).string(message.reason);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ReplaceRejected message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.order.v1.ReplaceRejected
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.order.v1.ReplaceRejected & bowline.order.v1.ReplaceRejected.$Shape} ReplaceRejected
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ReplaceRejected.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.order.v1.ReplaceRejected();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clOrdId = value;
                                else
                                    delete message.clOrdId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.replaceId = value;
                                else
                                    delete message.replaceId;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.code = value;
                                else
                                    delete message.code;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reason = value;
                                else
                                    delete message.reason;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ReplaceRejected;
            })();

            v1.CancelRejected = (function() {

                /**
                 * Properties of a CancelRejected.
                 * @typedef {Object} bowline.order.v1.CancelRejected.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] CancelRejected header
                 * @property {string|null} [clOrdId] CancelRejected clOrdId
                 * @property {string|null} [group] CancelRejected group
                 * @property {string|null} [symbol] CancelRejected symbol
                 * @property {number|null} [code] CancelRejected code
                 * @property {string|null} [reason] CancelRejected reason
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a CancelRejected.
                 * @memberof bowline.order.v1
                 * @interface ICancelRejected
                 * @augments bowline.order.v1.CancelRejected.$Properties
                 * @deprecated Use bowline.order.v1.CancelRejected.$Properties instead.
                 */

                /**
                 * Shape of a CancelRejected.
                 * @typedef {bowline.order.v1.CancelRejected.$Properties} bowline.order.v1.CancelRejected.$Shape
                 */

                /**
                 * Constructs a new CancelRejected.
                 * @memberof bowline.order.v1
                 * @classdesc Represents a CancelRejected.
                 * @constructor
                 * @param {bowline.order.v1.CancelRejected.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const CancelRejected = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * CancelRejected header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.order.v1.CancelRejected
                 * @instance
                 */
                CancelRejected.prototype.header = null;

                /**
                 * CancelRejected clOrdId.
                 * @member {string} clOrdId
                 * @memberof bowline.order.v1.CancelRejected
                 * @instance
                 */
                CancelRejected.prototype.clOrdId = "";

                /**
                 * CancelRejected group.
                 * @member {string} group
                 * @memberof bowline.order.v1.CancelRejected
                 * @instance
                 */
                CancelRejected.prototype.group = "";

                /**
                 * CancelRejected symbol.
                 * @member {string} symbol
                 * @memberof bowline.order.v1.CancelRejected
                 * @instance
                 */
                CancelRejected.prototype.symbol = "";

                /**
                 * CancelRejected code.
                 * @member {number} code
                 * @memberof bowline.order.v1.CancelRejected
                 * @instance
                 */
                CancelRejected.prototype.code = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * CancelRejected reason.
                 * @member {string} reason
                 * @memberof bowline.order.v1.CancelRejected
                 * @instance
                 */
                CancelRejected.prototype.reason = "";

                /**
                 * Encodes the specified CancelRejected message. Does not implicitly {@link bowline.order.v1.CancelRejected.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.order.v1.CancelRejected
                 * @static
                 * @param {bowline.order.v1.CancelRejected.$Properties} message CancelRejected message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                CancelRejected.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId") && message.clOrdId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clOrdId);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.symbol);
                    if (message.code != null && $Object.hasOwnProperty.call(message, "code") && (typeof message.code === "object" ? message.code.low || message.code.high : message.code !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).int64(message.code);
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.reason);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a CancelRejected message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.order.v1.CancelRejected
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.order.v1.CancelRejected & bowline.order.v1.CancelRejected.$Shape} CancelRejected
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                CancelRejected.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.order.v1.CancelRejected();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clOrdId = value;
                                else
                                    delete message.clOrdId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.code = value;
                                else
                                    delete message.code;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reason = value;
                                else
                                    delete message.reason;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return CancelRejected;
            })();

            v1.Corrected = (function() {

                /**
                 * Properties of a Corrected.
                 * @typedef {Object} bowline.order.v1.Corrected.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Corrected header
                 * @property {string|null} [clOrdId] Corrected clOrdId
                 * @property {string|null} [group] Corrected group
                 * @property {string|null} [symbol] Corrected symbol
                 * @property {string|null} [orderId] Corrected orderId
                 * @property {string|null} [execId] Corrected execId
                 * @property {string|null} [correctsExecId] Corrected correctsExecId
                 * @property {string|null} [accountId] Corrected accountId
                 * @property {string|null} [strategy] Corrected strategy
                 * @property {bowline.common.v1.Side|null} [side] Corrected side
                 * @property {number|null} [lastQty] Corrected lastQty
                 * @property {number|null} [lastPx] Corrected lastPx
                 * @property {number|null} [correctedQty] Corrected correctedQty
                 * @property {number|null} [correctedPx] Corrected correctedPx
                 * @property {number|null} [cumQty] Corrected cumQty
                 * @property {number|null} [leavesQty] Corrected leavesQty
                 * @property {number|null} [avgPx] Corrected avgPx
                 * @property {number|null} [transactUs] Corrected transactUs
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Corrected.
                 * @memberof bowline.order.v1
                 * @interface ICorrected
                 * @augments bowline.order.v1.Corrected.$Properties
                 * @deprecated Use bowline.order.v1.Corrected.$Properties instead.
                 */

                /**
                 * Shape of a Corrected.
                 * @typedef {bowline.order.v1.Corrected.$Properties} bowline.order.v1.Corrected.$Shape
                 */

                /**
                 * Constructs a new Corrected.
                 * @memberof bowline.order.v1
                 * @classdesc Represents a Corrected.
                 * @constructor
                 * @param {bowline.order.v1.Corrected.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Corrected = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Corrected header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.order.v1.Corrected
                 * @instance
                 */
                Corrected.prototype.header = null;

                /**
                 * Corrected clOrdId.
                 * @member {string} clOrdId
                 * @memberof bowline.order.v1.Corrected
                 * @instance
                 */
                Corrected.prototype.clOrdId = "";

                /**
                 * Corrected group.
                 * @member {string} group
                 * @memberof bowline.order.v1.Corrected
                 * @instance
                 */
                Corrected.prototype.group = "";

                /**
                 * Corrected symbol.
                 * @member {string} symbol
                 * @memberof bowline.order.v1.Corrected
                 * @instance
                 */
                Corrected.prototype.symbol = "";

                /**
                 * Corrected orderId.
                 * @member {string} orderId
                 * @memberof bowline.order.v1.Corrected
                 * @instance
                 */
                Corrected.prototype.orderId = "";

                /**
                 * Corrected execId.
                 * @member {string} execId
                 * @memberof bowline.order.v1.Corrected
                 * @instance
                 */
                Corrected.prototype.execId = "";

                /**
                 * Corrected correctsExecId.
                 * @member {string} correctsExecId
                 * @memberof bowline.order.v1.Corrected
                 * @instance
                 */
                Corrected.prototype.correctsExecId = "";

                /**
                 * Corrected accountId.
                 * @member {string} accountId
                 * @memberof bowline.order.v1.Corrected
                 * @instance
                 */
                Corrected.prototype.accountId = "";

                /**
                 * Corrected strategy.
                 * @member {string} strategy
                 * @memberof bowline.order.v1.Corrected
                 * @instance
                 */
                Corrected.prototype.strategy = "";

                /**
                 * Corrected side.
                 * @member {bowline.common.v1.Side} side
                 * @memberof bowline.order.v1.Corrected
                 * @instance
                 */
                Corrected.prototype.side = 0;

                /**
                 * Corrected lastQty.
                 * @member {number} lastQty
                 * @memberof bowline.order.v1.Corrected
                 * @instance
                 */
                Corrected.prototype.lastQty = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Corrected lastPx.
                 * @member {number} lastPx
                 * @memberof bowline.order.v1.Corrected
                 * @instance
                 */
                Corrected.prototype.lastPx = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Corrected correctedQty.
                 * @member {number} correctedQty
                 * @memberof bowline.order.v1.Corrected
                 * @instance
                 */
                Corrected.prototype.correctedQty = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Corrected correctedPx.
                 * @member {number} correctedPx
                 * @memberof bowline.order.v1.Corrected
                 * @instance
                 */
                Corrected.prototype.correctedPx = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Corrected cumQty.
                 * @member {number} cumQty
                 * @memberof bowline.order.v1.Corrected
                 * @instance
                 */
                Corrected.prototype.cumQty = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Corrected leavesQty.
                 * @member {number} leavesQty
                 * @memberof bowline.order.v1.Corrected
                 * @instance
                 */
                Corrected.prototype.leavesQty = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Corrected avgPx.
                 * @member {number|null|undefined} avgPx
                 * @memberof bowline.order.v1.Corrected
                 * @instance
                 */
                Corrected.prototype.avgPx = null;

                /**
                 * Corrected transactUs.
                 * @member {number} transactUs
                 * @memberof bowline.order.v1.Corrected
                 * @instance
                 */
                Corrected.prototype.transactUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Corrected.prototype, "_avgPx", {
                    get: $util.oneOfGetter($oneOfFields = ["avgPx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Encodes the specified Corrected message. Does not implicitly {@link bowline.order.v1.Corrected.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.order.v1.Corrected
                 * @static
                 * @param {bowline.order.v1.Corrected.$Properties} message Corrected message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Corrected.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId") && message.clOrdId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.clOrdId);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.symbol);
                    if (message.orderId != null && $Object.hasOwnProperty.call(message, "orderId") && message.orderId !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.orderId);
                    if (message.execId != null && $Object.hasOwnProperty.call(message, "execId") && message.execId !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.execId);
                    if (message.correctsExecId != null && $Object.hasOwnProperty.call(message, "correctsExecId") && message.correctsExecId !== "")
                        writer.uint32(/* id 7, wireType 2 =*/58).string(message.correctsExecId);
                    if (message.accountId != null && $Object.hasOwnProperty.call(message, "accountId") && message.accountId !== "")
                        writer.uint32(/* id 8, wireType 2 =*/66).string(message.accountId);
                    if (message.strategy != null && $Object.hasOwnProperty.call(message, "strategy") && message.strategy !== "")
                        writer.uint32(/* id 9, wireType 2 =*/74).string(message.strategy);
                    if (message.side != null && $Object.hasOwnProperty.call(message, "side") && message.side !== 0)
                        writer.uint32(/* id 10, wireType 0 =*/80).int32(message.side);
                    if (message.lastQty != null && $Object.hasOwnProperty.call(message, "lastQty") && (typeof message.lastQty === "object" ? message.lastQty.low || message.lastQty.high : message.lastQty !== 0))
                        writer.uint32(/* id 11, wireType 0 =*/88).int64(message.lastQty);
                    if (message.lastPx != null && $Object.hasOwnProperty.call(message, "lastPx") && (typeof message.lastPx === "object" ? message.lastPx.low || message.lastPx.high : message.lastPx !== 0))
                        writer.uint32(/* id 12, wireType 0 =*/96).int64(message.lastPx);
                    if (message.correctedQty != null && $Object.hasOwnProperty.call(message, "correctedQty") && (typeof message.correctedQty === "object" ? message.correctedQty.low || message.correctedQty.high : message.correctedQty !== 0))
                        writer.uint32(/* id 13, wireType 0 =*/104).int64(message.correctedQty);
                    if (message.correctedPx != null && $Object.hasOwnProperty.call(message, "correctedPx") && (typeof message.correctedPx === "object" ? message.correctedPx.low || message.correctedPx.high : message.correctedPx !== 0))
                        writer.uint32(/* id 14, wireType 0 =*/112).int64(message.correctedPx);
                    if (message.cumQty != null && $Object.hasOwnProperty.call(message, "cumQty") && (typeof message.cumQty === "object" ? message.cumQty.low || message.cumQty.high : message.cumQty !== 0))
                        writer.uint32(/* id 15, wireType 0 =*/120).int64(message.cumQty);
                    if (message.leavesQty != null && $Object.hasOwnProperty.call(message, "leavesQty") && (typeof message.leavesQty === "object" ? message.leavesQty.low || message.leavesQty.high : message.leavesQty !== 0))
                        writer.uint32(/* id 16, wireType 0 =*/128).int64(message.leavesQty);
                    if (message.avgPx != null && $Object.hasOwnProperty.call(message, "avgPx"))
                        writer.uint32(/* id 17, wireType 0 =*/136).int64(message.avgPx);
                    if (message.transactUs != null && $Object.hasOwnProperty.call(message, "transactUs") && (typeof message.transactUs === "object" ? message.transactUs.low || message.transactUs.high : message.transactUs !== 0))
                        writer.uint32(/* id 18, wireType 0 =*/144).int64(message.transactUs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Corrected message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.order.v1.Corrected
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.order.v1.Corrected & bowline.order.v1.Corrected.$Shape} Corrected
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Corrected.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.order.v1.Corrected();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clOrdId = value;
                                else
                                    delete message.clOrdId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.orderId = value;
                                else
                                    delete message.orderId;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.execId = value;
                                else
                                    delete message.execId;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.correctsExecId = value;
                                else
                                    delete message.correctsExecId;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.accountId = value;
                                else
                                    delete message.accountId;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.strategy = value;
                                else
                                    delete message.strategy;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.side = value;
                                else
                                    delete message.side;
                                continue;
                            }
                        case 11: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastQty = value;
                                else
                                    delete message.lastQty;
                                continue;
                            }
                        case 12: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastPx = value;
                                else
                                    delete message.lastPx;
                                continue;
                            }
                        case 13: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.correctedQty = value;
                                else
                                    delete message.correctedQty;
                                continue;
                            }
                        case 14: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.correctedPx = value;
                                else
                                    delete message.correctedPx;
                                continue;
                            }
                        case 15: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.cumQty = value;
                                else
                                    delete message.cumQty;
                                continue;
                            }
                        case 16: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.leavesQty = value;
                                else
                                    delete message.leavesQty;
                                continue;
                            }
                        case 17: {
                                if (wireType !== 0)
                                    break;
                                message.avgPx = reader.int64();
                                message._avgPx = "avgPx";
                                continue;
                            }
                        case 18: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.transactUs = value;
                                else
                                    delete message.transactUs;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Corrected;
            })();

            v1.Anomaly = (function() {

                /**
                 * Properties of an Anomaly.
                 * @typedef {Object} bowline.order.v1.Anomaly.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Anomaly header
                 * @property {string|null} [code] Anomaly code
                 * @property {string|null} [subject] Anomaly subject
                 * @property {string|null} [symbol] Anomaly symbol
                 * @property {string|null} [detail] Anomaly detail
                 * @property {bowline.common.v1.AnomalyEffect|null} [effect] Anomaly effect
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Anomaly.
                 * @memberof bowline.order.v1
                 * @interface IAnomaly
                 * @augments bowline.order.v1.Anomaly.$Properties
                 * @deprecated Use bowline.order.v1.Anomaly.$Properties instead.
                 */

                /**
                 * Shape of an Anomaly.
                 * @typedef {bowline.order.v1.Anomaly.$Properties} bowline.order.v1.Anomaly.$Shape
                 */

                /**
                 * Constructs a new Anomaly.
                 * @memberof bowline.order.v1
                 * @classdesc Represents an Anomaly.
                 * @constructor
                 * @param {bowline.order.v1.Anomaly.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Anomaly = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Anomaly header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.order.v1.Anomaly
                 * @instance
                 */
                Anomaly.prototype.header = null;

                /**
                 * Anomaly code.
                 * @member {string} code
                 * @memberof bowline.order.v1.Anomaly
                 * @instance
                 */
                Anomaly.prototype.code = "";

                /**
                 * Anomaly subject.
                 * @member {string} subject
                 * @memberof bowline.order.v1.Anomaly
                 * @instance
                 */
                Anomaly.prototype.subject = "";

                /**
                 * Anomaly symbol.
                 * @member {string|null|undefined} symbol
                 * @memberof bowline.order.v1.Anomaly
                 * @instance
                 */
                Anomaly.prototype.symbol = null;

                /**
                 * Anomaly detail.
                 * @member {string} detail
                 * @memberof bowline.order.v1.Anomaly
                 * @instance
                 */
                Anomaly.prototype.detail = "";

                /**
                 * Anomaly effect.
                 * @member {bowline.common.v1.AnomalyEffect} effect
                 * @memberof bowline.order.v1.Anomaly
                 * @instance
                 */
                Anomaly.prototype.effect = 0;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Anomaly.prototype, "_symbol", {
                    get: $util.oneOfGetter($oneOfFields = ["symbol"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Encodes the specified Anomaly message. Does not implicitly {@link bowline.order.v1.Anomaly.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.order.v1.Anomaly
                 * @static
                 * @param {bowline.order.v1.Anomaly.$Properties} message Anomaly message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Anomaly.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.code);
                    if (message.subject != null && $Object.hasOwnProperty.call(message, "subject") && message.subject !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.subject);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol"))
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.symbol);
                    if (message.detail != null && $Object.hasOwnProperty.call(message, "detail") && message.detail !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.detail);
                    if (message.effect != null && $Object.hasOwnProperty.call(message, "effect") && message.effect !== 0)
                        writer.uint32(/* id 6, wireType 0 =*/48).int32(message.effect);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Anomaly message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.order.v1.Anomaly
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.order.v1.Anomaly & bowline.order.v1.Anomaly.$Shape} Anomaly
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Anomaly.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.order.v1.Anomaly();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.code = value;
                                else
                                    delete message.code;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.subject = value;
                                else
                                    delete message.subject;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.symbol = reader.stringVerify();
                                message._symbol = "symbol";
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.detail = value;
                                else
                                    delete message.detail;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.effect = value;
                                else
                                    delete message.effect;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Anomaly;
            })();

            return v1;
        })();

        return order;
    })();

    bowline.position = (function() {

        /**
         * Namespace position.
         * @memberof bowline
         * @namespace
         */
        const position = {};

        position.v1 = (function() {

            /**
             * Namespace v1.
             * @memberof bowline.position
             * @namespace
             */
            const v1 = {};

            v1.Opened = (function() {

                /**
                 * Properties of an Opened.
                 * @typedef {Object} bowline.position.v1.Opened.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Opened header
                 * @property {string|null} [accountId] Opened accountId
                 * @property {string|null} [strategy] Opened strategy
                 * @property {string|null} [group] Opened group
                 * @property {string|null} [symbol] Opened symbol
                 * @property {number|null} [quantity] Opened quantity
                 * @property {number|null} [cost] Opened cost
                 * @property {number|null} [realizedPnl] Opened realizedPnl
                 * @property {number|null} [entryUs] Opened entryUs
                 * @property {string|null} [clOrdId] Opened clOrdId
                 * @property {string|null} [execId] Opened execId
                 * @property {bowline.common.v1.Side|null} [side] Opened side
                 * @property {number|null} [lastQty] Opened lastQty
                 * @property {number|null} [lastPx] Opened lastPx
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Opened.
                 * @memberof bowline.position.v1
                 * @interface IOpened
                 * @augments bowline.position.v1.Opened.$Properties
                 * @deprecated Use bowline.position.v1.Opened.$Properties instead.
                 */

                /**
                 * Shape of an Opened.
                 * @typedef {bowline.position.v1.Opened.$Properties} bowline.position.v1.Opened.$Shape
                 */

                /**
                 * Constructs a new Opened.
                 * @memberof bowline.position.v1
                 * @classdesc Represents an Opened.
                 * @constructor
                 * @param {bowline.position.v1.Opened.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Opened = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Opened header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.position.v1.Opened
                 * @instance
                 */
                Opened.prototype.header = null;

                /**
                 * Opened accountId.
                 * @member {string} accountId
                 * @memberof bowline.position.v1.Opened
                 * @instance
                 */
                Opened.prototype.accountId = "";

                /**
                 * Opened strategy.
                 * @member {string} strategy
                 * @memberof bowline.position.v1.Opened
                 * @instance
                 */
                Opened.prototype.strategy = "";

                /**
                 * Opened group.
                 * @member {string} group
                 * @memberof bowline.position.v1.Opened
                 * @instance
                 */
                Opened.prototype.group = "";

                /**
                 * Opened symbol.
                 * @member {string} symbol
                 * @memberof bowline.position.v1.Opened
                 * @instance
                 */
                Opened.prototype.symbol = "";

                /**
                 * Opened quantity.
                 * @member {number} quantity
                 * @memberof bowline.position.v1.Opened
                 * @instance
                 */
                Opened.prototype.quantity = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Opened cost.
                 * @member {number} cost
                 * @memberof bowline.position.v1.Opened
                 * @instance
                 */
                Opened.prototype.cost = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Opened realizedPnl.
                 * @member {number} realizedPnl
                 * @memberof bowline.position.v1.Opened
                 * @instance
                 */
                Opened.prototype.realizedPnl = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Opened entryUs.
                 * @member {number} entryUs
                 * @memberof bowline.position.v1.Opened
                 * @instance
                 */
                Opened.prototype.entryUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Opened clOrdId.
                 * @member {string} clOrdId
                 * @memberof bowline.position.v1.Opened
                 * @instance
                 */
                Opened.prototype.clOrdId = "";

                /**
                 * Opened execId.
                 * @member {string} execId
                 * @memberof bowline.position.v1.Opened
                 * @instance
                 */
                Opened.prototype.execId = "";

                /**
                 * Opened side.
                 * @member {bowline.common.v1.Side} side
                 * @memberof bowline.position.v1.Opened
                 * @instance
                 */
                Opened.prototype.side = 0;

                /**
                 * Opened lastQty.
                 * @member {number} lastQty
                 * @memberof bowline.position.v1.Opened
                 * @instance
                 */
                Opened.prototype.lastQty = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Opened lastPx.
                 * @member {number} lastPx
                 * @memberof bowline.position.v1.Opened
                 * @instance
                 */
                Opened.prototype.lastPx = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Encodes the specified Opened message. Does not implicitly {@link bowline.position.v1.Opened.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.position.v1.Opened
                 * @static
                 * @param {bowline.position.v1.Opened.$Properties} message Opened message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Opened.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.accountId != null && $Object.hasOwnProperty.call(message, "accountId") && message.accountId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.accountId);
                    if (message.strategy != null && $Object.hasOwnProperty.call(message, "strategy") && message.strategy !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.strategy);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.symbol);
                    if (message.quantity != null && $Object.hasOwnProperty.call(message, "quantity") && (typeof message.quantity === "object" ? message.quantity.low || message.quantity.high : message.quantity !== 0))
                        writer.uint32(/* id 6, wireType 0 =*/48).int64(message.quantity);
                    if (message.cost != null && $Object.hasOwnProperty.call(message, "cost") && (typeof message.cost === "object" ? message.cost.low || message.cost.high : message.cost !== 0))
                        writer.uint32(/* id 7, wireType 0 =*/56).int64(message.cost);
                    if (message.realizedPnl != null && $Object.hasOwnProperty.call(message, "realizedPnl") && (typeof message.realizedPnl === "object" ? message.realizedPnl.low || message.realizedPnl.high : message.realizedPnl !== 0))
                        writer.uint32(/* id 8, wireType 0 =*/64).int64(message.realizedPnl);
                    if (message.entryUs != null && $Object.hasOwnProperty.call(message, "entryUs") && (typeof message.entryUs === "object" ? message.entryUs.low || message.entryUs.high : message.entryUs !== 0))
                        writer.uint32(/* id 9, wireType 0 =*/72).int64(message.entryUs);
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId") && message.clOrdId !== "")
                        writer.uint32(/* id 10, wireType 2 =*/82).string(message.clOrdId);
                    if (message.execId != null && $Object.hasOwnProperty.call(message, "execId") && message.execId !== "")
                        writer.uint32(/* id 11, wireType 2 =*/90).string(message.execId);
                    if (message.side != null && $Object.hasOwnProperty.call(message, "side") && message.side !== 0)
                        writer.uint32(/* id 12, wireType 0 =*/96).int32(message.side);
                    if (message.lastQty != null && $Object.hasOwnProperty.call(message, "lastQty") && (typeof message.lastQty === "object" ? message.lastQty.low || message.lastQty.high : message.lastQty !== 0))
                        writer.uint32(/* id 13, wireType 0 =*/104).int64(message.lastQty);
                    if (message.lastPx != null && $Object.hasOwnProperty.call(message, "lastPx") && (typeof message.lastPx === "object" ? message.lastPx.low || message.lastPx.high : message.lastPx !== 0))
                        writer.uint32(/* id 14, wireType 0 =*/112).int64(message.lastPx);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Opened message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.position.v1.Opened
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.position.v1.Opened & bowline.position.v1.Opened.$Shape} Opened
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Opened.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.position.v1.Opened();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.accountId = value;
                                else
                                    delete message.accountId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.strategy = value;
                                else
                                    delete message.strategy;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.quantity = value;
                                else
                                    delete message.quantity;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.cost = value;
                                else
                                    delete message.cost;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.realizedPnl = value;
                                else
                                    delete message.realizedPnl;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.entryUs = value;
                                else
                                    delete message.entryUs;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clOrdId = value;
                                else
                                    delete message.clOrdId;
                                continue;
                            }
                        case 11: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.execId = value;
                                else
                                    delete message.execId;
                                continue;
                            }
                        case 12: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.side = value;
                                else
                                    delete message.side;
                                continue;
                            }
                        case 13: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastQty = value;
                                else
                                    delete message.lastQty;
                                continue;
                            }
                        case 14: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastPx = value;
                                else
                                    delete message.lastPx;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Opened;
            })();

            v1.Increased = (function() {

                /**
                 * Properties of an Increased.
                 * @typedef {Object} bowline.position.v1.Increased.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Increased header
                 * @property {string|null} [accountId] Increased accountId
                 * @property {string|null} [strategy] Increased strategy
                 * @property {string|null} [group] Increased group
                 * @property {string|null} [symbol] Increased symbol
                 * @property {number|null} [quantity] Increased quantity
                 * @property {number|null} [cost] Increased cost
                 * @property {number|null} [realizedPnl] Increased realizedPnl
                 * @property {number|null} [entryUs] Increased entryUs
                 * @property {string|null} [clOrdId] Increased clOrdId
                 * @property {string|null} [execId] Increased execId
                 * @property {bowline.common.v1.Side|null} [side] Increased side
                 * @property {number|null} [lastQty] Increased lastQty
                 * @property {number|null} [lastPx] Increased lastPx
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Increased.
                 * @memberof bowline.position.v1
                 * @interface IIncreased
                 * @augments bowline.position.v1.Increased.$Properties
                 * @deprecated Use bowline.position.v1.Increased.$Properties instead.
                 */

                /**
                 * Shape of an Increased.
                 * @typedef {bowline.position.v1.Increased.$Properties} bowline.position.v1.Increased.$Shape
                 */

                /**
                 * Constructs a new Increased.
                 * @memberof bowline.position.v1
                 * @classdesc Represents an Increased.
                 * @constructor
                 * @param {bowline.position.v1.Increased.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Increased = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Increased header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.position.v1.Increased
                 * @instance
                 */
                Increased.prototype.header = null;

                /**
                 * Increased accountId.
                 * @member {string} accountId
                 * @memberof bowline.position.v1.Increased
                 * @instance
                 */
                Increased.prototype.accountId = "";

                /**
                 * Increased strategy.
                 * @member {string} strategy
                 * @memberof bowline.position.v1.Increased
                 * @instance
                 */
                Increased.prototype.strategy = "";

                /**
                 * Increased group.
                 * @member {string} group
                 * @memberof bowline.position.v1.Increased
                 * @instance
                 */
                Increased.prototype.group = "";

                /**
                 * Increased symbol.
                 * @member {string} symbol
                 * @memberof bowline.position.v1.Increased
                 * @instance
                 */
                Increased.prototype.symbol = "";

                /**
                 * Increased quantity.
                 * @member {number} quantity
                 * @memberof bowline.position.v1.Increased
                 * @instance
                 */
                Increased.prototype.quantity = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Increased cost.
                 * @member {number} cost
                 * @memberof bowline.position.v1.Increased
                 * @instance
                 */
                Increased.prototype.cost = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Increased realizedPnl.
                 * @member {number} realizedPnl
                 * @memberof bowline.position.v1.Increased
                 * @instance
                 */
                Increased.prototype.realizedPnl = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Increased entryUs.
                 * @member {number} entryUs
                 * @memberof bowline.position.v1.Increased
                 * @instance
                 */
                Increased.prototype.entryUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Increased clOrdId.
                 * @member {string} clOrdId
                 * @memberof bowline.position.v1.Increased
                 * @instance
                 */
                Increased.prototype.clOrdId = "";

                /**
                 * Increased execId.
                 * @member {string} execId
                 * @memberof bowline.position.v1.Increased
                 * @instance
                 */
                Increased.prototype.execId = "";

                /**
                 * Increased side.
                 * @member {bowline.common.v1.Side} side
                 * @memberof bowline.position.v1.Increased
                 * @instance
                 */
                Increased.prototype.side = 0;

                /**
                 * Increased lastQty.
                 * @member {number} lastQty
                 * @memberof bowline.position.v1.Increased
                 * @instance
                 */
                Increased.prototype.lastQty = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Increased lastPx.
                 * @member {number} lastPx
                 * @memberof bowline.position.v1.Increased
                 * @instance
                 */
                Increased.prototype.lastPx = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Encodes the specified Increased message. Does not implicitly {@link bowline.position.v1.Increased.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.position.v1.Increased
                 * @static
                 * @param {bowline.position.v1.Increased.$Properties} message Increased message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Increased.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.accountId != null && $Object.hasOwnProperty.call(message, "accountId") && message.accountId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.accountId);
                    if (message.strategy != null && $Object.hasOwnProperty.call(message, "strategy") && message.strategy !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.strategy);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.symbol);
                    if (message.quantity != null && $Object.hasOwnProperty.call(message, "quantity") && (typeof message.quantity === "object" ? message.quantity.low || message.quantity.high : message.quantity !== 0))
                        writer.uint32(/* id 6, wireType 0 =*/48).int64(message.quantity);
                    if (message.cost != null && $Object.hasOwnProperty.call(message, "cost") && (typeof message.cost === "object" ? message.cost.low || message.cost.high : message.cost !== 0))
                        writer.uint32(/* id 7, wireType 0 =*/56).int64(message.cost);
                    if (message.realizedPnl != null && $Object.hasOwnProperty.call(message, "realizedPnl") && (typeof message.realizedPnl === "object" ? message.realizedPnl.low || message.realizedPnl.high : message.realizedPnl !== 0))
                        writer.uint32(/* id 8, wireType 0 =*/64).int64(message.realizedPnl);
                    if (message.entryUs != null && $Object.hasOwnProperty.call(message, "entryUs") && (typeof message.entryUs === "object" ? message.entryUs.low || message.entryUs.high : message.entryUs !== 0))
                        writer.uint32(/* id 9, wireType 0 =*/72).int64(message.entryUs);
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId") && message.clOrdId !== "")
                        writer.uint32(/* id 10, wireType 2 =*/82).string(message.clOrdId);
                    if (message.execId != null && $Object.hasOwnProperty.call(message, "execId") && message.execId !== "")
                        writer.uint32(/* id 11, wireType 2 =*/90).string(message.execId);
                    if (message.side != null && $Object.hasOwnProperty.call(message, "side") && message.side !== 0)
                        writer.uint32(/* id 12, wireType 0 =*/96).int32(message.side);
                    if (message.lastQty != null && $Object.hasOwnProperty.call(message, "lastQty") && (typeof message.lastQty === "object" ? message.lastQty.low || message.lastQty.high : message.lastQty !== 0))
                        writer.uint32(/* id 13, wireType 0 =*/104).int64(message.lastQty);
                    if (message.lastPx != null && $Object.hasOwnProperty.call(message, "lastPx") && (typeof message.lastPx === "object" ? message.lastPx.low || message.lastPx.high : message.lastPx !== 0))
                        writer.uint32(/* id 14, wireType 0 =*/112).int64(message.lastPx);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Increased message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.position.v1.Increased
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.position.v1.Increased & bowline.position.v1.Increased.$Shape} Increased
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Increased.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.position.v1.Increased();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.accountId = value;
                                else
                                    delete message.accountId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.strategy = value;
                                else
                                    delete message.strategy;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.quantity = value;
                                else
                                    delete message.quantity;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.cost = value;
                                else
                                    delete message.cost;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.realizedPnl = value;
                                else
                                    delete message.realizedPnl;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.entryUs = value;
                                else
                                    delete message.entryUs;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clOrdId = value;
                                else
                                    delete message.clOrdId;
                                continue;
                            }
                        case 11: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.execId = value;
                                else
                                    delete message.execId;
                                continue;
                            }
                        case 12: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.side = value;
                                else
                                    delete message.side;
                                continue;
                            }
                        case 13: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastQty = value;
                                else
                                    delete message.lastQty;
                                continue;
                            }
                        case 14: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastPx = value;
                                else
                                    delete message.lastPx;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Increased;
            })();

            v1.Reduced = (function() {

                /**
                 * Properties of a Reduced.
                 * @typedef {Object} bowline.position.v1.Reduced.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Reduced header
                 * @property {string|null} [accountId] Reduced accountId
                 * @property {string|null} [strategy] Reduced strategy
                 * @property {string|null} [group] Reduced group
                 * @property {string|null} [symbol] Reduced symbol
                 * @property {number|null} [quantity] Reduced quantity
                 * @property {number|null} [cost] Reduced cost
                 * @property {number|null} [realizedPnl] Reduced realizedPnl
                 * @property {number|null} [entryUs] Reduced entryUs
                 * @property {string|null} [clOrdId] Reduced clOrdId
                 * @property {string|null} [execId] Reduced execId
                 * @property {bowline.common.v1.Side|null} [side] Reduced side
                 * @property {number|null} [lastQty] Reduced lastQty
                 * @property {number|null} [lastPx] Reduced lastPx
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Reduced.
                 * @memberof bowline.position.v1
                 * @interface IReduced
                 * @augments bowline.position.v1.Reduced.$Properties
                 * @deprecated Use bowline.position.v1.Reduced.$Properties instead.
                 */

                /**
                 * Shape of a Reduced.
                 * @typedef {bowline.position.v1.Reduced.$Properties} bowline.position.v1.Reduced.$Shape
                 */

                /**
                 * Constructs a new Reduced.
                 * @memberof bowline.position.v1
                 * @classdesc Represents a Reduced.
                 * @constructor
                 * @param {bowline.position.v1.Reduced.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Reduced = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Reduced header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.position.v1.Reduced
                 * @instance
                 */
                Reduced.prototype.header = null;

                /**
                 * Reduced accountId.
                 * @member {string} accountId
                 * @memberof bowline.position.v1.Reduced
                 * @instance
                 */
                Reduced.prototype.accountId = "";

                /**
                 * Reduced strategy.
                 * @member {string} strategy
                 * @memberof bowline.position.v1.Reduced
                 * @instance
                 */
                Reduced.prototype.strategy = "";

                /**
                 * Reduced group.
                 * @member {string} group
                 * @memberof bowline.position.v1.Reduced
                 * @instance
                 */
                Reduced.prototype.group = "";

                /**
                 * Reduced symbol.
                 * @member {string} symbol
                 * @memberof bowline.position.v1.Reduced
                 * @instance
                 */
                Reduced.prototype.symbol = "";

                /**
                 * Reduced quantity.
                 * @member {number} quantity
                 * @memberof bowline.position.v1.Reduced
                 * @instance
                 */
                Reduced.prototype.quantity = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Reduced cost.
                 * @member {number} cost
                 * @memberof bowline.position.v1.Reduced
                 * @instance
                 */
                Reduced.prototype.cost = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Reduced realizedPnl.
                 * @member {number} realizedPnl
                 * @memberof bowline.position.v1.Reduced
                 * @instance
                 */
                Reduced.prototype.realizedPnl = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Reduced entryUs.
                 * @member {number} entryUs
                 * @memberof bowline.position.v1.Reduced
                 * @instance
                 */
                Reduced.prototype.entryUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Reduced clOrdId.
                 * @member {string} clOrdId
                 * @memberof bowline.position.v1.Reduced
                 * @instance
                 */
                Reduced.prototype.clOrdId = "";

                /**
                 * Reduced execId.
                 * @member {string} execId
                 * @memberof bowline.position.v1.Reduced
                 * @instance
                 */
                Reduced.prototype.execId = "";

                /**
                 * Reduced side.
                 * @member {bowline.common.v1.Side} side
                 * @memberof bowline.position.v1.Reduced
                 * @instance
                 */
                Reduced.prototype.side = 0;

                /**
                 * Reduced lastQty.
                 * @member {number} lastQty
                 * @memberof bowline.position.v1.Reduced
                 * @instance
                 */
                Reduced.prototype.lastQty = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Reduced lastPx.
                 * @member {number} lastPx
                 * @memberof bowline.position.v1.Reduced
                 * @instance
                 */
                Reduced.prototype.lastPx = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Encodes the specified Reduced message. Does not implicitly {@link bowline.position.v1.Reduced.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.position.v1.Reduced
                 * @static
                 * @param {bowline.position.v1.Reduced.$Properties} message Reduced message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Reduced.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.accountId != null && $Object.hasOwnProperty.call(message, "accountId") && message.accountId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.accountId);
                    if (message.strategy != null && $Object.hasOwnProperty.call(message, "strategy") && message.strategy !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.strategy);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.symbol);
                    if (message.quantity != null && $Object.hasOwnProperty.call(message, "quantity") && (typeof message.quantity === "object" ? message.quantity.low || message.quantity.high : message.quantity !== 0))
                        writer.uint32(/* id 6, wireType 0 =*/48).int64(message.quantity);
                    if (message.cost != null && $Object.hasOwnProperty.call(message, "cost") && (typeof message.cost === "object" ? message.cost.low || message.cost.high : message.cost !== 0))
                        writer.uint32(/* id 7, wireType 0 =*/56).int64(message.cost);
                    if (message.realizedPnl != null && $Object.hasOwnProperty.call(message, "realizedPnl") && (typeof message.realizedPnl === "object" ? message.realizedPnl.low || message.realizedPnl.high : message.realizedPnl !== 0))
                        writer.uint32(/* id 8, wireType 0 =*/64).int64(message.realizedPnl);
                    if (message.entryUs != null && $Object.hasOwnProperty.call(message, "entryUs") && (typeof message.entryUs === "object" ? message.entryUs.low || message.entryUs.high : message.entryUs !== 0))
                        writer.uint32(/* id 9, wireType 0 =*/72).int64(message.entryUs);
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId") && message.clOrdId !== "")
                        writer.uint32(/* id 10, wireType 2 =*/82).string(message.clOrdId);
                    if (message.execId != null && $Object.hasOwnProperty.call(message, "execId") && message.execId !== "")
                        writer.uint32(/* id 11, wireType 2 =*/90).string(message.execId);
                    if (message.side != null && $Object.hasOwnProperty.call(message, "side") && message.side !== 0)
                        writer.uint32(/* id 12, wireType 0 =*/96).int32(message.side);
                    if (message.lastQty != null && $Object.hasOwnProperty.call(message, "lastQty") && (typeof message.lastQty === "object" ? message.lastQty.low || message.lastQty.high : message.lastQty !== 0))
                        writer.uint32(/* id 13, wireType 0 =*/104).int64(message.lastQty);
                    if (message.lastPx != null && $Object.hasOwnProperty.call(message, "lastPx") && (typeof message.lastPx === "object" ? message.lastPx.low || message.lastPx.high : message.lastPx !== 0))
                        writer.uint32(/* id 14, wireType 0 =*/112).int64(message.lastPx);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Reduced message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.position.v1.Reduced
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.position.v1.Reduced & bowline.position.v1.Reduced.$Shape} Reduced
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Reduced.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.position.v1.Reduced();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.accountId = value;
                                else
                                    delete message.accountId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.strategy = value;
                                else
                                    delete message.strategy;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.quantity = value;
                                else
                                    delete message.quantity;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.cost = value;
                                else
                                    delete message.cost;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.realizedPnl = value;
                                else
                                    delete message.realizedPnl;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.entryUs = value;
                                else
                                    delete message.entryUs;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clOrdId = value;
                                else
                                    delete message.clOrdId;
                                continue;
                            }
                        case 11: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.execId = value;
                                else
                                    delete message.execId;
                                continue;
                            }
                        case 12: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.side = value;
                                else
                                    delete message.side;
                                continue;
                            }
                        case 13: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastQty = value;
                                else
                                    delete message.lastQty;
                                continue;
                            }
                        case 14: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastPx = value;
                                else
                                    delete message.lastPx;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Reduced;
            })();

            v1.Flipped = (function() {

                /**
                 * Properties of a Flipped.
                 * @typedef {Object} bowline.position.v1.Flipped.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Flipped header
                 * @property {string|null} [accountId] Flipped accountId
                 * @property {string|null} [strategy] Flipped strategy
                 * @property {string|null} [group] Flipped group
                 * @property {string|null} [symbol] Flipped symbol
                 * @property {number|null} [quantity] Flipped quantity
                 * @property {number|null} [cost] Flipped cost
                 * @property {number|null} [realizedPnl] Flipped realizedPnl
                 * @property {number|null} [entryUs] Flipped entryUs
                 * @property {string|null} [clOrdId] Flipped clOrdId
                 * @property {string|null} [execId] Flipped execId
                 * @property {bowline.common.v1.Side|null} [side] Flipped side
                 * @property {number|null} [lastQty] Flipped lastQty
                 * @property {number|null} [lastPx] Flipped lastPx
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Flipped.
                 * @memberof bowline.position.v1
                 * @interface IFlipped
                 * @augments bowline.position.v1.Flipped.$Properties
                 * @deprecated Use bowline.position.v1.Flipped.$Properties instead.
                 */

                /**
                 * Shape of a Flipped.
                 * @typedef {bowline.position.v1.Flipped.$Properties} bowline.position.v1.Flipped.$Shape
                 */

                /**
                 * Constructs a new Flipped.
                 * @memberof bowline.position.v1
                 * @classdesc Represents a Flipped.
                 * @constructor
                 * @param {bowline.position.v1.Flipped.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Flipped = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Flipped header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.position.v1.Flipped
                 * @instance
                 */
                Flipped.prototype.header = null;

                /**
                 * Flipped accountId.
                 * @member {string} accountId
                 * @memberof bowline.position.v1.Flipped
                 * @instance
                 */
                Flipped.prototype.accountId = "";

                /**
                 * Flipped strategy.
                 * @member {string} strategy
                 * @memberof bowline.position.v1.Flipped
                 * @instance
                 */
                Flipped.prototype.strategy = "";

                /**
                 * Flipped group.
                 * @member {string} group
                 * @memberof bowline.position.v1.Flipped
                 * @instance
                 */
                Flipped.prototype.group = "";

                /**
                 * Flipped symbol.
                 * @member {string} symbol
                 * @memberof bowline.position.v1.Flipped
                 * @instance
                 */
                Flipped.prototype.symbol = "";

                /**
                 * Flipped quantity.
                 * @member {number} quantity
                 * @memberof bowline.position.v1.Flipped
                 * @instance
                 */
                Flipped.prototype.quantity = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Flipped cost.
                 * @member {number} cost
                 * @memberof bowline.position.v1.Flipped
                 * @instance
                 */
                Flipped.prototype.cost = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Flipped realizedPnl.
                 * @member {number} realizedPnl
                 * @memberof bowline.position.v1.Flipped
                 * @instance
                 */
                Flipped.prototype.realizedPnl = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Flipped entryUs.
                 * @member {number} entryUs
                 * @memberof bowline.position.v1.Flipped
                 * @instance
                 */
                Flipped.prototype.entryUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Flipped clOrdId.
                 * @member {string} clOrdId
                 * @memberof bowline.position.v1.Flipped
                 * @instance
                 */
                Flipped.prototype.clOrdId = "";

                /**
                 * Flipped execId.
                 * @member {string} execId
                 * @memberof bowline.position.v1.Flipped
                 * @instance
                 */
                Flipped.prototype.execId = "";

                /**
                 * Flipped side.
                 * @member {bowline.common.v1.Side} side
                 * @memberof bowline.position.v1.Flipped
                 * @instance
                 */
                Flipped.prototype.side = 0;

                /**
                 * Flipped lastQty.
                 * @member {number} lastQty
                 * @memberof bowline.position.v1.Flipped
                 * @instance
                 */
                Flipped.prototype.lastQty = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Flipped lastPx.
                 * @member {number} lastPx
                 * @memberof bowline.position.v1.Flipped
                 * @instance
                 */
                Flipped.prototype.lastPx = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Encodes the specified Flipped message. Does not implicitly {@link bowline.position.v1.Flipped.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.position.v1.Flipped
                 * @static
                 * @param {bowline.position.v1.Flipped.$Properties} message Flipped message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Flipped.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.accountId != null && $Object.hasOwnProperty.call(message, "accountId") && message.accountId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.accountId);
                    if (message.strategy != null && $Object.hasOwnProperty.call(message, "strategy") && message.strategy !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.strategy);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.symbol);
                    if (message.quantity != null && $Object.hasOwnProperty.call(message, "quantity") && (typeof message.quantity === "object" ? message.quantity.low || message.quantity.high : message.quantity !== 0))
                        writer.uint32(/* id 6, wireType 0 =*/48).int64(message.quantity);
                    if (message.cost != null && $Object.hasOwnProperty.call(message, "cost") && (typeof message.cost === "object" ? message.cost.low || message.cost.high : message.cost !== 0))
                        writer.uint32(/* id 7, wireType 0 =*/56).int64(message.cost);
                    if (message.realizedPnl != null && $Object.hasOwnProperty.call(message, "realizedPnl") && (typeof message.realizedPnl === "object" ? message.realizedPnl.low || message.realizedPnl.high : message.realizedPnl !== 0))
                        writer.uint32(/* id 8, wireType 0 =*/64).int64(message.realizedPnl);
                    if (message.entryUs != null && $Object.hasOwnProperty.call(message, "entryUs") && (typeof message.entryUs === "object" ? message.entryUs.low || message.entryUs.high : message.entryUs !== 0))
                        writer.uint32(/* id 9, wireType 0 =*/72).int64(message.entryUs);
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId") && message.clOrdId !== "")
                        writer.uint32(/* id 10, wireType 2 =*/82).string(message.clOrdId);
                    if (message.execId != null && $Object.hasOwnProperty.call(message, "execId") && message.execId !== "")
                        writer.uint32(/* id 11, wireType 2 =*/90).string(message.execId);
                    if (message.side != null && $Object.hasOwnProperty.call(message, "side") && message.side !== 0)
                        writer.uint32(/* id 12, wireType 0 =*/96).int32(message.side);
                    if (message.lastQty != null && $Object.hasOwnProperty.call(message, "lastQty") && (typeof message.lastQty === "object" ? message.lastQty.low || message.lastQty.high : message.lastQty !== 0))
                        writer.uint32(/* id 13, wireType 0 =*/104).int64(message.lastQty);
                    if (message.lastPx != null && $Object.hasOwnProperty.call(message, "lastPx") && (typeof message.lastPx === "object" ? message.lastPx.low || message.lastPx.high : message.lastPx !== 0))
                        writer.uint32(/* id 14, wireType 0 =*/112).int64(message.lastPx);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Flipped message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.position.v1.Flipped
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.position.v1.Flipped & bowline.position.v1.Flipped.$Shape} Flipped
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Flipped.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.position.v1.Flipped();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.accountId = value;
                                else
                                    delete message.accountId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.strategy = value;
                                else
                                    delete message.strategy;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.quantity = value;
                                else
                                    delete message.quantity;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.cost = value;
                                else
                                    delete message.cost;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.realizedPnl = value;
                                else
                                    delete message.realizedPnl;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.entryUs = value;
                                else
                                    delete message.entryUs;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clOrdId = value;
                                else
                                    delete message.clOrdId;
                                continue;
                            }
                        case 11: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.execId = value;
                                else
                                    delete message.execId;
                                continue;
                            }
                        case 12: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.side = value;
                                else
                                    delete message.side;
                                continue;
                            }
                        case 13: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastQty = value;
                                else
                                    delete message.lastQty;
                                continue;
                            }
                        case 14: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastPx = value;
                                else
                                    delete message.lastPx;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Flipped;
            })();

            v1.Closed = (function() {

                /**
                 * Properties of a Closed.
                 * @typedef {Object} bowline.position.v1.Closed.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Closed header
                 * @property {string|null} [accountId] Closed accountId
                 * @property {string|null} [strategy] Closed strategy
                 * @property {string|null} [group] Closed group
                 * @property {string|null} [symbol] Closed symbol
                 * @property {number|null} [quantity] Closed quantity
                 * @property {number|null} [cost] Closed cost
                 * @property {number|null} [realizedPnl] Closed realizedPnl
                 * @property {number|null} [entryUs] Closed entryUs
                 * @property {string|null} [clOrdId] Closed clOrdId
                 * @property {string|null} [execId] Closed execId
                 * @property {bowline.common.v1.Side|null} [side] Closed side
                 * @property {number|null} [lastQty] Closed lastQty
                 * @property {number|null} [lastPx] Closed lastPx
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Closed.
                 * @memberof bowline.position.v1
                 * @interface IClosed
                 * @augments bowline.position.v1.Closed.$Properties
                 * @deprecated Use bowline.position.v1.Closed.$Properties instead.
                 */

                /**
                 * Shape of a Closed.
                 * @typedef {bowline.position.v1.Closed.$Properties} bowline.position.v1.Closed.$Shape
                 */

                /**
                 * Constructs a new Closed.
                 * @memberof bowline.position.v1
                 * @classdesc Represents a Closed.
                 * @constructor
                 * @param {bowline.position.v1.Closed.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Closed = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Closed header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.position.v1.Closed
                 * @instance
                 */
                Closed.prototype.header = null;

                /**
                 * Closed accountId.
                 * @member {string} accountId
                 * @memberof bowline.position.v1.Closed
                 * @instance
                 */
                Closed.prototype.accountId = "";

                /**
                 * Closed strategy.
                 * @member {string} strategy
                 * @memberof bowline.position.v1.Closed
                 * @instance
                 */
                Closed.prototype.strategy = "";

                /**
                 * Closed group.
                 * @member {string} group
                 * @memberof bowline.position.v1.Closed
                 * @instance
                 */
                Closed.prototype.group = "";

                /**
                 * Closed symbol.
                 * @member {string} symbol
                 * @memberof bowline.position.v1.Closed
                 * @instance
                 */
                Closed.prototype.symbol = "";

                /**
                 * Closed quantity.
                 * @member {number} quantity
                 * @memberof bowline.position.v1.Closed
                 * @instance
                 */
                Closed.prototype.quantity = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Closed cost.
                 * @member {number} cost
                 * @memberof bowline.position.v1.Closed
                 * @instance
                 */
                Closed.prototype.cost = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Closed realizedPnl.
                 * @member {number} realizedPnl
                 * @memberof bowline.position.v1.Closed
                 * @instance
                 */
                Closed.prototype.realizedPnl = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Closed entryUs.
                 * @member {number} entryUs
                 * @memberof bowline.position.v1.Closed
                 * @instance
                 */
                Closed.prototype.entryUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Closed clOrdId.
                 * @member {string} clOrdId
                 * @memberof bowline.position.v1.Closed
                 * @instance
                 */
                Closed.prototype.clOrdId = "";

                /**
                 * Closed execId.
                 * @member {string} execId
                 * @memberof bowline.position.v1.Closed
                 * @instance
                 */
                Closed.prototype.execId = "";

                /**
                 * Closed side.
                 * @member {bowline.common.v1.Side} side
                 * @memberof bowline.position.v1.Closed
                 * @instance
                 */
                Closed.prototype.side = 0;

                /**
                 * Closed lastQty.
                 * @member {number} lastQty
                 * @memberof bowline.position.v1.Closed
                 * @instance
                 */
                Closed.prototype.lastQty = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Closed lastPx.
                 * @member {number} lastPx
                 * @memberof bowline.position.v1.Closed
                 * @instance
                 */
                Closed.prototype.lastPx = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Encodes the specified Closed message. Does not implicitly {@link bowline.position.v1.Closed.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.position.v1.Closed
                 * @static
                 * @param {bowline.position.v1.Closed.$Properties} message Closed message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Closed.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.accountId != null && $Object.hasOwnProperty.call(message, "accountId") && message.accountId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.accountId);
                    if (message.strategy != null && $Object.hasOwnProperty.call(message, "strategy") && message.strategy !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.strategy);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.symbol);
                    if (message.quantity != null && $Object.hasOwnProperty.call(message, "quantity") && (typeof message.quantity === "object" ? message.quantity.low || message.quantity.high : message.quantity !== 0))
                        writer.uint32(/* id 6, wireType 0 =*/48).int64(message.quantity);
                    if (message.cost != null && $Object.hasOwnProperty.call(message, "cost") && (typeof message.cost === "object" ? message.cost.low || message.cost.high : message.cost !== 0))
                        writer.uint32(/* id 7, wireType 0 =*/56).int64(message.cost);
                    if (message.realizedPnl != null && $Object.hasOwnProperty.call(message, "realizedPnl") && (typeof message.realizedPnl === "object" ? message.realizedPnl.low || message.realizedPnl.high : message.realizedPnl !== 0))
                        writer.uint32(/* id 8, wireType 0 =*/64).int64(message.realizedPnl);
                    if (message.entryUs != null && $Object.hasOwnProperty.call(message, "entryUs") && (typeof message.entryUs === "object" ? message.entryUs.low || message.entryUs.high : message.entryUs !== 0))
                        writer.uint32(/* id 9, wireType 0 =*/72).int64(message.entryUs);
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId") && message.clOrdId !== "")
                        writer.uint32(/* id 10, wireType 2 =*/82).string(message.clOrdId);
                    if (message.execId != null && $Object.hasOwnProperty.call(message, "execId") && message.execId !== "")
                        writer.uint32(/* id 11, wireType 2 =*/90).string(message.execId);
                    if (message.side != null && $Object.hasOwnProperty.call(message, "side") && message.side !== 0)
                        writer.uint32(/* id 12, wireType 0 =*/96).int32(message.side);
                    if (message.lastQty != null && $Object.hasOwnProperty.call(message, "lastQty") && (typeof message.lastQty === "object" ? message.lastQty.low || message.lastQty.high : message.lastQty !== 0))
                        writer.uint32(/* id 13, wireType 0 =*/104).int64(message.lastQty);
                    if (message.lastPx != null && $Object.hasOwnProperty.call(message, "lastPx") && (typeof message.lastPx === "object" ? message.lastPx.low || message.lastPx.high : message.lastPx !== 0))
                        writer.uint32(/* id 14, wireType 0 =*/112).int64(message.lastPx);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Closed message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.position.v1.Closed
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.position.v1.Closed & bowline.position.v1.Closed.$Shape} Closed
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Closed.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.position.v1.Closed();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.accountId = value;
                                else
                                    delete message.accountId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.strategy = value;
                                else
                                    delete message.strategy;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.quantity = value;
                                else
                                    delete message.quantity;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.cost = value;
                                else
                                    delete message.cost;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.realizedPnl = value;
                                else
                                    delete message.realizedPnl;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.entryUs = value;
                                else
                                    delete message.entryUs;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clOrdId = value;
                                else
                                    delete message.clOrdId;
                                continue;
                            }
                        case 11: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.execId = value;
                                else
                                    delete message.execId;
                                continue;
                            }
                        case 12: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.side = value;
                                else
                                    delete message.side;
                                continue;
                            }
                        case 13: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastQty = value;
                                else
                                    delete message.lastQty;
                                continue;
                            }
                        case 14: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastPx = value;
                                else
                                    delete message.lastPx;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Closed;
            })();

            v1.Restated = (function() {

                /**
                 * Properties of a Restated.
                 * @typedef {Object} bowline.position.v1.Restated.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Restated header
                 * @property {string|null} [accountId] Restated accountId
                 * @property {string|null} [strategy] Restated strategy
                 * @property {string|null} [group] Restated group
                 * @property {string|null} [symbol] Restated symbol
                 * @property {number|null} [quantity] Restated quantity
                 * @property {number|null} [cost] Restated cost
                 * @property {number|null} [realizedPnl] Restated realizedPnl
                 * @property {number|null} [entryUs] Restated entryUs
                 * @property {string|null} [clOrdId] Restated clOrdId
                 * @property {string|null} [execId] Restated execId
                 * @property {bowline.common.v1.Side|null} [side] Restated side
                 * @property {number|null} [lastQty] Restated lastQty
                 * @property {number|null} [lastPx] Restated lastPx
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Restated.
                 * @memberof bowline.position.v1
                 * @interface IRestated
                 * @augments bowline.position.v1.Restated.$Properties
                 * @deprecated Use bowline.position.v1.Restated.$Properties instead.
                 */

                /**
                 * Shape of a Restated.
                 * @typedef {bowline.position.v1.Restated.$Properties} bowline.position.v1.Restated.$Shape
                 */

                /**
                 * Constructs a new Restated.
                 * @memberof bowline.position.v1
                 * @classdesc Represents a Restated.
                 * @constructor
                 * @param {bowline.position.v1.Restated.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Restated = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Restated header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.position.v1.Restated
                 * @instance
                 */
                Restated.prototype.header = null;

                /**
                 * Restated accountId.
                 * @member {string} accountId
                 * @memberof bowline.position.v1.Restated
                 * @instance
                 */
                Restated.prototype.accountId = "";

                /**
                 * Restated strategy.
                 * @member {string} strategy
                 * @memberof bowline.position.v1.Restated
                 * @instance
                 */
                Restated.prototype.strategy = "";

                /**
                 * Restated group.
                 * @member {string} group
                 * @memberof bowline.position.v1.Restated
                 * @instance
                 */
                Restated.prototype.group = "";

                /**
                 * Restated symbol.
                 * @member {string} symbol
                 * @memberof bowline.position.v1.Restated
                 * @instance
                 */
                Restated.prototype.symbol = "";

                /**
                 * Restated quantity.
                 * @member {number} quantity
                 * @memberof bowline.position.v1.Restated
                 * @instance
                 */
                Restated.prototype.quantity = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Restated cost.
                 * @member {number} cost
                 * @memberof bowline.position.v1.Restated
                 * @instance
                 */
                Restated.prototype.cost = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Restated realizedPnl.
                 * @member {number} realizedPnl
                 * @memberof bowline.position.v1.Restated
                 * @instance
                 */
                Restated.prototype.realizedPnl = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Restated entryUs.
                 * @member {number} entryUs
                 * @memberof bowline.position.v1.Restated
                 * @instance
                 */
                Restated.prototype.entryUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Restated clOrdId.
                 * @member {string} clOrdId
                 * @memberof bowline.position.v1.Restated
                 * @instance
                 */
                Restated.prototype.clOrdId = "";

                /**
                 * Restated execId.
                 * @member {string} execId
                 * @memberof bowline.position.v1.Restated
                 * @instance
                 */
                Restated.prototype.execId = "";

                /**
                 * Restated side.
                 * @member {bowline.common.v1.Side} side
                 * @memberof bowline.position.v1.Restated
                 * @instance
                 */
                Restated.prototype.side = 0;

                /**
                 * Restated lastQty.
                 * @member {number} lastQty
                 * @memberof bowline.position.v1.Restated
                 * @instance
                 */
                Restated.prototype.lastQty = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Restated lastPx.
                 * @member {number} lastPx
                 * @memberof bowline.position.v1.Restated
                 * @instance
                 */
                Restated.prototype.lastPx = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Encodes the specified Restated message. Does not implicitly {@link bowline.position.v1.Restated.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.position.v1.Restated
                 * @static
                 * @param {bowline.position.v1.Restated.$Properties} message Restated message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Restated.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.accountId != null && $Object.hasOwnProperty.call(message, "accountId") && message.accountId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.accountId);
                    if (message.strategy != null && $Object.hasOwnProperty.call(message, "strategy") && message.strategy !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.strategy);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.symbol);
                    if (message.quantity != null && $Object.hasOwnProperty.call(message, "quantity") && (typeof message.quantity === "object" ? message.quantity.low || message.quantity.high : message.quantity !== 0))
                        writer.uint32(/* id 6, wireType 0 =*/48).int64(message.quantity);
                    if (message.cost != null && $Object.hasOwnProperty.call(message, "cost") && (typeof message.cost === "object" ? message.cost.low || message.cost.high : message.cost !== 0))
                        writer.uint32(/* id 7, wireType 0 =*/56).int64(message.cost);
                    if (message.realizedPnl != null && $Object.hasOwnProperty.call(message, "realizedPnl") && (typeof message.realizedPnl === "object" ? message.realizedPnl.low || message.realizedPnl.high : message.realizedPnl !== 0))
                        writer.uint32(/* id 8, wireType 0 =*/64).int64(message.realizedPnl);
                    if (message.entryUs != null && $Object.hasOwnProperty.call(message, "entryUs") && (typeof message.entryUs === "object" ? message.entryUs.low || message.entryUs.high : message.entryUs !== 0))
                        writer.uint32(/* id 9, wireType 0 =*/72).int64(message.entryUs);
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId") && message.clOrdId !== "")
                        writer.uint32(/* id 10, wireType 2 =*/82).string(message.clOrdId);
                    if (message.execId != null && $Object.hasOwnProperty.call(message, "execId") && message.execId !== "")
                        writer.uint32(/* id 11, wireType 2 =*/90).string(message.execId);
                    if (message.side != null && $Object.hasOwnProperty.call(message, "side") && message.side !== 0)
                        writer.uint32(/* id 12, wireType 0 =*/96).int32(message.side);
                    if (message.lastQty != null && $Object.hasOwnProperty.call(message, "lastQty") && (typeof message.lastQty === "object" ? message.lastQty.low || message.lastQty.high : message.lastQty !== 0))
                        writer.uint32(/* id 13, wireType 0 =*/104).int64(message.lastQty);
                    if (message.lastPx != null && $Object.hasOwnProperty.call(message, "lastPx") && (typeof message.lastPx === "object" ? message.lastPx.low || message.lastPx.high : message.lastPx !== 0))
                        writer.uint32(/* id 14, wireType 0 =*/112).int64(message.lastPx);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Restated message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.position.v1.Restated
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.position.v1.Restated & bowline.position.v1.Restated.$Shape} Restated
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Restated.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.position.v1.Restated();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.accountId = value;
                                else
                                    delete message.accountId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.strategy = value;
                                else
                                    delete message.strategy;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.quantity = value;
                                else
                                    delete message.quantity;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.cost = value;
                                else
                                    delete message.cost;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.realizedPnl = value;
                                else
                                    delete message.realizedPnl;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.entryUs = value;
                                else
                                    delete message.entryUs;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.clOrdId = value;
                                else
                                    delete message.clOrdId;
                                continue;
                            }
                        case 11: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.execId = value;
                                else
                                    delete message.execId;
                                continue;
                            }
                        case 12: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.side = value;
                                else
                                    delete message.side;
                                continue;
                            }
                        case 13: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastQty = value;
                                else
                                    delete message.lastQty;
                                continue;
                            }
                        case 14: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastPx = value;
                                else
                                    delete message.lastPx;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Restated;
            })();

            return v1;
        })();

        return position;
    })();

    bowline.account = (function() {

        /**
         * Namespace account.
         * @memberof bowline
         * @namespace
         */
        const account = {};

        account.v1 = (function() {

            /**
             * Namespace v1.
             * @memberof bowline.account
             * @namespace
             */
            const v1 = {};

            v1.Account = (function() {

                /**
                 * Properties of an Account.
                 * @typedef {Object} bowline.account.v1.Account.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Account header
                 * @property {string|null} [accountId] Account accountId
                 * @property {number|null} [cash] Account cash
                 * @property {number|null} [equity] Account equity
                 * @property {number|null} [grossExposure] Account grossExposure
                 * @property {number|null} [netExposure] Account netExposure
                 * @property {number|null} [realizedPnl] Account realizedPnl
                 * @property {number|null} [unrealizedPnl] Account unrealizedPnl
                 * @property {number|null} [commissions] Account commissions
                 * @property {string|null} [sessionDate] Account sessionDate
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Account.
                 * @memberof bowline.account.v1
                 * @interface IAccount
                 * @augments bowline.account.v1.Account.$Properties
                 * @deprecated Use bowline.account.v1.Account.$Properties instead.
                 */

                /**
                 * Shape of an Account.
                 * @typedef {bowline.account.v1.Account.$Properties} bowline.account.v1.Account.$Shape
                 */

                /**
                 * Constructs a new Account.
                 * @memberof bowline.account.v1
                 * @classdesc Represents an Account.
                 * @constructor
                 * @param {bowline.account.v1.Account.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Account = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Account header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.account.v1.Account
                 * @instance
                 */
                Account.prototype.header = null;

                /**
                 * Account accountId.
                 * @member {string} accountId
                 * @memberof bowline.account.v1.Account
                 * @instance
                 */
                Account.prototype.accountId = "";

                /**
                 * Account cash.
                 * @member {number} cash
                 * @memberof bowline.account.v1.Account
                 * @instance
                 */
                Account.prototype.cash = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Account equity.
                 * @member {number} equity
                 * @memberof bowline.account.v1.Account
                 * @instance
                 */
                Account.prototype.equity = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Account grossExposure.
                 * @member {number} grossExposure
                 * @memberof bowline.account.v1.Account
                 * @instance
                 */
                Account.prototype.grossExposure = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Account netExposure.
                 * @member {number} netExposure
                 * @memberof bowline.account.v1.Account
                 * @instance
                 */
                Account.prototype.netExposure = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Account realizedPnl.
                 * @member {number} realizedPnl
                 * @memberof bowline.account.v1.Account
                 * @instance
                 */
                Account.prototype.realizedPnl = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Account unrealizedPnl.
                 * @member {number} unrealizedPnl
                 * @memberof bowline.account.v1.Account
                 * @instance
                 */
                Account.prototype.unrealizedPnl = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Account commissions.
                 * @member {number} commissions
                 * @memberof bowline.account.v1.Account
                 * @instance
                 */
                Account.prototype.commissions = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Account sessionDate.
                 * @member {string} sessionDate
                 * @memberof bowline.account.v1.Account
                 * @instance
                 */
                Account.prototype.sessionDate = "";

                /**
                 * Encodes the specified Account message. Does not implicitly {@link bowline.account.v1.Account.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.account.v1.Account
                 * @static
                 * @param {bowline.account.v1.Account.$Properties} message Account message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Account.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.accountId != null && $Object.hasOwnProperty.call(message, "accountId") && message.accountId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.accountId);
                    if (message.cash != null && $Object.hasOwnProperty.call(message, "cash") && (typeof message.cash === "object" ? message.cash.low || message.cash.high : message.cash !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).int64(message.cash);
                    if (message.equity != null && $Object.hasOwnProperty.call(message, "equity") && (typeof message.equity === "object" ? message.equity.low || message.equity.high : message.equity !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).int64(message.equity);
                    if (message.grossExposure != null && $Object.hasOwnProperty.call(message, "grossExposure") && (typeof message.grossExposure === "object" ? message.grossExposure.low || message.grossExposure.high : message.grossExposure !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).int64(message.grossExposure);
                    if (message.netExposure != null && $Object.hasOwnProperty.call(message, "netExposure") && (typeof message.netExposure === "object" ? message.netExposure.low || message.netExposure.high : message.netExposure !== 0))
                        writer.uint32(/* id 6, wireType 0 =*/48).int64(message.netExposure);
                    if (message.realizedPnl != null && $Object.hasOwnProperty.call(message, "realizedPnl") && (typeof message.realizedPnl === "object" ? message.realizedPnl.low || message.realizedPnl.high : message.realizedPnl !== 0))
                        writer.uint32(/* id 7, wireType 0 =*/56).int64(message.realizedPnl);
                    if (message.unrealizedPnl != null && $Object.hasOwnProperty.call(message, "unrealizedPnl") && (typeof message.unrealizedPnl === "object" ? message.unrealizedPnl.low || message.unrealizedPnl.high : message.unrealizedPnl !== 0))
                        writer.uint32(/* id 8, wireType 0 =*/64).int64(message.unrealizedPnl);
                    if (message.commissions != null && $Object.hasOwnProperty.call(message, "commissions") && (typeof message.commissions === "object" ? message.commissions.low || message.commissions.high : message.commissions !== 0))
                        writer.uint32(/* id 9, wireType 0 =*/72).int64(message.commissions);
                    if (message.sessionDate != null && $Object.hasOwnProperty.call(message, "sessionDate") && message.sessionDate !== "")
                        writer.uint32(/* id 10, wireType 2 =*/82).string(message.sessionDate);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Account message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.account.v1.Account
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.account.v1.Account & bowline.account.v1.Account.$Shape} Account
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Account.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.account.v1.Account();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.accountId = value;
                                else
                                    delete message.accountId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.cash = value;
                                else
                                    delete message.cash;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.equity = value;
                                else
                                    delete message.equity;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.grossExposure = value;
                                else
                                    delete message.grossExposure;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.netExposure = value;
                                else
                                    delete message.netExposure;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.realizedPnl = value;
                                else
                                    delete message.realizedPnl;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.unrealizedPnl = value;
                                else
                                    delete message.unrealizedPnl;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.commissions = value;
                                else
                                    delete message.commissions;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.sessionDate = value;
                                else
                                    delete message.sessionDate;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Account;
            })();

            v1.Reconciliation = (function() {

                /**
                 * Properties of a Reconciliation.
                 * @typedef {Object} bowline.account.v1.Reconciliation.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Reconciliation header
                 * @property {string|null} [accountId] Reconciliation accountId
                 * @property {boolean|null} [clean] Reconciliation clean
                 * @property {Array.<bowline.common.v1.Difference.$Properties>|null} [differences] Reconciliation differences
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Reconciliation.
                 * @memberof bowline.account.v1
                 * @interface IReconciliation
                 * @augments bowline.account.v1.Reconciliation.$Properties
                 * @deprecated Use bowline.account.v1.Reconciliation.$Properties instead.
                 */

                /**
                 * Shape of a Reconciliation.
                 * @typedef {bowline.account.v1.Reconciliation.$Properties} bowline.account.v1.Reconciliation.$Shape
                 */

                /**
                 * Constructs a new Reconciliation.
                 * @memberof bowline.account.v1
                 * @classdesc Represents a Reconciliation.
                 * @constructor
                 * @param {bowline.account.v1.Reconciliation.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Reconciliation = function (properties) {
                    this.differences = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Reconciliation header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.account.v1.Reconciliation
                 * @instance
                 */
                Reconciliation.prototype.header = null;

                /**
                 * Reconciliation accountId.
                 * @member {string} accountId
                 * @memberof bowline.account.v1.Reconciliation
                 * @instance
                 */
                Reconciliation.prototype.accountId = "";

                /**
                 * Reconciliation clean.
                 * @member {boolean} clean
                 * @memberof bowline.account.v1.Reconciliation
                 * @instance
                 */
                Reconciliation.prototype.clean = false;

                /**
                 * Reconciliation differences.
                 * @member {Array.<bowline.common.v1.Difference.$Properties>} differences
                 * @memberof bowline.account.v1.Reconciliation
                 * @instance
                 */
                Reconciliation.prototype.differences = $util.emptyArray;

                /**
                 * Encodes the specified Reconciliation message. Does not implicitly {@link bowline.account.v1.Reconciliation.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.account.v1.Reconciliation
                 * @static
                 * @param {bowline.account.v1.Reconciliation.$Properties} message Reconciliation message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Reconciliation.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.accountId != null && $Object.hasOwnProperty.call(message, "accountId") && message.accountId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.accountId);
                    if (message.clean != null && $Object.hasOwnProperty.call(message, "clean") && message.clean !== false)
                        writer.uint32(/* id 3, wireType 0 =*/24).bool(message.clean);
                    if (message.differences != null && message.differences.length)
                        for (let i = 0; i < message.differences.length; ++i)
                            $root.bowline.common.v1.Difference.encode(message.differences[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Reconciliation message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.account.v1.Reconciliation
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.account.v1.Reconciliation & bowline.account.v1.Reconciliation.$Shape} Reconciliation
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Reconciliation.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.account.v1.Reconciliation();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.accountId = value;
                                else
                                    delete message.accountId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.clean = value;
                                else
                                    delete message.clean;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.differences && message.differences.length))
                                    message.differences = [];
                                message.differences.push($root.bowline.common.v1.Difference.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Reconciliation;
            })();

            return v1;
        })();

        return account;
    })();

    bowline.broker = (function() {

        /**
         * Namespace broker.
         * @memberof bowline
         * @namespace
         */
        const broker = {};

        broker.v1 = (function() {

            /**
             * Namespace v1.
             * @memberof bowline.broker
             * @namespace
             */
            const v1 = {};

            v1.Session = (function() {

                /**
                 * Properties of a Session.
                 * @typedef {Object} bowline.broker.v1.Session.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Session header
                 * @property {bowline.common.v1.BrokerState|null} [state] Session state
                 * @property {string|null} [reason] Session reason
                 * @property {string|null} [accountId] Session accountId
                 * @property {number|null} [serverVersion] Session serverVersion
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Session.
                 * @memberof bowline.broker.v1
                 * @interface ISession
                 * @augments bowline.broker.v1.Session.$Properties
                 * @deprecated Use bowline.broker.v1.Session.$Properties instead.
                 */

                /**
                 * Shape of a Session.
                 * @typedef {bowline.broker.v1.Session.$Properties} bowline.broker.v1.Session.$Shape
                 */

                /**
                 * Constructs a new Session.
                 * @memberof bowline.broker.v1
                 * @classdesc Represents a Session.
                 * @constructor
                 * @param {bowline.broker.v1.Session.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Session = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Session header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.broker.v1.Session
                 * @instance
                 */
                Session.prototype.header = null;

                /**
                 * Session state.
                 * @member {bowline.common.v1.BrokerState} state
                 * @memberof bowline.broker.v1.Session
                 * @instance
                 */
                Session.prototype.state = 0;

                /**
                 * Session reason.
                 * @member {string} reason
                 * @memberof bowline.broker.v1.Session
                 * @instance
                 */
                Session.prototype.reason = "";

                /**
                 * Session accountId.
                 * @member {string|null|undefined} accountId
                 * @memberof bowline.broker.v1.Session
                 * @instance
                 */
                Session.prototype.accountId = null;

                /**
                 * Session serverVersion.
                 * @member {number} serverVersion
                 * @memberof bowline.broker.v1.Session
                 * @instance
                 */
                Session.prototype.serverVersion = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Session.prototype, "_accountId", {
                    get: $util.oneOfGetter($oneOfFields = ["accountId"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Encodes the specified Session message. Does not implicitly {@link bowline.broker.v1.Session.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.broker.v1.Session
                 * @static
                 * @param {bowline.broker.v1.Session.$Properties} message Session message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Session.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).int32(message.state);
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.reason);
                    if (message.accountId != null && $Object.hasOwnProperty.call(message, "accountId"))
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.accountId);
                    if (message.serverVersion != null && $Object.hasOwnProperty.call(message, "serverVersion") && (typeof message.serverVersion === "object" ? message.serverVersion.low || message.serverVersion.high : message.serverVersion !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).int64(message.serverVersion);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Session message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.broker.v1.Session
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.broker.v1.Session & bowline.broker.v1.Session.$Shape} Session
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Session.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.broker.v1.Session();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.state = value;
                                else
                                    delete message.state;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reason = value;
                                else
                                    delete message.reason;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.accountId = reader.stringVerify();
                                message._accountId = "accountId";
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.serverVersion = value;
                                else
                                    delete message.serverVersion;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Session;
            })();

            v1.Reconciliation = (function() {

                /**
                 * Properties of a Reconciliation.
                 * @typedef {Object} bowline.broker.v1.Reconciliation.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Reconciliation header
                 * @property {string|null} [trigger] Reconciliation trigger
                 * @property {boolean|null} [clean] Reconciliation clean
                 * @property {number|null} [openOrders] Reconciliation openOrders
                 * @property {number|null} [executions] Reconciliation executions
                 * @property {Array.<bowline.common.v1.Action.$Properties>|null} [actions] Reconciliation actions
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Reconciliation.
                 * @memberof bowline.broker.v1
                 * @interface IReconciliation
                 * @augments bowline.broker.v1.Reconciliation.$Properties
                 * @deprecated Use bowline.broker.v1.Reconciliation.$Properties instead.
                 */

                /**
                 * Shape of a Reconciliation.
                 * @typedef {bowline.broker.v1.Reconciliation.$Properties} bowline.broker.v1.Reconciliation.$Shape
                 */

                /**
                 * Constructs a new Reconciliation.
                 * @memberof bowline.broker.v1
                 * @classdesc Represents a Reconciliation.
                 * @constructor
                 * @param {bowline.broker.v1.Reconciliation.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Reconciliation = function (properties) {
                    this.actions = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Reconciliation header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.broker.v1.Reconciliation
                 * @instance
                 */
                Reconciliation.prototype.header = null;

                /**
                 * Reconciliation trigger.
                 * @member {string} trigger
                 * @memberof bowline.broker.v1.Reconciliation
                 * @instance
                 */
                Reconciliation.prototype.trigger = "";

                /**
                 * Reconciliation clean.
                 * @member {boolean} clean
                 * @memberof bowline.broker.v1.Reconciliation
                 * @instance
                 */
                Reconciliation.prototype.clean = false;

                /**
                 * Reconciliation openOrders.
                 * @member {number} openOrders
                 * @memberof bowline.broker.v1.Reconciliation
                 * @instance
                 */
                Reconciliation.prototype.openOrders = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Reconciliation executions.
                 * @member {number} executions
                 * @memberof bowline.broker.v1.Reconciliation
                 * @instance
                 */
                Reconciliation.prototype.executions = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Reconciliation actions.
                 * @member {Array.<bowline.common.v1.Action.$Properties>} actions
                 * @memberof bowline.broker.v1.Reconciliation
                 * @instance
                 */
                Reconciliation.prototype.actions = $util.emptyArray;

                /**
                 * Encodes the specified Reconciliation message. Does not implicitly {@link bowline.broker.v1.Reconciliation.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.broker.v1.Reconciliation
                 * @static
                 * @param {bowline.broker.v1.Reconciliation.$Properties} message Reconciliation message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Reconciliation.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.trigger != null && $Object.hasOwnProperty.call(message, "trigger") && message.trigger !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.trigger);
                    if (message.clean != null && $Object.hasOwnProperty.call(message, "clean") && message.clean !== false)
                        writer.uint32(/* id 3, wireType 0 =*/24).bool(message.clean);
                    if (message.openOrders != null && $Object.hasOwnProperty.call(message, "openOrders") && (typeof message.openOrders === "object" ? message.openOrders.low || message.openOrders.high : message.openOrders !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).int64(message.openOrders);
                    if (message.executions != null && $Object.hasOwnProperty.call(message, "executions") && (typeof message.executions === "object" ? message.executions.low || message.executions.high : message.executions !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).int64(message.executions);
                    if (message.actions != null && message.actions.length)
                        for (let i = 0; i < message.actions.length; ++i)
                            $root.bowline.common.v1.Action.encode(message.actions[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Reconciliation message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.broker.v1.Reconciliation
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.broker.v1.Reconciliation & bowline.broker.v1.Reconciliation.$Shape} Reconciliation
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Reconciliation.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.broker.v1.Reconciliation();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.trigger = value;
                                else
                                    delete message.trigger;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.clean = value;
                                else
                                    delete message.clean;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.openOrders = value;
                                else
                                    delete message.openOrders;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.executions = value;
                                else
                                    delete message.executions;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.actions && message.actions.length))
                                    message.actions = [];
                                message.actions.push($root.bowline.common.v1.Action.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Reconciliation;
            })();

            v1.ExternalOrder = (function() {

                /**
                 * Properties of an ExternalOrder.
                 * @typedef {Object} bowline.broker.v1.ExternalOrder.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] ExternalOrder header
                 * @property {string|null} [orderId] ExternalOrder orderId
                 * @property {string|null} [symbol] ExternalOrder symbol
                 * @property {bowline.common.v1.Side|null} [side] ExternalOrder side
                 * @property {number|null} [quantity] ExternalOrder quantity
                 * @property {string|null} [orderRef] ExternalOrder orderRef
                 * @property {bowline.common.v1.ExternalPolicy|null} [policy] ExternalOrder policy
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an ExternalOrder.
                 * @memberof bowline.broker.v1
                 * @interface IExternalOrder
                 * @augments bowline.broker.v1.ExternalOrder.$Properties
                 * @deprecated Use bowline.broker.v1.ExternalOrder.$Properties instead.
                 */

                /**
                 * Shape of an ExternalOrder.
                 * @typedef {bowline.broker.v1.ExternalOrder.$Properties} bowline.broker.v1.ExternalOrder.$Shape
                 */

                /**
                 * Constructs a new ExternalOrder.
                 * @memberof bowline.broker.v1
                 * @classdesc Represents an ExternalOrder.
                 * @constructor
                 * @param {bowline.broker.v1.ExternalOrder.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ExternalOrder = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ExternalOrder header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.broker.v1.ExternalOrder
                 * @instance
                 */
                ExternalOrder.prototype.header = null;

                /**
                 * ExternalOrder orderId.
                 * @member {string} orderId
                 * @memberof bowline.broker.v1.ExternalOrder
                 * @instance
                 */
                ExternalOrder.prototype.orderId = "";

                /**
                 * ExternalOrder symbol.
                 * @member {string} symbol
                 * @memberof bowline.broker.v1.ExternalOrder
                 * @instance
                 */
                ExternalOrder.prototype.symbol = "";

                /**
                 * ExternalOrder side.
                 * @member {bowline.common.v1.Side} side
                 * @memberof bowline.broker.v1.ExternalOrder
                 * @instance
                 */
                ExternalOrder.prototype.side = 0;

                /**
                 * ExternalOrder quantity.
                 * @member {number} quantity
                 * @memberof bowline.broker.v1.ExternalOrder
                 * @instance
                 */
                ExternalOrder.prototype.quantity = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * ExternalOrder orderRef.
                 * @member {string} orderRef
                 * @memberof bowline.broker.v1.ExternalOrder
                 * @instance
                 */
                ExternalOrder.prototype.orderRef = "";

                /**
                 * ExternalOrder policy.
                 * @member {bowline.common.v1.ExternalPolicy|null|undefined} policy
                 * @memberof bowline.broker.v1.ExternalOrder
                 * @instance
                 */
                ExternalOrder.prototype.policy = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(ExternalOrder.prototype, "_policy", {
                    get: $util.oneOfGetter($oneOfFields = ["policy"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Encodes the specified ExternalOrder message. Does not implicitly {@link bowline.broker.v1.ExternalOrder.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.broker.v1.ExternalOrder
                 * @static
                 * @param {bowline.broker.v1.ExternalOrder.$Properties} message ExternalOrder message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ExternalOrder.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.orderId != null && $Object.hasOwnProperty.call(message, "orderId") && message.orderId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.orderId);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.symbol);
                    if (message.side != null && $Object.hasOwnProperty.call(message, "side") && message.side !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).int32(message.side);
                    if (message.quantity != null && $Object.hasOwnProperty.call(message, "quantity") && (typeof message.quantity === "object" ? message.quantity.low || message.quantity.high : message.quantity !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).int64(message.quantity);
                    if (message.orderRef != null && $Object.hasOwnProperty.call(message, "orderRef") && message.orderRef !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.orderRef);
                    if (message.policy != null && $Object.hasOwnProperty.call(message, "policy"))
                        writer.uint32(/* id 7, wireType 0 =*/56).int32(message.policy);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an ExternalOrder message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.broker.v1.ExternalOrder
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.broker.v1.ExternalOrder & bowline.broker.v1.ExternalOrder.$Shape} ExternalOrder
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ExternalOrder.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.broker.v1.ExternalOrder();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.orderId = value;
                                else
                                    delete message.orderId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.side = value;
                                else
                                    delete message.side;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.quantity = value;
                                else
                                    delete message.quantity;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.orderRef = value;
                                else
                                    delete message.orderRef;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                message.policy = reader.int32();
                                message._policy = "policy";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ExternalOrder;
            })();

            v1.ExternalFill = (function() {

                /**
                 * Properties of an ExternalFill.
                 * @typedef {Object} bowline.broker.v1.ExternalFill.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] ExternalFill header
                 * @property {string|null} [orderId] ExternalFill orderId
                 * @property {string|null} [execId] ExternalFill execId
                 * @property {string|null} [correctsExecId] ExternalFill correctsExecId
                 * @property {string|null} [accountId] ExternalFill accountId
                 * @property {string|null} [symbol] ExternalFill symbol
                 * @property {bowline.common.v1.Side|null} [side] ExternalFill side
                 * @property {number|null} [lastQty] ExternalFill lastQty
                 * @property {number|null} [lastPx] ExternalFill lastPx
                 * @property {number|null} [correctedQty] ExternalFill correctedQty
                 * @property {number|null} [correctedPx] ExternalFill correctedPx
                 * @property {number|null} [transactUs] ExternalFill transactUs
                 * @property {string|null} [orderRef] ExternalFill orderRef
                 * @property {bowline.common.v1.ExternalPolicy|null} [policy] ExternalFill policy
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an ExternalFill.
                 * @memberof bowline.broker.v1
                 * @interface IExternalFill
                 * @augments bowline.broker.v1.ExternalFill.$Properties
                 * @deprecated Use bowline.broker.v1.ExternalFill.$Properties instead.
                 */

                /**
                 * Shape of an ExternalFill.
                 * @typedef {bowline.broker.v1.ExternalFill.$Properties} bowline.broker.v1.ExternalFill.$Shape
                 */

                /**
                 * Constructs a new ExternalFill.
                 * @memberof bowline.broker.v1
                 * @classdesc Represents an ExternalFill.
                 * @constructor
                 * @param {bowline.broker.v1.ExternalFill.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ExternalFill = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ExternalFill header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.broker.v1.ExternalFill
                 * @instance
                 */
                ExternalFill.prototype.header = null;

                /**
                 * ExternalFill orderId.
                 * @member {string} orderId
                 * @memberof bowline.broker.v1.ExternalFill
                 * @instance
                 */
                ExternalFill.prototype.orderId = "";

                /**
                 * ExternalFill execId.
                 * @member {string} execId
                 * @memberof bowline.broker.v1.ExternalFill
                 * @instance
                 */
                ExternalFill.prototype.execId = "";

                /**
                 * ExternalFill correctsExecId.
                 * @member {string|null|undefined} correctsExecId
                 * @memberof bowline.broker.v1.ExternalFill
                 * @instance
                 */
                ExternalFill.prototype.correctsExecId = null;

                /**
                 * ExternalFill accountId.
                 * @member {string} accountId
                 * @memberof bowline.broker.v1.ExternalFill
                 * @instance
                 */
                ExternalFill.prototype.accountId = "";

                /**
                 * ExternalFill symbol.
                 * @member {string} symbol
                 * @memberof bowline.broker.v1.ExternalFill
                 * @instance
                 */
                ExternalFill.prototype.symbol = "";

                /**
                 * ExternalFill side.
                 * @member {bowline.common.v1.Side} side
                 * @memberof bowline.broker.v1.ExternalFill
                 * @instance
                 */
                ExternalFill.prototype.side = 0;

                /**
                 * ExternalFill lastQty.
                 * @member {number} lastQty
                 * @memberof bowline.broker.v1.ExternalFill
                 * @instance
                 */
                ExternalFill.prototype.lastQty = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * ExternalFill lastPx.
                 * @member {number} lastPx
                 * @memberof bowline.broker.v1.ExternalFill
                 * @instance
                 */
                ExternalFill.prototype.lastPx = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * ExternalFill correctedQty.
                 * @member {number|null|undefined} correctedQty
                 * @memberof bowline.broker.v1.ExternalFill
                 * @instance
                 */
                ExternalFill.prototype.correctedQty = null;

                /**
                 * ExternalFill correctedPx.
                 * @member {number|null|undefined} correctedPx
                 * @memberof bowline.broker.v1.ExternalFill
                 * @instance
                 */
                ExternalFill.prototype.correctedPx = null;

                /**
                 * ExternalFill transactUs.
                 * @member {number} transactUs
                 * @memberof bowline.broker.v1.ExternalFill
                 * @instance
                 */
                ExternalFill.prototype.transactUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * ExternalFill orderRef.
                 * @member {string} orderRef
                 * @memberof bowline.broker.v1.ExternalFill
                 * @instance
                 */
                ExternalFill.prototype.orderRef = "";

                /**
                 * ExternalFill policy.
                 * @member {bowline.common.v1.ExternalPolicy} policy
                 * @memberof bowline.broker.v1.ExternalFill
                 * @instance
                 */
                ExternalFill.prototype.policy = 0;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(ExternalFill.prototype, "_correctsExecId", {
                    get: $util.oneOfGetter($oneOfFields = ["correctsExecId"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(ExternalFill.prototype, "_correctedQty", {
                    get: $util.oneOfGetter($oneOfFields = ["correctedQty"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(ExternalFill.prototype, "_correctedPx", {
                    get: $util.oneOfGetter($oneOfFields = ["correctedPx"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Encodes the specified ExternalFill message. Does not implicitly {@link bowline.broker.v1.ExternalFill.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.broker.v1.ExternalFill
                 * @static
                 * @param {bowline.broker.v1.ExternalFill.$Properties} message ExternalFill message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ExternalFill.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.orderId != null && $Object.hasOwnProperty.call(message, "orderId") && message.orderId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.orderId);
                    if (message.execId != null && $Object.hasOwnProperty.call(message, "execId") && message.execId !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.execId);
                    if (message.correctsExecId != null && $Object.hasOwnProperty.call(message, "correctsExecId"))
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.correctsExecId);
                    if (message.accountId != null && $Object.hasOwnProperty.call(message, "accountId") && message.accountId !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.accountId);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.symbol);
                    if (message.side != null && $Object.hasOwnProperty.call(message, "side") && message.side !== 0)
                        writer.uint32(/* id 7, wireType 0 =*/56).int32(message.side);
                    if (message.lastQty != null && $Object.hasOwnProperty.call(message, "lastQty") && (typeof message.lastQty === "object" ? message.lastQty.low || message.lastQty.high : message.lastQty !== 0))
                        writer.uint32(/* id 8, wireType 0 =*/64).int64(message.lastQty);
                    if (message.lastPx != null && $Object.hasOwnProperty.call(message, "lastPx") && (typeof message.lastPx === "object" ? message.lastPx.low || message.lastPx.high : message.lastPx !== 0))
                        writer.uint32(/* id 9, wireType 0 =*/72).int64(message.lastPx);
                    if (message.correctedQty != null && $Object.hasOwnProperty.call(message, "correctedQty"))
                        writer.uint32(/* id 10, wireType 0 =*/80).int64(message.correctedQty);
                    if (message.correctedPx != null && $Object.hasOwnProperty.call(message, "correctedPx"))
                        writer.uint32(/* id 11, wireType 0 =*/88).int64(message.correctedPx);
                    if (message.transactUs != null && $Object.hasOwnProperty.call(message, "transactUs") && (typeof message.transactUs === "object" ? message.transactUs.low || message.transactUs.high : message.transactUs !== 0))
                        writer.uint32(/* id 12, wireType 0 =*/96).int64(message.transactUs);
                    if (message.orderRef != null && $Object.hasOwnProperty.call(message, "orderRef") && message.orderRef !== "")
                        writer.uint32(/* id 13, wireType 2 =*/106).string(message.orderRef);
                    if (message.policy != null && $Object.hasOwnProperty.call(message, "policy") && message.policy !== 0)
                        writer.uint32(/* id 14, wireType 0 =*/112).int32(message.policy);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an ExternalFill message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.broker.v1.ExternalFill
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.broker.v1.ExternalFill & bowline.broker.v1.ExternalFill.$Shape} ExternalFill
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ExternalFill.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.broker.v1.ExternalFill();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.orderId = value;
                                else
                                    delete message.orderId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.execId = value;
                                else
                                    delete message.execId;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.correctsExecId = reader.stringVerify();
                                message._correctsExecId = "correctsExecId";
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.accountId = value;
                                else
                                    delete message.accountId;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.side = value;
                                else
                                    delete message.side;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastQty = value;
                                else
                                    delete message.lastQty;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastPx = value;
                                else
                                    delete message.lastPx;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 0)
                                    break;
                                message.correctedQty = reader.int64();
                                message._correctedQty = "correctedQty";
                                continue;
                            }
                        case 11: {
                                if (wireType !== 0)
                                    break;
                                message.correctedPx = reader.int64();
                                message._correctedPx = "correctedPx";
                                continue;
                            }
                        case 12: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.transactUs = value;
                                else
                                    delete message.transactUs;
                                continue;
                            }
                        case 13: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.orderRef = value;
                                else
                                    delete message.orderRef;
                                continue;
                            }
                        case 14: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.policy = value;
                                else
                                    delete message.policy;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return ExternalFill;
            })();

            v1.Adjustment = (function() {

                /**
                 * Properties of an Adjustment.
                 * @typedef {Object} bowline.broker.v1.Adjustment.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Adjustment header
                 * @property {string|null} [adjustmentId] Adjustment adjustmentId
                 * @property {string|null} [accountId] Adjustment accountId
                 * @property {string|null} [symbol] Adjustment symbol
                 * @property {number|null} [quantity] Adjustment quantity
                 * @property {number|null} [px] Adjustment px
                 * @property {string|null} [reason] Adjustment reason
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Adjustment.
                 * @memberof bowline.broker.v1
                 * @interface IAdjustment
                 * @augments bowline.broker.v1.Adjustment.$Properties
                 * @deprecated Use bowline.broker.v1.Adjustment.$Properties instead.
                 */

                /**
                 * Shape of an Adjustment.
                 * @typedef {bowline.broker.v1.Adjustment.$Properties} bowline.broker.v1.Adjustment.$Shape
                 */

                /**
                 * Constructs a new Adjustment.
                 * @memberof bowline.broker.v1
                 * @classdesc Represents an Adjustment.
                 * @constructor
                 * @param {bowline.broker.v1.Adjustment.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Adjustment = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Adjustment header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.broker.v1.Adjustment
                 * @instance
                 */
                Adjustment.prototype.header = null;

                /**
                 * Adjustment adjustmentId.
                 * @member {string} adjustmentId
                 * @memberof bowline.broker.v1.Adjustment
                 * @instance
                 */
                Adjustment.prototype.adjustmentId = "";

                /**
                 * Adjustment accountId.
                 * @member {string} accountId
                 * @memberof bowline.broker.v1.Adjustment
                 * @instance
                 */
                Adjustment.prototype.accountId = "";

                /**
                 * Adjustment symbol.
                 * @member {string} symbol
                 * @memberof bowline.broker.v1.Adjustment
                 * @instance
                 */
                Adjustment.prototype.symbol = "";

                /**
                 * Adjustment quantity.
                 * @member {number} quantity
                 * @memberof bowline.broker.v1.Adjustment
                 * @instance
                 */
                Adjustment.prototype.quantity = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Adjustment px.
                 * @member {number|null|undefined} px
                 * @memberof bowline.broker.v1.Adjustment
                 * @instance
                 */
                Adjustment.prototype.px = null;

                /**
                 * Adjustment reason.
                 * @member {string} reason
                 * @memberof bowline.broker.v1.Adjustment
                 * @instance
                 */
                Adjustment.prototype.reason = "";

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Adjustment.prototype, "_px", {
                    get: $util.oneOfGetter($oneOfFields = ["px"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Encodes the specified Adjustment message. Does not implicitly {@link bowline.broker.v1.Adjustment.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.broker.v1.Adjustment
                 * @static
                 * @param {bowline.broker.v1.Adjustment.$Properties} message Adjustment message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Adjustment.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.adjustmentId != null && $Object.hasOwnProperty.call(message, "adjustmentId") && message.adjustmentId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.adjustmentId);
                    if (message.accountId != null && $Object.hasOwnProperty.call(message, "accountId") && message.accountId !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.accountId);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.symbol);
                    if (message.quantity != null && $Object.hasOwnProperty.call(message, "quantity") && (typeof message.quantity === "object" ? message.quantity.low || message.quantity.high : message.quantity !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).int64(message.quantity);
                    if (message.px != null && $Object.hasOwnProperty.call(message, "px"))
                        writer.uint32(/* id 6, wireType 0 =*/48).int64(message.px);
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                        writer.uint32(/* id 7, wireType 2 =*/58).string(message.reason);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Adjustment message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.broker.v1.Adjustment
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.broker.v1.Adjustment & bowline.broker.v1.Adjustment.$Shape} Adjustment
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Adjustment.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.broker.v1.Adjustment();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.adjustmentId = value;
                                else
                                    delete message.adjustmentId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.accountId = value;
                                else
                                    delete message.accountId;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.quantity = value;
                                else
                                    delete message.quantity;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                message.px = reader.int64();
                                message._px = "px";
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reason = value;
                                else
                                    delete message.reason;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Adjustment;
            })();

            v1.Account = (function() {

                /**
                 * Properties of an Account.
                 * @typedef {Object} bowline.broker.v1.Account.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Account header
                 * @property {string|null} [accountId] Account accountId
                 * @property {number|null} [cash] Account cash
                 * @property {number|null} [equity] Account equity
                 * @property {Array.<bowline.common.v1.BrokerPosition.$Properties>|null} [positions] Account positions
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Account.
                 * @memberof bowline.broker.v1
                 * @interface IAccount
                 * @augments bowline.broker.v1.Account.$Properties
                 * @deprecated Use bowline.broker.v1.Account.$Properties instead.
                 */

                /**
                 * Shape of an Account.
                 * @typedef {bowline.broker.v1.Account.$Properties} bowline.broker.v1.Account.$Shape
                 */

                /**
                 * Constructs a new Account.
                 * @memberof bowline.broker.v1
                 * @classdesc Represents an Account.
                 * @constructor
                 * @param {bowline.broker.v1.Account.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Account = function (properties) {
                    this.positions = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Account header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.broker.v1.Account
                 * @instance
                 */
                Account.prototype.header = null;

                /**
                 * Account accountId.
                 * @member {string} accountId
                 * @memberof bowline.broker.v1.Account
                 * @instance
                 */
                Account.prototype.accountId = "";

                /**
                 * Account cash.
                 * @member {number} cash
                 * @memberof bowline.broker.v1.Account
                 * @instance
                 */
                Account.prototype.cash = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Account equity.
                 * @member {number} equity
                 * @memberof bowline.broker.v1.Account
                 * @instance
                 */
                Account.prototype.equity = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Account positions.
                 * @member {Array.<bowline.common.v1.BrokerPosition.$Properties>} positions
                 * @memberof bowline.broker.v1.Account
                 * @instance
                 */
                Account.prototype.positions = $util.emptyArray;

                /**
                 * Encodes the specified Account message. Does not implicitly {@link bowline.broker.v1.Account.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.broker.v1.Account
                 * @static
                 * @param {bowline.broker.v1.Account.$Properties} message Account message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Account.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.accountId != null && $Object.hasOwnProperty.call(message, "accountId") && message.accountId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.accountId);
                    if (message.cash != null && $Object.hasOwnProperty.call(message, "cash") && (typeof message.cash === "object" ? message.cash.low || message.cash.high : message.cash !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).int64(message.cash);
                    if (message.equity != null && $Object.hasOwnProperty.call(message, "equity") && (typeof message.equity === "object" ? message.equity.low || message.equity.high : message.equity !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).int64(message.equity);
                    if (message.positions != null && message.positions.length)
                        for (let i = 0; i < message.positions.length; ++i)
                            $root.bowline.common.v1.BrokerPosition.encode(message.positions[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Account message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.broker.v1.Account
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.broker.v1.Account & bowline.broker.v1.Account.$Shape} Account
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Account.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.broker.v1.Account();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.accountId = value;
                                else
                                    delete message.accountId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.cash = value;
                                else
                                    delete message.cash;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.equity = value;
                                else
                                    delete message.equity;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.positions && message.positions.length))
                                    message.positions = [];
                                message.positions.push($root.bowline.common.v1.BrokerPosition.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Account;
            })();

            return v1;
        })();

        return broker;
    })();

    bowline.risk = (function() {

        /**
         * Namespace risk.
         * @memberof bowline
         * @namespace
         */
        const risk = {};

        risk.v1 = (function() {

            /**
             * Namespace v1.
             * @memberof bowline.risk
             * @namespace
             */
            const v1 = {};

            v1.TradingStateChanged = (function() {

                /**
                 * Properties of a TradingStateChanged.
                 * @typedef {Object} bowline.risk.v1.TradingStateChanged.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] TradingStateChanged header
                 * @property {string|null} [scope] TradingStateChanged scope
                 * @property {bowline.common.v1.TradingState|null} [state] TradingStateChanged state
                 * @property {string|null} [reason] TradingStateChanged reason
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a TradingStateChanged.
                 * @memberof bowline.risk.v1
                 * @interface ITradingStateChanged
                 * @augments bowline.risk.v1.TradingStateChanged.$Properties
                 * @deprecated Use bowline.risk.v1.TradingStateChanged.$Properties instead.
                 */

                /**
                 * Shape of a TradingStateChanged.
                 * @typedef {bowline.risk.v1.TradingStateChanged.$Properties} bowline.risk.v1.TradingStateChanged.$Shape
                 */

                /**
                 * Constructs a new TradingStateChanged.
                 * @memberof bowline.risk.v1
                 * @classdesc Represents a TradingStateChanged.
                 * @constructor
                 * @param {bowline.risk.v1.TradingStateChanged.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const TradingStateChanged = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * TradingStateChanged header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.risk.v1.TradingStateChanged
                 * @instance
                 */
                TradingStateChanged.prototype.header = null;

                /**
                 * TradingStateChanged scope.
                 * @member {string} scope
                 * @memberof bowline.risk.v1.TradingStateChanged
                 * @instance
                 */
                TradingStateChanged.prototype.scope = "";

                /**
                 * TradingStateChanged state.
                 * @member {bowline.common.v1.TradingState} state
                 * @memberof bowline.risk.v1.TradingStateChanged
                 * @instance
                 */
                TradingStateChanged.prototype.state = 0;

                /**
                 * TradingStateChanged reason.
                 * @member {string} reason
                 * @memberof bowline.risk.v1.TradingStateChanged
                 * @instance
                 */
                TradingStateChanged.prototype.reason = "";

                /**
                 * Encodes the specified TradingStateChanged message. Does not implicitly {@link bowline.risk.v1.TradingStateChanged.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.risk.v1.TradingStateChanged
                 * @static
                 * @param {bowline.risk.v1.TradingStateChanged.$Properties} message TradingStateChanged message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                TradingStateChanged.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.scope != null && $Object.hasOwnProperty.call(message, "scope") && message.scope !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.scope);
                    if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).int32(message.state);
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.reason);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a TradingStateChanged message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.risk.v1.TradingStateChanged
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.risk.v1.TradingStateChanged & bowline.risk.v1.TradingStateChanged.$Shape} TradingStateChanged
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                TradingStateChanged.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.risk.v1.TradingStateChanged();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.scope = value;
                                else
                                    delete message.scope;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.state = value;
                                else
                                    delete message.state;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reason = value;
                                else
                                    delete message.reason;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return TradingStateChanged;
            })();

            return v1;
        })();

        return risk;
    })();

    bowline.control = (function() {

        /**
         * Namespace control.
         * @memberof bowline
         * @namespace
         */
        const control = {};

        control.v1 = (function() {

            /**
             * Namespace v1.
             * @memberof bowline.control
             * @namespace
             */
            const v1 = {};

            v1.Clock = (function() {

                /**
                 * Properties of a Clock.
                 * @typedef {Object} bowline.control.v1.Clock.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Clock header
                 * @property {number|null} [nowUs] Clock nowUs
                 * @property {string|null} [sessionDate] Clock sessionDate
                 * @property {bowline.common.v1.SessionPhase|null} [phase] Clock phase
                 * @property {number|null} [openUs] Clock openUs
                 * @property {number|null} [closeUs] Clock closeUs
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Clock.
                 * @memberof bowline.control.v1
                 * @interface IClock
                 * @augments bowline.control.v1.Clock.$Properties
                 * @deprecated Use bowline.control.v1.Clock.$Properties instead.
                 */

                /**
                 * Shape of a Clock.
                 * @typedef {bowline.control.v1.Clock.$Properties} bowline.control.v1.Clock.$Shape
                 */

                /**
                 * Constructs a new Clock.
                 * @memberof bowline.control.v1
                 * @classdesc Represents a Clock.
                 * @constructor
                 * @param {bowline.control.v1.Clock.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Clock = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Clock header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.control.v1.Clock
                 * @instance
                 */
                Clock.prototype.header = null;

                /**
                 * Clock nowUs.
                 * @member {number} nowUs
                 * @memberof bowline.control.v1.Clock
                 * @instance
                 */
                Clock.prototype.nowUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Clock sessionDate.
                 * @member {string} sessionDate
                 * @memberof bowline.control.v1.Clock
                 * @instance
                 */
                Clock.prototype.sessionDate = "";

                /**
                 * Clock phase.
                 * @member {bowline.common.v1.SessionPhase} phase
                 * @memberof bowline.control.v1.Clock
                 * @instance
                 */
                Clock.prototype.phase = 0;

                /**
                 * Clock openUs.
                 * @member {number|null|undefined} openUs
                 * @memberof bowline.control.v1.Clock
                 * @instance
                 */
                Clock.prototype.openUs = null;

                /**
                 * Clock closeUs.
                 * @member {number|null|undefined} closeUs
                 * @memberof bowline.control.v1.Clock
                 * @instance
                 */
                Clock.prototype.closeUs = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Clock.prototype, "_openUs", {
                    get: $util.oneOfGetter($oneOfFields = ["openUs"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Clock.prototype, "_closeUs", {
                    get: $util.oneOfGetter($oneOfFields = ["closeUs"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Encodes the specified Clock message. Does not implicitly {@link bowline.control.v1.Clock.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.control.v1.Clock
                 * @static
                 * @param {bowline.control.v1.Clock.$Properties} message Clock message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Clock.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.nowUs != null && $Object.hasOwnProperty.call(message, "nowUs") && (typeof message.nowUs === "object" ? message.nowUs.low || message.nowUs.high : message.nowUs !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).int64(message.nowUs);
                    if (message.sessionDate != null && $Object.hasOwnProperty.call(message, "sessionDate") && message.sessionDate !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.sessionDate);
                    if (message.phase != null && $Object.hasOwnProperty.call(message, "phase") && message.phase !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).int32(message.phase);
                    if (message.openUs != null && $Object.hasOwnProperty.call(message, "openUs"))
                        writer.uint32(/* id 5, wireType 0 =*/40).int64(message.openUs);
                    if (message.closeUs != null && $Object.hasOwnProperty.call(message, "closeUs"))
                        writer.uint32(/* id 6, wireType 0 =*/48).int64(message.closeUs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Clock message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.control.v1.Clock
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.control.v1.Clock & bowline.control.v1.Clock.$Shape} Clock
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Clock.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.control.v1.Clock();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.nowUs = value;
                                else
                                    delete message.nowUs;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.sessionDate = value;
                                else
                                    delete message.sessionDate;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.phase = value;
                                else
                                    delete message.phase;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                message.openUs = reader.int64();
                                message._openUs = "openUs";
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                message.closeUs = reader.int64();
                                message._closeUs = "closeUs";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Clock;
            })();

            v1.Config = (function() {

                /**
                 * Properties of a Config.
                 * @typedef {Object} bowline.control.v1.Config.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Config header
                 * @property {string|null} [service] Config service
                 * @property {string|null} [hash] Config hash
                 * @property {string|null} [yaml] Config yaml
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Config.
                 * @memberof bowline.control.v1
                 * @interface IConfig
                 * @augments bowline.control.v1.Config.$Properties
                 * @deprecated Use bowline.control.v1.Config.$Properties instead.
                 */

                /**
                 * Shape of a Config.
                 * @typedef {bowline.control.v1.Config.$Properties} bowline.control.v1.Config.$Shape
                 */

                /**
                 * Constructs a new Config.
                 * @memberof bowline.control.v1
                 * @classdesc Represents a Config.
                 * @constructor
                 * @param {bowline.control.v1.Config.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Config = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Config header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.control.v1.Config
                 * @instance
                 */
                Config.prototype.header = null;

                /**
                 * Config service.
                 * @member {string} service
                 * @memberof bowline.control.v1.Config
                 * @instance
                 */
                Config.prototype.service = "";

                /**
                 * Config hash.
                 * @member {string} hash
                 * @memberof bowline.control.v1.Config
                 * @instance
                 */
                Config.prototype.hash = "";

                /**
                 * Config yaml.
                 * @member {string} yaml
                 * @memberof bowline.control.v1.Config
                 * @instance
                 */
                Config.prototype.yaml = "";

                /**
                 * Encodes the specified Config message. Does not implicitly {@link bowline.control.v1.Config.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.control.v1.Config
                 * @static
                 * @param {bowline.control.v1.Config.$Properties} message Config message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Config.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service") && message.service !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.service);
                    if (message.hash != null && $Object.hasOwnProperty.call(message, "hash") && message.hash !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.hash);
                    if (message.yaml != null && $Object.hasOwnProperty.call(message, "yaml") && message.yaml !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.yaml);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Config message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.control.v1.Config
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.control.v1.Config & bowline.control.v1.Config.$Shape} Config
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Config.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.control.v1.Config();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.service = value;
                                else
                                    delete message.service;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.hash = value;
                                else
                                    delete message.hash;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.yaml = value;
                                else
                                    delete message.yaml;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Config;
            })();

            v1.Generation = (function() {

                /**
                 * Properties of a Generation.
                 * @typedef {Object} bowline.control.v1.Generation.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Generation header
                 * @property {string|null} [generation] Generation generation
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Generation.
                 * @memberof bowline.control.v1
                 * @interface IGeneration
                 * @augments bowline.control.v1.Generation.$Properties
                 * @deprecated Use bowline.control.v1.Generation.$Properties instead.
                 */

                /**
                 * Shape of a Generation.
                 * @typedef {bowline.control.v1.Generation.$Properties} bowline.control.v1.Generation.$Shape
                 */

                /**
                 * Constructs a new Generation.
                 * @memberof bowline.control.v1
                 * @classdesc Represents a Generation.
                 * @constructor
                 * @param {bowline.control.v1.Generation.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Generation = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Generation header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.control.v1.Generation
                 * @instance
                 */
                Generation.prototype.header = null;

                /**
                 * Generation generation.
                 * @member {string} generation
                 * @memberof bowline.control.v1.Generation
                 * @instance
                 */
                Generation.prototype.generation = "";

                /**
                 * Encodes the specified Generation message. Does not implicitly {@link bowline.control.v1.Generation.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.control.v1.Generation
                 * @static
                 * @param {bowline.control.v1.Generation.$Properties} message Generation message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Generation.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.generation != null && $Object.hasOwnProperty.call(message, "generation") && message.generation !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.generation);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Generation message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.control.v1.Generation
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.control.v1.Generation & bowline.control.v1.Generation.$Shape} Generation
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Generation.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.control.v1.Generation();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.generation = value;
                                else
                                    delete message.generation;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Generation;
            })();

            v1.Lease = (function() {

                /**
                 * Properties of a Lease.
                 * @typedef {Object} bowline.control.v1.Lease.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Lease header
                 * @property {string|null} [machineName] Lease machineName
                 * @property {string|null} [holder] Lease holder
                 * @property {number|null} [leaseEpoch] Lease leaseEpoch
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Lease.
                 * @memberof bowline.control.v1
                 * @interface ILease
                 * @augments bowline.control.v1.Lease.$Properties
                 * @deprecated Use bowline.control.v1.Lease.$Properties instead.
                 */

                /**
                 * Shape of a Lease.
                 * @typedef {bowline.control.v1.Lease.$Properties} bowline.control.v1.Lease.$Shape
                 */

                /**
                 * Constructs a new Lease.
                 * @memberof bowline.control.v1
                 * @classdesc Represents a Lease.
                 * @constructor
                 * @param {bowline.control.v1.Lease.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Lease = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Lease header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.control.v1.Lease
                 * @instance
                 */
                Lease.prototype.header = null;

                /**
                 * Lease machineName.
                 * @member {string} machineName
                 * @memberof bowline.control.v1.Lease
                 * @instance
                 */
                Lease.prototype.machineName = "";

                /**
                 * Lease holder.
                 * @member {string} holder
                 * @memberof bowline.control.v1.Lease
                 * @instance
                 */
                Lease.prototype.holder = "";

                /**
                 * Lease leaseEpoch.
                 * @member {number} leaseEpoch
                 * @memberof bowline.control.v1.Lease
                 * @instance
                 */
                Lease.prototype.leaseEpoch = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Encodes the specified Lease message. Does not implicitly {@link bowline.control.v1.Lease.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.control.v1.Lease
                 * @static
                 * @param {bowline.control.v1.Lease.$Properties} message Lease message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Lease.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.machineName != null && $Object.hasOwnProperty.call(message, "machineName") && message.machineName !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.machineName);
                    if (message.holder != null && $Object.hasOwnProperty.call(message, "holder") && message.holder !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.holder);
                    if (message.leaseEpoch != null && $Object.hasOwnProperty.call(message, "leaseEpoch") && (typeof message.leaseEpoch === "object" ? message.leaseEpoch.low || message.leaseEpoch.high : message.leaseEpoch !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).int64(message.leaseEpoch);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Lease message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.control.v1.Lease
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.control.v1.Lease & bowline.control.v1.Lease.$Shape} Lease
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Lease.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.control.v1.Lease();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.machineName = value;
                                else
                                    delete message.machineName;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.holder = value;
                                else
                                    delete message.holder;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.leaseEpoch = value;
                                else
                                    delete message.leaseEpoch;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Lease;
            })();

            v1.Quarantine = (function() {

                /**
                 * Properties of a Quarantine.
                 * @typedef {Object} bowline.control.v1.Quarantine.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Quarantine header
                 * @property {string|null} [machineName] Quarantine machineName
                 * @property {number|null} [entrySeq] Quarantine entrySeq
                 * @property {string|null} [reason] Quarantine reason
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Quarantine.
                 * @memberof bowline.control.v1
                 * @interface IQuarantine
                 * @augments bowline.control.v1.Quarantine.$Properties
                 * @deprecated Use bowline.control.v1.Quarantine.$Properties instead.
                 */

                /**
                 * Shape of a Quarantine.
                 * @typedef {bowline.control.v1.Quarantine.$Properties} bowline.control.v1.Quarantine.$Shape
                 */

                /**
                 * Constructs a new Quarantine.
                 * @memberof bowline.control.v1
                 * @classdesc Represents a Quarantine.
                 * @constructor
                 * @param {bowline.control.v1.Quarantine.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Quarantine = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Quarantine header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.control.v1.Quarantine
                 * @instance
                 */
                Quarantine.prototype.header = null;

                /**
                 * Quarantine machineName.
                 * @member {string} machineName
                 * @memberof bowline.control.v1.Quarantine
                 * @instance
                 */
                Quarantine.prototype.machineName = "";

                /**
                 * Quarantine entrySeq.
                 * @member {number} entrySeq
                 * @memberof bowline.control.v1.Quarantine
                 * @instance
                 */
                Quarantine.prototype.entrySeq = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Quarantine reason.
                 * @member {string} reason
                 * @memberof bowline.control.v1.Quarantine
                 * @instance
                 */
                Quarantine.prototype.reason = "";

                /**
                 * Encodes the specified Quarantine message. Does not implicitly {@link bowline.control.v1.Quarantine.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.control.v1.Quarantine
                 * @static
                 * @param {bowline.control.v1.Quarantine.$Properties} message Quarantine message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Quarantine.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.machineName != null && $Object.hasOwnProperty.call(message, "machineName") && message.machineName !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.machineName);
                    if (message.entrySeq != null && $Object.hasOwnProperty.call(message, "entrySeq") && (typeof message.entrySeq === "object" ? message.entrySeq.low || message.entrySeq.high : message.entrySeq !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).int64(message.entrySeq);
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.reason);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Quarantine message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.control.v1.Quarantine
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.control.v1.Quarantine & bowline.control.v1.Quarantine.$Shape} Quarantine
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Quarantine.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.control.v1.Quarantine();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.machineName = value;
                                else
                                    delete message.machineName;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.entrySeq = value;
                                else
                                    delete message.entrySeq;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reason = value;
                                else
                                    delete message.reason;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Quarantine;
            })();

            v1.Heartbeat = (function() {

                /**
                 * Properties of a Heartbeat.
                 * @typedef {Object} bowline.control.v1.Heartbeat.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Heartbeat header
                 * @property {string|null} [source] Heartbeat source
                 * @property {number|null} [clockUs] Heartbeat clockUs
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Heartbeat.
                 * @memberof bowline.control.v1
                 * @interface IHeartbeat
                 * @augments bowline.control.v1.Heartbeat.$Properties
                 * @deprecated Use bowline.control.v1.Heartbeat.$Properties instead.
                 */

                /**
                 * Shape of a Heartbeat.
                 * @typedef {bowline.control.v1.Heartbeat.$Properties} bowline.control.v1.Heartbeat.$Shape
                 */

                /**
                 * Constructs a new Heartbeat.
                 * @memberof bowline.control.v1
                 * @classdesc Represents a Heartbeat.
                 * @constructor
                 * @param {bowline.control.v1.Heartbeat.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Heartbeat = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Heartbeat header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.control.v1.Heartbeat
                 * @instance
                 */
                Heartbeat.prototype.header = null;

                /**
                 * Heartbeat source.
                 * @member {string} source
                 * @memberof bowline.control.v1.Heartbeat
                 * @instance
                 */
                Heartbeat.prototype.source = "";

                /**
                 * Heartbeat clockUs.
                 * @member {number} clockUs
                 * @memberof bowline.control.v1.Heartbeat
                 * @instance
                 */
                Heartbeat.prototype.clockUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Encodes the specified Heartbeat message. Does not implicitly {@link bowline.control.v1.Heartbeat.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.control.v1.Heartbeat
                 * @static
                 * @param {bowline.control.v1.Heartbeat.$Properties} message Heartbeat message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Heartbeat.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.source != null && $Object.hasOwnProperty.call(message, "source") && message.source !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.source);
                    if (message.clockUs != null && $Object.hasOwnProperty.call(message, "clockUs") && (typeof message.clockUs === "object" ? message.clockUs.low || message.clockUs.high : message.clockUs !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).int64(message.clockUs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Heartbeat message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.control.v1.Heartbeat
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.control.v1.Heartbeat & bowline.control.v1.Heartbeat.$Shape} Heartbeat
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Heartbeat.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.control.v1.Heartbeat();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.source = value;
                                else
                                    delete message.source;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.clockUs = value;
                                else
                                    delete message.clockUs;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Heartbeat;
            })();

            v1.Kill = (function() {

                /**
                 * Properties of a Kill.
                 * @typedef {Object} bowline.control.v1.Kill.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Kill header
                 * @property {string|null} [scope] Kill scope
                 * @property {string|null} [reason] Kill reason
                 * @property {string|null} [by] Kill by
                 * @property {bowline.common.v1.KillLevel|null} [level] Kill level
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Kill.
                 * @memberof bowline.control.v1
                 * @interface IKill
                 * @augments bowline.control.v1.Kill.$Properties
                 * @deprecated Use bowline.control.v1.Kill.$Properties instead.
                 */

                /**
                 * Shape of a Kill.
                 * @typedef {bowline.control.v1.Kill.$Properties} bowline.control.v1.Kill.$Shape
                 */

                /**
                 * Constructs a new Kill.
                 * @memberof bowline.control.v1
                 * @classdesc Represents a Kill.
                 * @constructor
                 * @param {bowline.control.v1.Kill.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Kill = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Kill header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.control.v1.Kill
                 * @instance
                 */
                Kill.prototype.header = null;

                /**
                 * Kill scope.
                 * @member {string} scope
                 * @memberof bowline.control.v1.Kill
                 * @instance
                 */
                Kill.prototype.scope = "";

                /**
                 * Kill reason.
                 * @member {string} reason
                 * @memberof bowline.control.v1.Kill
                 * @instance
                 */
                Kill.prototype.reason = "";

                /**
                 * Kill by.
                 * @member {string} by
                 * @memberof bowline.control.v1.Kill
                 * @instance
                 */
                Kill.prototype.by = "";

                /**
                 * Kill level.
                 * @member {bowline.common.v1.KillLevel|null|undefined} level
                 * @memberof bowline.control.v1.Kill
                 * @instance
                 */
                Kill.prototype.level = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Kill.prototype, "_level", {
                    get: $util.oneOfGetter($oneOfFields = ["level"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Encodes the specified Kill message. Does not implicitly {@link bowline.control.v1.Kill.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.control.v1.Kill
                 * @static
                 * @param {bowline.control.v1.Kill.$Properties} message Kill message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Kill.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.scope != null && $Object.hasOwnProperty.call(message, "scope") && message.scope !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.scope);
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.reason);
                    if (message.by != null && $Object.hasOwnProperty.call(message, "by") && message.by !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.by);
                    if (message.level != null && $Object.hasOwnProperty.call(message, "level"))
                        writer.uint32(/* id 5, wireType 0 =*/40).int32(message.level);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Kill message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.control.v1.Kill
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.control.v1.Kill & bowline.control.v1.Kill.$Shape} Kill
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Kill.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.control.v1.Kill();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.scope = value;
                                else
                                    delete message.scope;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reason = value;
                                else
                                    delete message.reason;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.by = value;
                                else
                                    delete message.by;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                message.level = reader.int32();
                                message._level = "level";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Kill;
            })();

            v1.Resume = (function() {

                /**
                 * Properties of a Resume.
                 * @typedef {Object} bowline.control.v1.Resume.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Resume header
                 * @property {string|null} [scope] Resume scope
                 * @property {string|null} [reason] Resume reason
                 * @property {string|null} [by] Resume by
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Resume.
                 * @memberof bowline.control.v1
                 * @interface IResume
                 * @augments bowline.control.v1.Resume.$Properties
                 * @deprecated Use bowline.control.v1.Resume.$Properties instead.
                 */

                /**
                 * Shape of a Resume.
                 * @typedef {bowline.control.v1.Resume.$Properties} bowline.control.v1.Resume.$Shape
                 */

                /**
                 * Constructs a new Resume.
                 * @memberof bowline.control.v1
                 * @classdesc Represents a Resume.
                 * @constructor
                 * @param {bowline.control.v1.Resume.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Resume = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Resume header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.control.v1.Resume
                 * @instance
                 */
                Resume.prototype.header = null;

                /**
                 * Resume scope.
                 * @member {string} scope
                 * @memberof bowline.control.v1.Resume
                 * @instance
                 */
                Resume.prototype.scope = "";

                /**
                 * Resume reason.
                 * @member {string} reason
                 * @memberof bowline.control.v1.Resume
                 * @instance
                 */
                Resume.prototype.reason = "";

                /**
                 * Resume by.
                 * @member {string} by
                 * @memberof bowline.control.v1.Resume
                 * @instance
                 */
                Resume.prototype.by = "";

                /**
                 * Encodes the specified Resume message. Does not implicitly {@link bowline.control.v1.Resume.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.control.v1.Resume
                 * @static
                 * @param {bowline.control.v1.Resume.$Properties} message Resume message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Resume.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.scope != null && $Object.hasOwnProperty.call(message, "scope") && message.scope !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.scope);
                    if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.reason);
                    if (message.by != null && $Object.hasOwnProperty.call(message, "by") && message.by !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.by);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Resume message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.control.v1.Resume
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.control.v1.Resume & bowline.control.v1.Resume.$Shape} Resume
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Resume.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.control.v1.Resume();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.scope = value;
                                else
                                    delete message.scope;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.reason = value;
                                else
                                    delete message.reason;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.by = value;
                                else
                                    delete message.by;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Resume;
            })();

            v1.Alert = (function() {

                /**
                 * Properties of an Alert.
                 * @typedef {Object} bowline.control.v1.Alert.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Alert header
                 * @property {string|null} [source] Alert source
                 * @property {bowline.common.v1.AlertSeverity|null} [severity] Alert severity
                 * @property {string|null} [code] Alert code
                 * @property {string|null} [subject] Alert subject
                 * @property {string|null} [detail] Alert detail
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Alert.
                 * @memberof bowline.control.v1
                 * @interface IAlert
                 * @augments bowline.control.v1.Alert.$Properties
                 * @deprecated Use bowline.control.v1.Alert.$Properties instead.
                 */

                /**
                 * Shape of an Alert.
                 * @typedef {bowline.control.v1.Alert.$Properties} bowline.control.v1.Alert.$Shape
                 */

                /**
                 * Constructs a new Alert.
                 * @memberof bowline.control.v1
                 * @classdesc Represents an Alert.
                 * @constructor
                 * @param {bowline.control.v1.Alert.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Alert = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Alert header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.control.v1.Alert
                 * @instance
                 */
                Alert.prototype.header = null;

                /**
                 * Alert source.
                 * @member {string} source
                 * @memberof bowline.control.v1.Alert
                 * @instance
                 */
                Alert.prototype.source = "";

                /**
                 * Alert severity.
                 * @member {bowline.common.v1.AlertSeverity} severity
                 * @memberof bowline.control.v1.Alert
                 * @instance
                 */
                Alert.prototype.severity = 0;

                /**
                 * Alert code.
                 * @member {string} code
                 * @memberof bowline.control.v1.Alert
                 * @instance
                 */
                Alert.prototype.code = "";

                /**
                 * Alert subject.
                 * @member {string} subject
                 * @memberof bowline.control.v1.Alert
                 * @instance
                 */
                Alert.prototype.subject = "";

                /**
                 * Alert detail.
                 * @member {string} detail
                 * @memberof bowline.control.v1.Alert
                 * @instance
                 */
                Alert.prototype.detail = "";

                /**
                 * Encodes the specified Alert message. Does not implicitly {@link bowline.control.v1.Alert.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.control.v1.Alert
                 * @static
                 * @param {bowline.control.v1.Alert.$Properties} message Alert message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Alert.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.source != null && $Object.hasOwnProperty.call(message, "source") && message.source !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.source);
                    if (message.severity != null && $Object.hasOwnProperty.call(message, "severity") && message.severity !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).int32(message.severity);
                    if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.code);
                    if (message.subject != null && $Object.hasOwnProperty.call(message, "subject") && message.subject !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.subject);
                    if (message.detail != null && $Object.hasOwnProperty.call(message, "detail") && message.detail !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.detail);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Alert message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.control.v1.Alert
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.control.v1.Alert & bowline.control.v1.Alert.$Shape} Alert
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Alert.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.control.v1.Alert();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.source = value;
                                else
                                    delete message.source;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.severity = value;
                                else
                                    delete message.severity;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.code = value;
                                else
                                    delete message.code;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.subject = value;
                                else
                                    delete message.subject;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.detail = value;
                                else
                                    delete message.detail;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Alert;
            })();

            return v1;
        })();

        return control;
    })();

    bowline.decision = (function() {

        /**
         * Namespace decision.
         * @memberof bowline
         * @namespace
         */
        const decision = {};

        decision.v1 = (function() {

            /**
             * Namespace v1.
             * @memberof bowline.decision
             * @namespace
             */
            const v1 = {};

            v1.Decision = (function() {

                /**
                 * Properties of a Decision.
                 * @typedef {Object} bowline.decision.v1.Decision.$Properties
                 * @property {bowline.common.v1.Header.$Properties|null} [header] Decision header
                 * @property {string|null} [strategy] Decision strategy
                 * @property {string|null} [rule] Decision rule
                 * @property {string|null} [group] Decision group
                 * @property {string|null} [symbol] Decision symbol
                 * @property {string|null} [triggerKey] Decision triggerKey
                 * @property {bowline.common.v1.Outcome|null} [outcome] Decision outcome
                 * @property {string|null} [firstBlocker] Decision firstBlocker
                 * @property {Array.<bowline.common.v1.Leaf.$Properties>|null} [leaves] Decision leaves
                 * @property {Array.<bowline.common.v1.Detail.$Properties>|null} [sizing] Decision sizing
                 * @property {string|null} [clOrdId] Decision clOrdId
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Decision.
                 * @memberof bowline.decision.v1
                 * @interface IDecision
                 * @augments bowline.decision.v1.Decision.$Properties
                 * @deprecated Use bowline.decision.v1.Decision.$Properties instead.
                 */

                /**
                 * Shape of a Decision.
                 * @typedef {bowline.decision.v1.Decision.$Properties} bowline.decision.v1.Decision.$Shape
                 */

                /**
                 * Constructs a new Decision.
                 * @memberof bowline.decision.v1
                 * @classdesc Represents a Decision.
                 * @constructor
                 * @param {bowline.decision.v1.Decision.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Decision = function (properties) {
                    this.leaves = [];
                    this.sizing = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Decision header.
                 * @member {bowline.common.v1.Header.$Properties|null|undefined} header
                 * @memberof bowline.decision.v1.Decision
                 * @instance
                 */
                Decision.prototype.header = null;

                /**
                 * Decision strategy.
                 * @member {string} strategy
                 * @memberof bowline.decision.v1.Decision
                 * @instance
                 */
                Decision.prototype.strategy = "";

                /**
                 * Decision rule.
                 * @member {string} rule
                 * @memberof bowline.decision.v1.Decision
                 * @instance
                 */
                Decision.prototype.rule = "";

                /**
                 * Decision group.
                 * @member {string} group
                 * @memberof bowline.decision.v1.Decision
                 * @instance
                 */
                Decision.prototype.group = "";

                /**
                 * Decision symbol.
                 * @member {string} symbol
                 * @memberof bowline.decision.v1.Decision
                 * @instance
                 */
                Decision.prototype.symbol = "";

                /**
                 * Decision triggerKey.
                 * @member {string} triggerKey
                 * @memberof bowline.decision.v1.Decision
                 * @instance
                 */
                Decision.prototype.triggerKey = "";

                /**
                 * Decision outcome.
                 * @member {bowline.common.v1.Outcome} outcome
                 * @memberof bowline.decision.v1.Decision
                 * @instance
                 */
                Decision.prototype.outcome = 0;

                /**
                 * Decision firstBlocker.
                 * @member {string} firstBlocker
                 * @memberof bowline.decision.v1.Decision
                 * @instance
                 */
                Decision.prototype.firstBlocker = "";

                /**
                 * Decision leaves.
                 * @member {Array.<bowline.common.v1.Leaf.$Properties>} leaves
                 * @memberof bowline.decision.v1.Decision
                 * @instance
                 */
                Decision.prototype.leaves = $util.emptyArray;

                /**
                 * Decision sizing.
                 * @member {Array.<bowline.common.v1.Detail.$Properties>} sizing
                 * @memberof bowline.decision.v1.Decision
                 * @instance
                 */
                Decision.prototype.sizing = $util.emptyArray;

                /**
                 * Decision clOrdId.
                 * @member {string|null|undefined} clOrdId
                 * @memberof bowline.decision.v1.Decision
                 * @instance
                 */
                Decision.prototype.clOrdId = null;

                // OneOf field names bound to virtual getters and setters
                let $oneOfFields;

                // Virtual OneOf for proto3 optional field
                $Object.defineProperty(Decision.prototype, "_clOrdId", {
                    get: $util.oneOfGetter($oneOfFields = ["clOrdId"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                /**
                 * Encodes the specified Decision message. Does not implicitly {@link bowline.decision.v1.Decision.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.decision.v1.Decision
                 * @static
                 * @param {bowline.decision.v1.Decision.$Properties} message Decision message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Decision.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                        $root.bowline.common.v1.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                    if (message.strategy != null && $Object.hasOwnProperty.call(message, "strategy") && message.strategy !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.strategy);
                    if (message.rule != null && $Object.hasOwnProperty.call(message, "rule") && message.rule !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.rule);
                    if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.group);
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.symbol);
                    if (message.triggerKey != null && $Object.hasOwnProperty.call(message, "triggerKey") && message.triggerKey !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.triggerKey);
                    if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome !== 0)
                        writer.uint32(/* id 7, wireType 0 =*/56).int32(message.outcome);
                    if (message.firstBlocker != null && $Object.hasOwnProperty.call(message, "firstBlocker") && message.firstBlocker !== "")
                        writer.uint32(/* id 8, wireType 2 =*/66).string(message.firstBlocker);
                    if (message.leaves != null && message.leaves.length)
                        for (let i = 0; i < message.leaves.length; ++i)
                            $root.bowline.common.v1.Leaf.encode(message.leaves[i], writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                    if (message.sizing != null && message.sizing.length)
                        for (let i = 0; i < message.sizing.length; ++i)
                            $root.bowline.common.v1.Detail.encode(message.sizing[i], writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                    if (message.clOrdId != null && $Object.hasOwnProperty.call(message, "clOrdId"))
                        writer.uint32(/* id 11, wireType 2 =*/90).string(message.clOrdId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Decision message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.decision.v1.Decision
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.decision.v1.Decision & bowline.decision.v1.Decision.$Shape} Decision
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Decision.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.decision.v1.Decision();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                message.header = $root.bowline.common.v1.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.strategy = value;
                                else
                                    delete message.strategy;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.rule = value;
                                else
                                    delete message.rule;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.group = value;
                                else
                                    delete message.group;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.triggerKey = value;
                                else
                                    delete message.triggerKey;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.outcome = value;
                                else
                                    delete message.outcome;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.firstBlocker = value;
                                else
                                    delete message.firstBlocker;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.leaves && message.leaves.length))
                                    message.leaves = [];
                                message.leaves.push($root.bowline.common.v1.Leaf.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 10: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.sizing && message.sizing.length))
                                    message.sizing = [];
                                message.sizing.push($root.bowline.common.v1.Detail.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 11: {
                                if (wireType !== 2)
                                    break;
                                message.clOrdId = reader.stringVerify();
                                message._clOrdId = "clOrdId";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Decision;
            })();

            return v1;
        })();

        return decision;
    })();

    bowline.tick = (function() {

        /**
         * Namespace tick.
         * @memberof bowline
         * @namespace
         */
        const tick = {};

        tick.v1 = (function() {

            /**
             * Namespace v1.
             * @memberof bowline.tick
             * @namespace
             */
            const v1 = {};

            v1.TickBatch = (function() {

                /**
                 * Properties of a TickBatch.
                 * @typedef {Object} bowline.tick.v1.TickBatch.$Properties
                 * @property {string|null} [symbol] TickBatch symbol
                 * @property {Array.<bowline.common.v1.Tick.$Properties>|null} [ticks] TickBatch ticks
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a TickBatch.
                 * @memberof bowline.tick.v1
                 * @interface ITickBatch
                 * @augments bowline.tick.v1.TickBatch.$Properties
                 * @deprecated Use bowline.tick.v1.TickBatch.$Properties instead.
                 */

                /**
                 * Shape of a TickBatch.
                 * @typedef {bowline.tick.v1.TickBatch.$Properties} bowline.tick.v1.TickBatch.$Shape
                 */

                /**
                 * Constructs a new TickBatch.
                 * @memberof bowline.tick.v1
                 * @classdesc Represents a TickBatch.
                 * @constructor
                 * @param {bowline.tick.v1.TickBatch.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const TickBatch = function (properties) {
                    this.ticks = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * TickBatch symbol.
                 * @member {string} symbol
                 * @memberof bowline.tick.v1.TickBatch
                 * @instance
                 */
                TickBatch.prototype.symbol = "";

                /**
                 * TickBatch ticks.
                 * @member {Array.<bowline.common.v1.Tick.$Properties>} ticks
                 * @memberof bowline.tick.v1.TickBatch
                 * @instance
                 */
                TickBatch.prototype.ticks = $util.emptyArray;

                /**
                 * Encodes the specified TickBatch message. Does not implicitly {@link bowline.tick.v1.TickBatch.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.tick.v1.TickBatch
                 * @static
                 * @param {bowline.tick.v1.TickBatch.$Properties} message TickBatch message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                TickBatch.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.symbol != null && $Object.hasOwnProperty.call(message, "symbol") && message.symbol !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.symbol);
                    if (message.ticks != null && message.ticks.length)
                        for (let i = 0; i < message.ticks.length; ++i)
                            $root.bowline.common.v1.Tick.encode(message.ticks[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a TickBatch message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.tick.v1.TickBatch
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.tick.v1.TickBatch & bowline.tick.v1.TickBatch.$Shape} TickBatch
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                TickBatch.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.tick.v1.TickBatch();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.symbol = value;
                                else
                                    delete message.symbol;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.ticks && message.ticks.length))
                                    message.ticks = [];
                                message.ticks.push($root.bowline.common.v1.Tick.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return TickBatch;
            })();

            return v1;
        })();

        return tick;
    })();

    bowline.lockstep = (function() {

        /**
         * Namespace lockstep.
         * @memberof bowline
         * @namespace
         */
        const lockstep = {};

        lockstep.v1 = (function() {

            /**
             * Namespace v1.
             * @memberof bowline.lockstep
             * @namespace
             */
            const v1 = {};

            v1.Command = (function() {

                /**
                 * Properties of a Command.
                 * @typedef {Object} bowline.lockstep.v1.Command.$Properties
                 * @property {number|null} [serial] Command serial
                 * @property {bowline.common.v1.CommandKind|null} [kind] Command kind
                 * @property {string|null} [participant] Command participant
                 * @property {number|null} [step] Command step
                 * @property {number|null} [simUs] Command simUs
                 * @property {number|null} [throughSeq] Command throughSeq
                 * @property {number|null} [ticksFrom] Command ticksFrom
                 * @property {number|null} [ticksThrough] Command ticksThrough
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Command.
                 * @memberof bowline.lockstep.v1
                 * @interface ICommand
                 * @augments bowline.lockstep.v1.Command.$Properties
                 * @deprecated Use bowline.lockstep.v1.Command.$Properties instead.
                 */

                /**
                 * Shape of a Command.
                 * @typedef {bowline.lockstep.v1.Command.$Properties} bowline.lockstep.v1.Command.$Shape
                 */

                /**
                 * Constructs a new Command.
                 * @memberof bowline.lockstep.v1
                 * @classdesc Represents a Command.
                 * @constructor
                 * @param {bowline.lockstep.v1.Command.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Command = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Command serial.
                 * @member {number} serial
                 * @memberof bowline.lockstep.v1.Command
                 * @instance
                 */
                Command.prototype.serial = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Command kind.
                 * @member {bowline.common.v1.CommandKind} kind
                 * @memberof bowline.lockstep.v1.Command
                 * @instance
                 */
                Command.prototype.kind = 0;

                /**
                 * Command participant.
                 * @member {string} participant
                 * @memberof bowline.lockstep.v1.Command
                 * @instance
                 */
                Command.prototype.participant = "";

                /**
                 * Command step.
                 * @member {number} step
                 * @memberof bowline.lockstep.v1.Command
                 * @instance
                 */
                Command.prototype.step = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Command simUs.
                 * @member {number} simUs
                 * @memberof bowline.lockstep.v1.Command
                 * @instance
                 */
                Command.prototype.simUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Command throughSeq.
                 * @member {number} throughSeq
                 * @memberof bowline.lockstep.v1.Command
                 * @instance
                 */
                Command.prototype.throughSeq = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Command ticksFrom.
                 * @member {number} ticksFrom
                 * @memberof bowline.lockstep.v1.Command
                 * @instance
                 */
                Command.prototype.ticksFrom = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Command ticksThrough.
                 * @member {number} ticksThrough
                 * @memberof bowline.lockstep.v1.Command
                 * @instance
                 */
                Command.prototype.ticksThrough = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Encodes the specified Command message. Does not implicitly {@link bowline.lockstep.v1.Command.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.lockstep.v1.Command
                 * @static
                 * @param {bowline.lockstep.v1.Command.$Properties} message Command message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Command.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.serial != null && $Object.hasOwnProperty.call(message, "serial") && (typeof message.serial === "object" ? message.serial.low || message.serial.high : message.serial !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).int64(message.serial);
                    if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).int32(message.kind);
                    if (message.participant != null && $Object.hasOwnProperty.call(message, "participant") && message.participant !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.participant);
                    if (message.step != null && $Object.hasOwnProperty.call(message, "step") && (typeof message.step === "object" ? message.step.low || message.step.high : message.step !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).int64(message.step);
                    if (message.simUs != null && $Object.hasOwnProperty.call(message, "simUs") && (typeof message.simUs === "object" ? message.simUs.low || message.simUs.high : message.simUs !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).int64(message.simUs);
                    if (message.throughSeq != null && $Object.hasOwnProperty.call(message, "throughSeq") && (typeof message.throughSeq === "object" ? message.throughSeq.low || message.throughSeq.high : message.throughSeq !== 0))
                        writer.uint32(/* id 6, wireType 0 =*/48).int64(message.throughSeq);
                    if (message.ticksFrom != null && $Object.hasOwnProperty.call(message, "ticksFrom") && (typeof message.ticksFrom === "object" ? message.ticksFrom.low || message.ticksFrom.high : message.ticksFrom !== 0))
                        writer.uint32(/* id 7, wireType 0 =*/56).int64(message.ticksFrom);
                    if (message.ticksThrough != null && $Object.hasOwnProperty.call(message, "ticksThrough") && (typeof message.ticksThrough === "object" ? message.ticksThrough.low || message.ticksThrough.high : message.ticksThrough !== 0))
                        writer.uint32(/* id 8, wireType 0 =*/64).int64(message.ticksThrough);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Command message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.lockstep.v1.Command
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.lockstep.v1.Command & bowline.lockstep.v1.Command.$Shape} Command
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Command.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.lockstep.v1.Command();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.serial = value;
                                else
                                    delete message.serial;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.kind = value;
                                else
                                    delete message.kind;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.participant = value;
                                else
                                    delete message.participant;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.step = value;
                                else
                                    delete message.step;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.simUs = value;
                                else
                                    delete message.simUs;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.throughSeq = value;
                                else
                                    delete message.throughSeq;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.ticksFrom = value;
                                else
                                    delete message.ticksFrom;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.ticksThrough = value;
                                else
                                    delete message.ticksThrough;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Command;
            })();

            v1.Report = (function() {

                /**
                 * Properties of a Report.
                 * @typedef {Object} bowline.lockstep.v1.Report.$Properties
                 * @property {string|null} [process] Report process
                 * @property {number|null} [serial] Report serial
                 * @property {Array.<bowline.common.v1.ReportItem.$Properties>|null} [items] Report items
                 * @property {number|null} [lastSeq] Report lastSeq
                 * @property {number|null} [ticksSeq] Report ticksSeq
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Report.
                 * @memberof bowline.lockstep.v1
                 * @interface IReport
                 * @augments bowline.lockstep.v1.Report.$Properties
                 * @deprecated Use bowline.lockstep.v1.Report.$Properties instead.
                 */

                /**
                 * Shape of a Report.
                 * @typedef {bowline.lockstep.v1.Report.$Properties} bowline.lockstep.v1.Report.$Shape
                 */

                /**
                 * Constructs a new Report.
                 * @memberof bowline.lockstep.v1
                 * @classdesc Represents a Report.
                 * @constructor
                 * @param {bowline.lockstep.v1.Report.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Report = function (properties) {
                    this.items = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Report process.
                 * @member {string} process
                 * @memberof bowline.lockstep.v1.Report
                 * @instance
                 */
                Report.prototype.process = "";

                /**
                 * Report serial.
                 * @member {number} serial
                 * @memberof bowline.lockstep.v1.Report
                 * @instance
                 */
                Report.prototype.serial = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Report items.
                 * @member {Array.<bowline.common.v1.ReportItem.$Properties>} items
                 * @memberof bowline.lockstep.v1.Report
                 * @instance
                 */
                Report.prototype.items = $util.emptyArray;

                /**
                 * Report lastSeq.
                 * @member {number} lastSeq
                 * @memberof bowline.lockstep.v1.Report
                 * @instance
                 */
                Report.prototype.lastSeq = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Report ticksSeq.
                 * @member {number} ticksSeq
                 * @memberof bowline.lockstep.v1.Report
                 * @instance
                 */
                Report.prototype.ticksSeq = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Encodes the specified Report message. Does not implicitly {@link bowline.lockstep.v1.Report.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.lockstep.v1.Report
                 * @static
                 * @param {bowline.lockstep.v1.Report.$Properties} message Report message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Report.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.process != null && $Object.hasOwnProperty.call(message, "process") && message.process !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.process);
                    if (message.serial != null && $Object.hasOwnProperty.call(message, "serial") && (typeof message.serial === "object" ? message.serial.low || message.serial.high : message.serial !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).int64(message.serial);
                    if (message.items != null && message.items.length)
                        for (let i = 0; i < message.items.length; ++i)
                            $root.bowline.common.v1.ReportItem.encode(message.items[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.lastSeq != null && $Object.hasOwnProperty.call(message, "lastSeq") && (typeof message.lastSeq === "object" ? message.lastSeq.low || message.lastSeq.high : message.lastSeq !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).int64(message.lastSeq);
                    if (message.ticksSeq != null && $Object.hasOwnProperty.call(message, "ticksSeq") && (typeof message.ticksSeq === "object" ? message.ticksSeq.low || message.ticksSeq.high : message.ticksSeq !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).int64(message.ticksSeq);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Report message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.lockstep.v1.Report
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.lockstep.v1.Report & bowline.lockstep.v1.Report.$Shape} Report
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Report.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.lockstep.v1.Report();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.process = value;
                                else
                                    delete message.process;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.serial = value;
                                else
                                    delete message.serial;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.items && message.items.length))
                                    message.items = [];
                                message.items.push($root.bowline.common.v1.ReportItem.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastSeq = value;
                                else
                                    delete message.lastSeq;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.ticksSeq = value;
                                else
                                    delete message.ticksSeq;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Report;
            })();

            v1.Hello = (function() {

                /**
                 * Properties of a Hello.
                 * @typedef {Object} bowline.lockstep.v1.Hello.$Properties
                 * @property {string|null} [process] Hello process
                 * @property {string|null} [participant] Hello participant
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Hello.
                 * @memberof bowline.lockstep.v1
                 * @interface IHello
                 * @augments bowline.lockstep.v1.Hello.$Properties
                 * @deprecated Use bowline.lockstep.v1.Hello.$Properties instead.
                 */

                /**
                 * Shape of a Hello.
                 * @typedef {bowline.lockstep.v1.Hello.$Properties} bowline.lockstep.v1.Hello.$Shape
                 */

                /**
                 * Constructs a new Hello.
                 * @memberof bowline.lockstep.v1
                 * @classdesc Represents a Hello.
                 * @constructor
                 * @param {bowline.lockstep.v1.Hello.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Hello = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Hello process.
                 * @member {string} process
                 * @memberof bowline.lockstep.v1.Hello
                 * @instance
                 */
                Hello.prototype.process = "";

                /**
                 * Hello participant.
                 * @member {string} participant
                 * @memberof bowline.lockstep.v1.Hello
                 * @instance
                 */
                Hello.prototype.participant = "";

                /**
                 * Encodes the specified Hello message. Does not implicitly {@link bowline.lockstep.v1.Hello.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.lockstep.v1.Hello
                 * @static
                 * @param {bowline.lockstep.v1.Hello.$Properties} message Hello message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Hello.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.process != null && $Object.hasOwnProperty.call(message, "process") && message.process !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.process);
                    if (message.participant != null && $Object.hasOwnProperty.call(message, "participant") && message.participant !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.participant);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Hello message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.lockstep.v1.Hello
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.lockstep.v1.Hello & bowline.lockstep.v1.Hello.$Shape} Hello
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Hello.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.lockstep.v1.Hello();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.process = value;
                                else
                                    delete message.process;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.participant = value;
                                else
                                    delete message.participant;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Hello;
            })();

            v1.Time = (function() {

                /**
                 * Properties of a Time.
                 * @typedef {Object} bowline.lockstep.v1.Time.$Properties
                 * @property {bowline.common.v1.TimeMode|null} [mode] Time mode
                 * @property {number|null} [simUs] Time simUs
                 * @property {number|null} [offsetUs] Time offsetUs
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Time.
                 * @memberof bowline.lockstep.v1
                 * @interface ITime
                 * @augments bowline.lockstep.v1.Time.$Properties
                 * @deprecated Use bowline.lockstep.v1.Time.$Properties instead.
                 */

                /**
                 * Shape of a Time.
                 * @typedef {bowline.lockstep.v1.Time.$Properties} bowline.lockstep.v1.Time.$Shape
                 */

                /**
                 * Constructs a new Time.
                 * @memberof bowline.lockstep.v1
                 * @classdesc Represents a Time.
                 * @constructor
                 * @param {bowline.lockstep.v1.Time.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Time = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Time mode.
                 * @member {bowline.common.v1.TimeMode} mode
                 * @memberof bowline.lockstep.v1.Time
                 * @instance
                 */
                Time.prototype.mode = 0;

                /**
                 * Time simUs.
                 * @member {number} simUs
                 * @memberof bowline.lockstep.v1.Time
                 * @instance
                 */
                Time.prototype.simUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Time offsetUs.
                 * @member {number} offsetUs
                 * @memberof bowline.lockstep.v1.Time
                 * @instance
                 */
                Time.prototype.offsetUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                /**
                 * Encodes the specified Time message. Does not implicitly {@link bowline.lockstep.v1.Time.verify|verify} messages.
                 * @function encode
                 * @memberof bowline.lockstep.v1.Time
                 * @static
                 * @param {bowline.lockstep.v1.Time.$Properties} message Time message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Time.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.mode != null && $Object.hasOwnProperty.call(message, "mode") && message.mode !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).int32(message.mode);
                    if (message.simUs != null && $Object.hasOwnProperty.call(message, "simUs") && (typeof message.simUs === "object" ? message.simUs.low || message.simUs.high : message.simUs !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).int64(message.simUs);
                    if (message.offsetUs != null && $Object.hasOwnProperty.call(message, "offsetUs") && (typeof message.offsetUs === "object" ? message.offsetUs.low || message.offsetUs.high : message.offsetUs !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).int64(message.offsetUs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Time message from the specified reader or buffer.
                 * @function decode
                 * @memberof bowline.lockstep.v1.Time
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {bowline.lockstep.v1.Time & bowline.lockstep.v1.Time.$Shape} Time
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Time.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.bowline.lockstep.v1.Time();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.mode = value;
                                else
                                    delete message.mode;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.simUs = value;
                                else
                                    delete message.simUs;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.offsetUs = value;
                                else
                                    delete message.offsetUs;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return Time;
            })();

            return v1;
        })();

        return lockstep;
    })();

    return bowline;
})();

export {
  $root as default
};
