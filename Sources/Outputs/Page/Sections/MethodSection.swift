import Diagnostics
import ReportData
import Rules

extension PageSection {
    /// How people were decided, what that cannot say, and the law it rests on with how sure each provision is.
    static func method(_ page: PageContext) -> PageSection {
        let source = page.source
        var body: [Markup] = [
            .element("h3", [:], page.text("Cara memutuskan", "How people were decided")),
            .element("ul", [:], method(page).map { .element("li", [:], $0) }),
            .element("h3", [:], page.text("Batasnya", "Limits")),
            .element("ul", [:], limits(page).map { .element("li", [:], $0) }),
            requirements(page).markup,
        ]
        if source.ruleset.requirements.flatMap(\.citations).contains(where: { $0.confidence != .text }) {
            body.append(
                .paragraph(
                    page.text(
                        "Yang bukan “\(Confidence.text.title.indonesian)” diringkas dengan kata kami sendiri dan perlu diperiksa pada naskah aslinya sebelum dijadikan dasar.",
                        "What is not “\(Confidence.text.title.english)” is put in our own words, and should be checked against the original before anything rests on it."
                    ), "warn"))
        }
        body.append(parameters(page).markup)
        return PageSection(
            id: "method", title: page.text("Cara, batas, dan dasar", "Method, limits and sources"), body: body)
    }

    private static func method(_ page: PageContext) -> [String] {
        [
            page.text(
                "Setiap orang dalam daftar penduduk diperiksa; data lain dicocokkan hanya dengan NIK yang utuh.",
                "Every person of the population lists is decided; other lists are joined by an undamaged NIK alone."),
            page.text(
                "Setiap syarat terpenuhi, tidak terpenuhi, atau tidak dapat dipastikan; data yang tidak ada tidak dianggap “tidak”.",
                "Every requirement holds, fails or cannot be determined; what is missing is not taken for “no”."),
            page.text(
                "Daftar yang tidak diberikan tidak memutuskan apa pun.", "A list that was not given decides nothing."),
            page.text(
                "Dari beberapa perekaman seseorang dipakai yang terbaru; baris yang menyatakan belum rekam tidak menghapus perekaman yang ada; status di luar tabel tidak dianggap sudah rekam.",
                "Of several recordings of a person the newest counts; a row that says “not recorded” takes away none that there is; a status outside the table is never taken as recorded."
            ),
        ]
    }

    private static func limits(_ page: PageContext) -> [String] {
        let source = page.source
        var limits = [
            page.text(
                "Angka-angka ini mengatakan apa yang tertulis dalam daftar pada tanggal data. Apakah seseorang boleh memilih diputuskan oleh KPU.",
                "These figures say what the lists said on the as-of date. Whether somebody may vote is for KPU to decide."
            ),
            page.text(
                "Ganda berarti dugaan menurut unsur yang sama, bukan bukti.",
                "Duplicates are suspected from equal fields, not proved."),
        ]
        if let deadline = source.election.recordingDeadline {
            limits.append(
                page.text(deadline.title) + ": " + LongDate.text(deadline.date, page.language) + ". "
                    + (deadline.note.map(page.text) ?? "") + " (" + page.text(deadline.confidence.title) + ")")
        }
        for form in source.profile.forms {
            if let note = form.note {
                limits.append(
                    page.text("Formulir ", "Form ") + form.name + ": " + page.text(note) + " ("
                        + page.text(form.confidence.title) + ")")
            }
        }
        for warning in source.warnings { limits.append(page.text(warning.message)) }
        return limits
    }

    private static func words(_ page: PageContext, _ citation: Citation) -> String {
        "\(citation.instrument), \(page.text(citation.provision))" + (citation.note.map { ". " + page.text($0) } ?? "")
    }

    private static func requirements(_ page: PageContext) -> PageTable {
        var table = PageTable(
            caption: page.text("Syarat dan dasarnya", "Requirements and what they rest on"),
            columns: [
                .text(page.text("Syarat", "Requirement")), .text(page.text("Dasar", "Provision")),
                .text(page.text("Keyakinan", "Confidence")),
            ])
        for requirement in page.source.ruleset.requirements {
            // A line a provision, so that each stands beside its confidence.
            for cited in requirement.citations {
                table.rows.append([
                    .text(page.text(requirement.title)), .text(words(page, cited)),
                    .text(page.text(cited.confidence.title)),
                ])
            }
        }
        return table
    }

    private static func parameters(_ page: PageContext) -> PageTable {
        var table = PageTable(
            caption: page.text("Ukuran yang dipakai", "Parameters"),
            columns: [
                .text(page.text("Ukuran", "Parameter")), .text(page.text("Nilai", "Value")),
                .text(page.text("Dasar", "Provision")), .text(page.text("Keyakinan", "Confidence")),
            ])
        for parameter in page.source.ruleset.parameters {
            for cited in parameter.citations {
                table.rows.append([
                    .text(parameter.title.map(page.text) ?? parameter.id),
                    .text(
                        parameter.valueWords.map(page.text) ?? parameter.valueText
                            ?? page.text("tidak ditetapkan", "not set")),
                    .text(words(page, cited)),
                    .text(page.text(cited.confidence.title)),
                ])
            }
        }
        return table
    }
}
