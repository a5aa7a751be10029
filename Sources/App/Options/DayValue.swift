public import Diagnostics

/// The value of an option that is a day.
public enum DayValue {
    /// What is said of one that cannot be read.
    public static func unreadable(_ option: String) -> Bilingual {
        Bilingual(
            id: "--\(option) tidak terbaca; tulis tahun-bulan-tanggal, misalnya 2018-02-15",
            en: "--\(option) cannot be read; write year-month-day, such as 2018-02-15")
    }
}
