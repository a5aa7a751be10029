/// Rows of an office's list that name nobody.
struct OfficeRemarks: Sendable {
    let columns: [OfficeColumn]

    private func blank() -> [OfficeCell] { columns.map { _ in .empty } }

    /// A row with some texts in cells where they make nobody of it.
    private func row(_ texts: [String], _ random: inout SeededRandom, isBareNumber: Bool = false) -> [OfficeCell] {
        var row = blank()
        let places = columns.indices.filter {
            columns[$0].holdsNotes && !(isBareNumber && columns[$0] == .birthDate)
        }
        for text in texts { row[random.pick(Array(places))] = .text(text) }
        return row
    }

    /// Titles above the heading.
    func letterhead(_ random: inout SeededRandom) -> [[OfficeCell]] {
        let titles = [
            "PEMERINTAH KABUPATEN KARO", "KECAMATAN CONTOH", "DAFTAR PEMILIH SEMENTARA", "TAHUN 2018",
            "DESA : SUKA MAJU",
            "TPS : 3", "Model A-KWK", "PROVINSI SUMATERA UTARA",
        ]
        return (0..<random.number(0...5)).map { _ in
            var row = blank()
            if random.chance(80) { row[random.number(0...2)] = .text(random.pick(titles)) }
            return row
        }
    }

    func numbering(_ random: inout SeededRandom) -> [OfficeCell] {
        let form = random.pick(["N", "(N)", "-N", " N "])
        var row = columns.indices.map { OfficeCell.text(form.replacing("N", with: String($0 + 1))) }
        if random.chance(20) { row[row.count - 1] = .empty }
        return row
    }

    /// Something between two people.
    func interruption(_ random: inout SeededRandom) -> [OfficeCell] {
        switch random.number(1...5) {
        case 1: return blank()
        case 2: return row([random.pick(["DUSUN II", "Lingkungan 3", "RT 003 / RW 001", "Blok C"])], &random)
        case 3: return row([random.pick(["Halaman 2 dari 5", "hal. 3", "Dipindahkan"])], &random)
        case 4: return total(random.pick(["Jumlah dipindahkan", "SUB TOTAL", "Sub-Total", "JML"]), &random)
        default:
            return row([random.pick(["*) coret yang tidak perlu", "Ket: B = belum kawin, S = sudah kawin"])], &random)
        }
    }

    func total(_ word: String, _ random: inout SeededRandom) -> [OfficeCell] {
        var row = blank()
        let first = random.number(0...2)
        row[first] = .text(word)
        for cell in (first + 1)..<row.count where columns[cell] != .birthDate && columns[cell] != .birth {
            if random.chance(30) { row[cell] = .text(String(random.number(1...400))) }
        }
        return row
    }

    /// What stands below the last person.
    func tail(_ next: Int, _ spelling: OfficeSpelling, _ random: inout SeededRandom) -> [[OfficeCell]] {
        var rows: [[OfficeCell]] = []
        if let number = columns.firstIndex(of: .number), random.chance(30) {
            for line in 0..<random.number(1...4) {
                var row = blank()
                row[number] = .text(String(next + line))
                if let station = columns.firstIndex(of: .tps) { row[station] = .text(spelling.station) }
                rows.append(row)
            }
        }
        let words = [
            "JUMLAH", "Jumlah Pemilih: 12", "JML L", "TOTAL", "Grand Total", "Jumlah L+P", "TOTAL :",
            "JUMLAH PEMILIH L/P",
        ]
        for _ in 0..<random.number(0...3) { rows.append(total(random.pick(words), &random)) }
        if random.chance(70) {
            if random.chance(50) { rows.append(blank()) }
            rows.append(row(["Sukamaju, 12 Januari 2018"], &random))
            rows.append(row([random.pick(["Mengetahui,", "PANITIA PEMUNGUTAN SUARA"])], &random))
            rows.append(row(["KETUA PPS", "Kepala Desa"], &random))
            rows.append(row(["(EFENDI GINTING)", "ttd"], &random))
            rows.append(row([random.pick(["NIP. 19630212 198603 1 004", "NIP 196302121986031004"])], &random))
            if random.chance(30) { rows.append(row(["19630212 198603 1 004"], &random, isBareNumber: true)) }
        }
        return rows
    }
}
