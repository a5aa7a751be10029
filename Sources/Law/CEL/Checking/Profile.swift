/// Which part of the language a text may use.
public enum Profile: Sendable {
    /// Everything the program knows, run-time errors included: `rules eval`.
    case full
    /// What rule files may say: nothing that can fail at run time, nothing a database would decide otherwise.
    case rules
}
