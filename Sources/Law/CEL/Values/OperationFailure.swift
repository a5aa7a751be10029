import Diagnostics

/// Thrown by scalar operations that fail.
struct OperationFailure: Error {
    let message: Bilingual

    init(id: String, en: String) {
        message = Bilingual(id: id, en: en)
    }
}
