import Foundation
import Testing

/// One name that the shipped rules define, and where it stands in all of their documents.
struct RuleRename: Sendable, CustomTestStringConvertible {
    enum Kind: String, CaseIterable, Sendable {
        case reason, outcome, step, attribute, requirement, parameter, role, fact, column, code, equalRows, table,
            target
        case document, region, stage, form
    }

    var kind: Kind
    var name: String

    /// Behind every other name that begins alike, so that whatever is ordered by names keeps its order.
    var newName: String { name + "_" }

    var testDescription: String { "\(kind.rawValue) \(name)" }

    /// The documents by their paths.
    static let documents: [String: [UInt8]] = {
        var documents: [String: [UInt8]] = [:]
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: Program.rules)) ?? []
        for name in names where name.hasSuffix(".json5") || name.hasSuffix(".csv") {
            documents[name] = FileManager.default.contents(atPath: Program.rules + "/" + name).map { Array($0) }
        }
        return documents
    }()

    /// Every name that a document defines.
    static let all: [RuleRename] = {
        var found: Set<[String]> = []
        for (file, bytes) in documents {
            let stem = file.split(separator: "/").last.map { String($0.prefix { $0 != "." }) } ?? ""
            if file.hasPrefix("regions/") { found.insert([Kind.region.rawValue, stem]) }
            guard file.hasSuffix(".json5"), !file.hasPrefix("tests/") else { continue }
            for token in RuleTokens.all(bytes) {
                if let kind = defined(token, in: file) { found.insert([kind.rawValue, token.text]) }
            }
        }
        return found.compactMap { pair in Kind(rawValue: pair[0]).map { RuleRename(kind: $0, name: pair[1]) } }
            .sorted { ($0.kind.rawValue, $0.name) < ($1.kind.rawValue, $1.name) }
    }()

    /// What the token gives its name to, where it is the place that does.
    private static func defined(_ token: RuleToken, in file: String) -> Kind? {
        let path = token.path.joined(separator: ".")
        let folder = file.split(separator: "/").first ?? ""
        if token.isKey {
            switch (folder, path) {
            case ("instruments", "attributes"): return .attribute
            case ("instruments", "parameters"): return .parameter
            case ("lists.json5", "roles.columns.codes"): return .code
            case ("profiles", let codes) where codes.hasSuffix(".codes"): return .code
            case ("lists.json5", "roles.contributes.targets"): return .target
            case ("profiles", "tables"): return .table
            case ("profiles", "forms"): return .form
            default: return nil
            }
        }
        switch (folder, path) {
        case ("terms.json5", "outcomes.id"): return .outcome
        case ("terms.json5", "next_steps.id"): return .step
        case ("terms.json5", "reasons.id"): return .reason
        case ("instruments", "requirements.id"): return .requirement
        case ("lists.json5", "roles.id"): return .role
        case ("lists.json5", "roles.fact"): return .fact
        case ("lists.json5", "roles.columns.id"): return .column
        case ("lists.json5", "roles.rows.order"): return .code
        case ("lists.json5", "equal_rows.classes.class"): return .equalRows
        case ("elections", "stages.id"): return .stage
        case ("elections", "id"), ("instruments", "id"), ("profiles", "id"): return .document
        default: return nil
        }
    }

    /// Every document with the name changed wherever it stands for the same thing.
    func documents() -> [String: [UInt8]] {
        var changed: [String: [UInt8]] = [:]
        for (file, bytes) in Self.documents {
            var path = file
            let parts = file.split(separator: "/")
            if kind == .document || kind == .region, let last = parts.last, last.prefix(while: { $0 != "." }) == name {
                path = "\(parts[0])/\(newName)\(last.dropFirst(name.count))"
            }
            changed[path] = file.hasSuffix(".json5") ? renamed(bytes) : bytes
        }
        return changed
    }

    private func renamed(_ bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        for token in RuleTokens.all(bytes).reversed() {
            let text = renamed(token)
            if text != token.text { result.replaceSubrange(token.range, with: Array(text.utf8)) }
        }
        return result
    }

    private func renamed(_ token: RuleToken) -> String {
        let isCondition = ["when", "holds"].contains(token.field) || token.path.first == "attributes"
        if isCondition, !token.isKey, token.field != "role" { return renamedCondition(token.text) }
        if token.path.last == "facts" { return renamedFact(token.text) }
        if token.text == name, stands(token) { return newName }
        if kind == .table, token.text == "profile:\(name)" { return "profile:\(newName)" }
        let isFact = ["fact", "kpu_code"].contains(token.field) && token.text.contains(".")
        return isFact ? renamedFact(token.text) : token.text
    }

    /// Whether a text or key that is the name stands for the same thing.
    private func stands(_ token: RuleToken) -> Bool {
        let parent = token.path.last ?? ""
        let isID = token.field == "id" && !token.isKey
        let holder = token.path.dropLast().last ?? ""
        switch kind {
        case .reason:
            return !token.isKey && ["reason", "reasons"].contains(token.field) || isID && holder == "reasons"
                || token.isKey && parent == "attributes"
        case .attribute:
            return token.isKey && parent == "attributes" || isID && holder == "reasons" || field(token, "reasons")
        case .outcome: return field(token, "outcome") || isID && holder == "outcomes"
        case .step:
            return !token.isKey && ["next_step", "step", "steps", "visit", "hand_out"].contains(token.field)
                || isID && holder == "next_steps"
        case .requirement: return isID && holder == "requirements"
        case .parameter: return token.isKey && parent == "parameters"
        case .role:
            return isID && holder == "roles" || field(token, "role") && token.path.contains("targets")
                || field(token, "stands_for") || field(token, "outlived_by")
                // The list's own mark stands for a row of the role whose name it has.
                || token.isKey && parent == "codes" && token.path.contains("ktp_el")
        case .fact: return field(token, "fact")
        case .column:
            return isID && holder == "columns"
                || token.isKey && ["codes", "dates"].contains(parent) && token.path.contains("targets")
                || !token.isKey
                    && ["columns", "needs", "identity", "known_since", "latest", "code", "column"].contains(parent)
                || !token.isKey && holder == "dates"
        case .code:
            return token.isKey && ["codes", "beginning"].contains(parent) && !token.path.contains("targets")
                || token.isKey && parent == "targets"
                || !token.isKey && !token.isElement
                    && (["empty_code", "other_code", "absent_code"].contains(token.field) || holder == "sexes"
                        || holder == "codes" && token.path.contains("targets"))
                || field(token, "order")
        case .target:
            return token.isKey && parent == "targets"
                || token.isKey && token.path == ["roles", "columns", "codes"]
        case .equalRows: return field(token, "class")
        case .table: return token.isKey && parent == "tables"
        case .form: return token.isKey && parent == "forms"
        case .stage: return isID && holder == "stages"
        case .document:
            return isID && token.path.count == 1
                || !token.isKey
                    && ["instrument", "profile", "statuses", "restates", "same_codes_as", "election"].contains(
                        token.field)
        case .region: return field(token, "regions")
        }
    }

    private func field(_ token: RuleToken, _ name: String) -> Bool { !token.isKey && token.field == name }

    private func renamedCondition(_ text: String) -> String {
        switch kind {
        case .code, .equalRows: text.replacing("'\(name)'", with: "'\(newName)'")
        case .role:
            replaced(text, "given\\.\(name)\\b", "given.\(newName)").replacing("'\(name)'", with: "'\(newName)'")
        case .parameter: replaced(text, "params\\.\(name)\\b", "params.\(newName)")
        case .requirement: replaced(text, "req\\.\(name)\\b", "req.\(newName)")
        case .fact: replaced(text, "(?<![\\w.'])\(name)(?![\\w'])", newName)
        case .column: replaced(text, "(?<=\\w\\.)\(name)(?=(_given)?\\b)", newName)
        default: text
        }
    }

    private func renamedFact(_ text: String) -> String {
        switch kind {
        case .fact: replaced(text, "^\(name)(?=\\.|$)", newName)
        case .column: replaced(text, "(?<=\\.)\(name)(?=(_given)?$)", newName)
        default: text
        }
    }

    private func replaced(_ text: String, _ pattern: String, _ replacement: String) -> String {
        text.replacingOccurrences(of: pattern, with: replacement, options: .regularExpression)
    }

    /// A text of a result with the old name in the new one's place.
    func restored(_ text: String) -> String {
        // Columns of people by sex bear the outcome's name behind the sex.
        let before = kind == .outcome ? "(?<![A-Za-z0-9-])" : "(?<![\\w-])"
        return replaced(text, before + "\(NSRegularExpression.escapedPattern(for: newName))(?![\\w-])", name)
    }
}
