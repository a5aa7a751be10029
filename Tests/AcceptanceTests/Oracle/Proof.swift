/// What a person has to show, from whatever was given: recordings, suket, the list's own mark, the office's answers
/// ("Recordings", "Reply", "Lists that were not given say nothing").
struct Proof: Sendable {
    let recordings: Recordings
    let hasSuket: Bool
    /// Days of sukets that count; the day of an answer dates nothing.
    let suketDays: [Day]
    /// Days of what shows that somebody has recorded, nil of a row or a mark without one; an answer dates nothing.
    let shown: [Day?]
    let findings: Set<String>

    /// - Parameters:
    ///   - hasRecordingLists: recordings were given, and somebody of the person's kabupaten is on them.
    ///   - hasSuketLists: a suket list was given.
    ///   - given: answers of the field and the office about the row.
    init(
        _ person: PersonRow, _ evidence: Evidence, hasRecordingLists: Bool, hasSuketLists: Bool,
        given: [RowAnswers.Answer] = []
    ) {
        var findings: Set<String> = []
        var answers = evidence.counting("reply").compactMap { row in
            Codes.code(row.row["answer"], Codes.answer).map { (meaning: $0, row: row) }
        }
        answers += given.filter { ["suket", "printed", "captured"].contains($0.meaning) }.map { answer in
            (
                meaning: answer.meaning,
                row: OtherRow(
                    answer.row, of: ListFile(role: "reply", list: "", columns: [], rows: []),
                    at: OtherRow.Place(file: -1, row: answer.row.row))
            )
        }
        let answered = answers.filter { $0.meaning != "suket" }.map { meaning, row in
            Recording(statusClass: meaning, word: row.row["answer"], day: nil, source: .answer)
        }
        var rows = evidence.counting("recordings").map { row in
            Recording(
                statusClass: Codes.code(row.row["class"], Codes.recordingStatus) ?? "unknown", word: row.row["class"],
                day: row.day, source: .list)
        }
        if !hasRecordingLists {
            // "The population list's own KTP-el mark decides where the profile gives it a class."
            rows = []
            if case .recording(let statusClass) = person.mark {
                rows = [Recording(statusClass: statusClass, word: person.row["ktp_el"], day: nil, source: .mark)]
            }
        }
        recordings = Recordings(rows: rows, answers: answered)

        let sukets = evidence.counting("suket")
        suketDays = sukets.compactMap(\.day)
        let markIsSuket = person.mark == .suket && (!hasRecordingLists || !hasSuketLists)
        shown = recordings.daysRecorded + sukets.map(\.day) + (markIsSuket ? [nil] : [])
        hasSuket = !sukets.isEmpty || markIsSuket || answers.contains { $0.meaning == "suket" }

        if markIsSuket || (!hasRecordingLists && person.mark != nil) {
            findings.insert("list_mark_only")
        } else if !hasRecordingLists && !hasSuket && answers.isEmpty {
            findings.insert("no_recordings_list")
        }
        let decidingClass = recordings.deciding?.statusClass
        if hasRecordingLists {
            let showsNone = decidingClass == nil || decidingClass == "unrecorded" || decidingClass == "not_required"
            if person.mark?.saysRecorded == true && person.nik.key != nil && showsNone && !hasSuket {
                findings.insert("evidence_conflict")
            }
            if hasSuket && ["unrecorded", "duplicate", "failed"].contains(decidingClass ?? "") {
                findings.insert("suket_without_recording")
            }
        }
        self.findings = findings.union(recordings.findings)
    }
}
