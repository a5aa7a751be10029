import Civil
import FoundationEssentials

/// Reads the line that `rules eval` is given.
enum EvalRequest {
    static func read(_ line: [UInt8]) throws(OperationFailure) -> EvalLine.Request {
        do {
            let decoded = try JSONDecoder().decode(Line.self, from: Data(line))
            var bindings: [String: EvalLine.Binding] = [:]
            for (name, typed) in decoded.bindings ?? [:] { bindings[name] = try typed.binding(name) }
            return EvalLine.Request(expression: decoded.expr, bindings: bindings)
        } catch let failure as OperationFailure {
            throw failure
        } catch {
            throw OperationFailure(
                id: "baris ini bukan JSON {\"expr\": …, \"bindings\": {…}}",
                en: "this line is no JSON {\"expr\": …, \"bindings\": {…}}")
        }
    }

    private struct Line: Decodable {
        var expr: String
        var bindings: [String: Typed]?
    }

    /// `{"type": …, "value": …}` or `{"unknown": true}`.
    private struct Typed: Decodable {
        var type: String?
        var value: Raw?
        var unknown: Bool?

        func binding(_ name: String) throws(OperationFailure) -> EvalLine.Binding {
            let failure = OperationFailure(
                id:
                    "nilai '\(name.prefix(60))' tidak dapat dibaca: {\"type\": …, \"value\": …} atau {\"unknown\": true}",
                en: "binding '\(name.prefix(60))' cannot be read: {\"type\": …, \"value\": …} or {\"unknown\": true}")
            if unknown == true {
                guard let type else { return .unknown(nil) }
                guard let known = try Self.scalarType(type) else { return .unknown(.list(.undetermined)) }
                return .unknown(known)
            }
            guard type != nil, let value = try typedValue() else { throw failure }
            return .value(value)
        }

        /// The type of a word; nil for `list`. Types the profile leaves out are refused by name.
        private static func scalarType(_ word: String) throws(OperationFailure) -> CELType? {
            switch word {
            case "bool": return .bool
            case "int": return .int
            case "string": return .string
            case "date": return .date
            case "timestamp": return .timestamp
            case "duration": return .duration
            case "list": return nil
            default:
                throw OperationFailure(
                    id: "nilai berjenis '\(word.prefix(40))' tidak termasuk bagian CEL yang dipakai di sini",
                    en: "values of type '\(word.prefix(40))' are left out of the CEL profile")
            }
        }

        /// Nil where the value does not fit its type.
        private func typedValue() throws(OperationFailure) -> CELValue? {
            guard let word = type else { return nil }
            switch (try Self.scalarType(word), value) {
            case (.bool, .bool(let value)): return .bool(value)
            case (.int, .int(let value)): return .int(value)
            case (.int, .string(let digits)): return Int64(digits).map { .int($0) }
            case (.string, .string(let text)): return .string(text)
            case (.date, .string(let text)): return CivilDate(iso: text).map { .date($0) }
            case (.timestamp, .string(let text)):
                let instant = try Instant(text)
                return .timestamp(seconds: instant.seconds, nanoseconds: instant.nanoseconds)
            case (.duration, .string(let text)):
                let span = try TimeSpan(text)
                return .duration(seconds: span.seconds, nanoseconds: span.nanoseconds)
            case (nil, .list(let elements)):
                var values: [CELValue] = []
                for element in elements {
                    guard let value = try element.typedValue() else { return nil }
                    values.append(value)
                }
                guard Self.haveOneType(values) else {
                    throw OperationFailure(
                        id: "anggota sebuah daftar harus berjenis sama (dyn tidak dipakai di sini)",
                        en: "the elements of a list must have one type (dyn is left out)")
                }
                return .list(values)
            default: return nil
            }
        }

        private static func haveOneType(_ values: [CELValue]) -> Bool {
            var types = TypeVariables()
            let element = types.fresh()
            return values.allSatisfy { types.unify(element, types.open($0.type)) }
        }
    }

    /// A JSON value of any kind.
    private enum Raw: Decodable {
        case bool(Bool)
        case int(Int64)
        case string(String)
        case list([Typed])
        case other

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let value = try? container.decode(Bool.self) {
                self = .bool(value)
            } else if let value = try? container.decode(Int64.self) {
                self = .int(value)
            } else if let value = try? container.decode(String.self) {
                self = .string(value)
            } else if let value = try? container.decode([Typed].self) {
                self = .list(value)
            } else {
                self = .other
            }
        }
    }
}
