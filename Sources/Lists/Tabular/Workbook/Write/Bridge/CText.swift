import Glibc

/// Text as C keeps it, freed when nothing holds it any longer; for functions that want text they could write to.
@safe final class CText {
    let pointer: UnsafeMutablePointer<CChar>?

    init(_ text: String) {
        unsafe pointer = strdup(text)
    }

    deinit {
        unsafe free(pointer)
    }
}
