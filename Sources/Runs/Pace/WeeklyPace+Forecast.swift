public import Diagnostics
public import Planning

extension WeeklyPace {
    /// What is said where there is no forecast.
    public var whyNoForecast: Bilingual {
        weeks.count < 2
            ? Bilingual(
                id: "Tanpa prakiraan: kurang dari dua minggu penuh perekaman diketahui.",
                en: "No forecast: fewer than two whole weeks of recordings are known.")
            : Bilingual(
                id:
                    "Tanpa prakiraan: dalam \(weeks.count) minggu penuh terakhir hampir tidak ada orang yang baru terekam.",
                en: "No forecast: hardly anybody was newly recorded in the last \(weeks.count) whole weeks.")
    }
}
