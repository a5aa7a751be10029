import Diagnostics

extension NearMiss {
    /// "did you mean …", where there is a name like it.
    static func remedy(for name: String, among candidates: some Sequence<String>) -> Bilingual? {
        suggestion(for: name, among: candidates.sorted()).map {
            Bilingual(id: "mungkin maksudnya '\($0)'", en: "did you mean '\($0)'")
        }
    }
}
