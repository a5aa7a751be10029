public import Diagnostics

/// `rules eval` as a function: one JSON line in, one JSON line out.
///
/// In: `{"expr": "v0 + v1", "bindings": {"v0": {"type":"int","value":1}, "v1": {"unknown":true}}}`; out:
/// `{"type":"int","value":2}`, `{"unknown":true}` or `{"error":"message"}`. Ints beyond ±2^53 stand as decimal strings,
/// dates as ISO, timestamps and durations in protobuf's JSON form, a list as an array of typed values.
public struct EvalLine: Sendable {
    /// What a line asks for.
    struct Request {
        var expression: String
        var bindings: [String: Binding]
    }

    enum Binding: Equatable {
        case value(CELValue)
        /// Not known; nil where the line does not say of what type either.
        case unknown(CELType?)

        var outcome: CELOutcome {
            switch self {
            case .value(let value): .value(value)
            case .unknown: .unknown
            }
        }
    }

    private let language: Language

    /// - Parameter language: of the messages in `error`.
    public init(language: Language = .english) {
        self.language = language
    }

    /// The answer to one line (without its line end).
    public func answer(_ line: [UInt8]) -> String {
        let request: Request
        do { request = try EvalRequest.read(line) } catch { return text(of: .error(error.message)) }
        switch Expressions.check(request.expression, declarations: Self.declarations(request)) {
        case .failure(let problems):
            let messages = problems.findings.map { finding in
                let place = finding.location?.column.map { "\(finding.location?.row ?? 1):\($0): " } ?? ""
                return place + finding.message.text(in: language)
            }
            return error(messages.joined(separator: "; "))
        case .success(let expression):
            return text(of: expression.evaluate(request.bindings.mapValues(\.outcome)))
        }
    }

    public func answer(_ line: String) -> String { answer(Array(line.utf8)) }

    static func declarations(_ request: Request) -> Declarations {
        Declarations(
            types: request.bindings.mapValues { binding in
                switch binding {
                case .value(let value): value.type
                case .unknown(let type): type ?? .undetermined
                }
            })
    }

    private func error(_ message: String) -> String { "{\"error\":\(EvalAnswer.quoted(message))}" }

    func text(of outcome: CELOutcome) -> String {
        switch outcome {
        case .value(let value): EvalAnswer.text(of: value)
        case .unknown: "{\"unknown\":true}"
        case .error(let message): error(message.text(in: language))
        }
    }
}
